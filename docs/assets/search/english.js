/* What the search knows of English: data only. Every list is read once and folded by words.js. */

/** Words that say whose it is and hide a phrase: "on my hands and knees" is "on hands and knees". */
export const POINTERS = "my your our his her their its the a an this that some any me i you we he she they it im ive mine one's own".split(" ")

/** Words that carry no subject. They are never corrected into one, either. */
export const STOP = `about after again all also always am and another any are as at back-to be because been before being best
 better both but by can could did do does doing done during each easy else ever every feel feels feeling for from get gets getting give go goes going
 good got had has have having help helps helped hey hello here hi how if in into is isn just keep keeps know kind let lets like little lot
 make makes making many may maybe might more most much must need needs needed never new next not now of off often ok okay on once
 only or other out over own please possible put really same seem seems should so something still such suddenly take takes taking tell than
 thank thanks that then there these thing things think this those through to today together too try trying under until up upon us
 use used useful using very want wants was way ways well went were what whats when where which while who will with within without
 work works working would yes yesterday yet today tonight tomorrow lately since recently ago anyone someone everything show find
 looking look search www com proper properly correct correctly right exactly actually bit quite`.split(/\s+/)

/** Words that fit almost every page here: they find something, and decide nothing. */
export const GENERIC = `back pain exercise stretch spasm sore muscle move movement ache routine pose position workout
 treatment relief relieve ease hurt tight stiff gentle simple avoid home daily beginner`.split(/\s+/)

/** Parts that a spasm of the back is not in. */
export const ELSEWHERE = "neck shoulder calf hamstring thigh hip bum foot arm".split(" ")

/** Different words for the same thing: all become the first. A phrase is matched after POINTERS are gone. */
export const SAME = `
 allfours: hands and knees | hands knees | hand and knee | all fours | all 4s | all four | quadruped | table top position | tabletop position | crawling position
 prone: lying face down | lie face down | face down | facedown | lying on front | lie on front | lying on stomach | lie on stomach | on stomach | lying on tummy | on tummy | lying on belly | lie on belly | on belly | on front | front lying | stomach lying | lying prone
 supine: lying on back | lie on back | flat on back | face up | back lying | lying flat | lie flat | lying supine | lying face up
 sidelie: lying on side | lie on side | side lying | side lie | on side | lying sideways
 notbetter: not getting better | not better | no better | not improving | still hurt | wont go away | not going away | keep hurting | not healing | no improvement
 sit: chair | kitchen chair | dining chair | sitting on chair | sitting in chair | sit on chair | sit in chair | in chair | on chair | from chair | using chair | sitting down | sitting position | sitting up | seat | sat down | seated
 stand: standing up | on feet | on two feet | upright
 kneel: on knees | kneeling down | kneeling position
 floorsit: sitting on floor | sit on floor | floor sitting | on bottom on floor
 inbed: in bed | lying in bed | while in bed | on mattress | without getting out of bed | from bed
 sit exercise: chair exercise | chair stretch | chair workout | chair based exercise | chair routine
 liedown: lying down | lie down | laying down | lay down
 nofloor: no floor | without floor | off floor | without lying down | without getting on floor | cant get down on floor | cant get on floor | cant lie on floor | cannot get down on floor | no getting on floor | not on floor
 noequipment: no equipment | with nothing | nothing else | without equipment | no kit | without kit | no gear | without gear | equipment free | nothing needed | bodyweight | body weight | without any equipment | no props | without props | no tools | no apparatus
 firstdays: first days | first few days | first day | first three days | first 3 days | first 2 days | first two days | early days | day one | day 1 | first 48 hours | first 24 hours | first week
 recover: recovering | recovery phase | getting better phase | healing phase
 prevent: preventing | prevention | preventative | preventive | avoid another | stop coming back | stop it coming back | keep coming back | coming back | happening again | come back | returning
 foam roller: foam rolling | foam roll | roller | rolling | roll out
 shoulder blade: shoulderblade | scapula | scapulae | scapular | wing bone | wingbone | shoulder bone
 low back: lower back | low back | lowback | lumbar | lumber | lumbago | small of back | base of spine | base of back | bottom of back
 upper back: top of back | high back | thoracic | t spine | tspine | thorax
 mid back: middle back | middle of back | midback | centre of back | center of back
 neck: cervical | nape
 tail bone: coccyx | tailbone | tail bone
 bum: butt | buttock | backside | bottom cheek | rear end | behind muscle | arse | ass | tush | booty | gluteal | glute | gluteus
 belly: stomach | tummy | abdomen | abdominal | abdominals | abs | ab | gut
 hamstring: back of thigh | back of leg | back of upper leg | behind thigh | hammy | hammie | back thigh | hams
 hip flexor: front of hip | psoas | iliopsoas
 calf: calves | lower leg
 thigh: upper leg | quad | quadricep
 groin muscle: adductor
 trapezius: trap | trapz
 chest: pec | pectoral | pectorals | breast bone
 lat: latissimus | latissimus dorsi
 spine: backbone | vertebra | vertebrae | spinal column | vertebral column | spinal
 twist: rotation | rotate | rotating | turning | turn
 bendover: bend over | bending | bend forward | bending over
 forward bend: flexion | forward fold | bend forward
 back bend: extension | backbend | bend backwards | bending backwards | arch backwards | lean back | leaning back
 strong: strengthen | strengthening | stronger | strength | build up | toning | tone
 loosen: loosening | mobility | mobilise | mobilize | limber | flexibility | loosen up | unlock
 press: pressing | push
 stretch: stretching | limbering
 release: releasing | let go
 spasm: pulled muscle | muscle strain | strained muscle | muscle pull | cramp | charley horse | muscle cramp | seize | seize up | seized up | seizing up | locked up | lock up | locking up | locked | locks up | went out | gone out | goes out | go out | going out | threw out | thrown out | throw out | put out | gave out | give out | gives out | gripping | twinge | twinged | jammed | knotted up | clenched up | tighten up | tweaked | wrenched
 back pain: bad back | poorly back | dodgy back | dicky back | backache | back trouble | back problem | sore back | back ache | aching back
 back spasm: threw back out | throw back out | throwing back out | threw out back | back went out | back has gone out | back gone out | back goes out | back keeps going out | back going out | put back out | back is out | back gave out | back gives out | did back in | done back in | back has gone | back gone | tweaked back | hurt back | strained back | sprained back | pulled back muscle | pulled muscle in back | pulled back
 pain: sore | soreness | ache | aching | achy | achey | hurt | hurting | ouch | painful | tender | discomfort | agony
 tight: tense | tension | taut | tightened | tightness | wound up
 stiff: rigid | seized solid | inflexible
 knot: knotted | lump in muscle | trigger point | adhesion | tight spot
 massage: rubbing | rub | self massage | kneading
 tennis ball: lacrosse ball | massage ball | spiky ball | hard ball | ball
 band: resistance band | theraband | elastic band | exercise band | stretchy band | rubber band
 strap: belt
 stick: broom | broomstick | broom handle | pole
 towel: rolled towel
 mat: exercise mat | yoga mat
 step: stair | stool | low step
 door: doorway | door frame | doorframe | open doorway
 desk: office | computer | screen | laptop | keyboard | workstation | at work | work desk | cubicle
 car: driving | drive | long drive | road trip
 sleep: asleep | sleeping | slept | night sleep | sleeper | fall asleep | falling asleep | fell asleep
 mattress: bed mattress
 heat: hot | heating pad | hot water bottle | warm | warmth | heat pack | hot bath | heat pad | wheat bag | hot pack | hot tub | hot shower
 ice: cold | ice pack | cold pack | frozen peas | cold compress | icing
 medicine: drug | tablet | pill | painkiller | pain killer | medication | meds | pain relief tablets | pain reliever | tablets
 paracetamol: acetaminophen | tylenol | panadol
 ibuprofen: advil | nurofen | motrin | anti inflammatory | antiinflammatory | nsaid
 muscle relaxant: muscle relaxer | relaxer | diazepam | valium
 doctor: gp | physician | general practitioner | medic
 hospital: a e | a and e | er | emergency room | emergency department | casualty
 physio: physiotherapist | physiotherapy | physical therapy | physical therapist | pt | chiropractor | chiro | osteopath
 pregnant: pregnancy | expecting | expecting baby | expectant | mum to be | mom to be | trimester
 osteoporosis: brittle bone | thin bone | osteopenia | weak bone | bone density | fragile bone
 hypermobility: hypermobile | bendy joint | double jointed | ehlers danlos | eds | loose joint | flexible joint | too flexible | over flexible | bendy
 older: elderly | senior | old | pensioner | over 60 | over 65 | over 70 | over 50 | age | aged | elderly people | old people
 posture: slouch | slouching | hunch | hunched | hunching | slumping | round shoulder | roundback
 belt brace: back belt | back support | back brace | lumbar support | support belt | corset | lumbar belt | back supports
 lift: lifting | pick up | picking up | carry | carrying | heavy lifting | heavy
 workday: job | go to work | going to work | return to work | back to work | sick leave | off work | day off work | day off | time off | time off work | sick note | work with back pain
 rest: resting | stay in bed | bed rest | lie still
 active: keep moving | stay active | moving around | keep active
 walk: walking | stroll | walks
 warmup: warm up | warming up | warm ups
 plank: planking | planks
 pressup: press up | push up | pushup
 situp: sit up | crunch | curl up | sit ups
 cat cow: catcow | cat camel | camel cat | cow cat | cat and cow | cat n cow
 child pose: childs pose | child pose | childspose
 bird dog: birddog | bird dogs
 pelvis tilt: pelvic tilt | pelvis tilt | pelvic tilts
 morning: wake up | waking up | woke up | woke | wakeup | first thing | mornings
 evening: bedtime | bed time | before sleep | before bed | night time | nighttime | end of day
 minute: min | mins
 quick: fast | short | speedy
 gym: work out gym
 dangerous: serious | worrying | harm | harmful | danger | risk | risky
 safe: safely | safety | allowed
 myth: myths | old wives tale
 crack: cracking | pop | popping | click | clicking | crunching
 yoga: yogi | asana
 resume normal: back to normal | normal again
 resume: when can | when could | go back to | get back to | return to | getting back to
 last: heal | take to heal | get better | clear up | go away | settle | be over
 tech neck: text neck | phone neck | nerd neck | computer neck | forward head posture | forward head
 gym: gym workout | training | sport
 cause: why | reason | caused
 howlong: how long | how many day | how many week | how many hour | how soon | recovery time | healing time | when will | how many second
 scan: mri | xray | x ray | ct | ct scan | imaging
 disc: slipped disc | herniated disc | bulging disc | disk | slipped disk | bulging disk | herniated disk | prolapsed disc | disc prolapse | slip disc
 sciatica: sciatic | sciatic nerve | pinched nerve | trapped nerve | pain down leg | shooting leg pain | leg nerve pain
 cushion: pillow
 print: printable | pdf | printed | print out | printout | handout | sheet
 cauda equina: caudal equina
`

/** Questions whose answer is advice: a page of guidance comes before an exercise. */
export const ADVICE = /^(can|could|should|shall|may|must|is|are|am|do|does|did|will|would|what|why|when|which|who|whom|how (long|often|much|many|soon|bad|come|to|do|can|should)|is it|safe|dangerous)\b|\b(safe|safely|dangerous|ok to|okay to|bad for|good for|allowed|worth it)\b/

/** The strict ones: permission and safety. */
export const MAY_I = /\b(can|could|should|may|must|shall) (i|you|we|my|someone|people)\b|\b(is|are) (it|this|they|there)\b.*\b(safe|ok|okay|bad|good|dangerous|harmful|worth|possible|all right|alright|normal|better|best)\b|\b(safe|dangerous|harmful|ok|okay|bad|allowed) (to|for)\b|\bis .* (safe|bad|dangerous|harmful|ok|okay|normal|good)\b|\bsafe\b|\bdo i (need|have)\b/

/** Words of position, thing or phase with one of these ask for a list. */
export const LISTING = /\b(exercis\w*|excercis\w*|exersi\w*|stretch\w*|strech\w*|streches|moves?|movements?|poses?|things to do|workouts?|options?|list|all|ideas|positions?)\b/
