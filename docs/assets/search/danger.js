/* Signs of danger in a query: the paraphrases of safety.yml's words, as classes and rules. Data only.
   When in doubt a rule fires: a page too many about danger costs a tap, one too few may cost far more. */

/** Harmless phrases that hold a word of danger. They are taken out first. */
export const HARMLESS = `fall asleep | falling asleep | fell asleep | falls asleep | face down | face up | dead bug | dead lift
 | dead hang | breast stroke | breaststroke | numbing cream | heart rate | wall angel | prevent fall | avoid fall
 | fear of falling | night fall | fall out with | falls apart | crash course | crash diet | crash mat | fallen arch | no problem | no trouble
 | heavy lifting | lift heavy | lifting heavy | heavy object | heavy thing | heavy weight | heavy load | heavy bag | heavy box | heavy shopping
 | keep fit | keeping fit | stay fit | staying fit | get fit | getting fit
 | weight loss exercise | weight loss workout | weight loss routine | weight loss plan | weight loss diet | weight loss walk | weight loss tip
 | exercise for weight loss | workout for weight loss | walk for weight loss | heat rash | rash from | rash after ice | rash under
 | strengthen weak leg | strengthening weak leg | exercise for weak leg | weak leg exercise | leg weakness exercise | strengthening for weak | for weak senior
 | no numb | not numb | without numb | no tingling | without tingling | no weak | no weakness | without weak | without any weakness | not accident
 | no accident | no fall | no fever | no temperature | no chest pain | no pin and needle`

/** Phrases that mean less than their words: each is read as one word of its own. */
export const READ_AS = "night sweat: nightsweat"

/** What fails or hurts, and where. A word or phrase may stand in several classes. Pointers ("my") are gone. */
export const CLASSES = `
 NUMB: numb | numbing | tingle | tingling | tingly | pin and needle | pin needle | pain and needle | no feeling | no sensation | cant feel | cannot feel | dont feel | not feel | unable to feel | lost feeling | losing feeling | lose feeling | lost sensation | losing sensation | loss of sensation | loss of feeling | lack of feeling | lack of sensation | lost all feeling | lost all sensation | cant really feel | feel nothing | feels nothing | feels funny | feel funny | feels weird | feel weird | feels strange | feel strange | feels odd | feel odd | feels off | dead | feels different | feel different | feeling different | altered sensation | strange feeling | weird feeling | funny feeling | strange sensation | weird sensation | feeling gone | feeling has gone | lost touch | anaesthesia | prickling | no longer feel | wooden | asleep | novocaine
 SADDLE: between leg | between both leg | between thigh | groin | crotch | genital | genitalia | private | private part | down below | down there | undercarriage | saddle | inner thigh | vagina | vaginal | vulva | labia | clitoris | perineum | penis | testicle | scrotum | ball sack | anus | anal | back passage | rectum | bum hole | bum | butt | bottom | buttock | backside | wipe | wiping | toilet paper | toilet roll | loo roll | lady part | nether region | willy | dick | cock | fanny | foof | nut sack | where sit | below waist | waist down
 NOTICE: dont notice | not notice | didnt notice | dont realise | dont realize | not aware | unaware | without knowing | without noticing | without realising | cant tell | cannot tell | dont know when
 PEE: pee | peeing | wee | weeing | urinate | urinating | urine | urination | piss | bladder | pass water | passing water | pass urine | go to toilet | going to toilet | go to loo | going to loo | use toilet | use loo | waterwork | water work | go to bathroom | going to bathroom | use bathroom | number one | catheter | need toilet | need the loo | need loo | need bathroom | need to go
 BOWEL: bowel | bowl control | control of bowl | control bowl | bowl movement | poo | pooing | poop | pooping | stool leaking | stool | faece | feces | defecate | crap | sphincter | turd | number two
 UNABLE: cant | cannot | can not | couldnt | could not | unable | not able | not be able | trouble | difficulty | difficult | hard to | struggle | struggling | impossible | barely | hardly
 NOT: no | not | never | wont | will not | havent | lost control | lose control | losing control | no control | loss of control | lack of control | control | retention
 PROBLEM: problem | issue | change | stopped | weird | different | strange | new | sudden | lost | fail | reduced | weak stream | dysfunction
 LEAK: leak | leaking | leakage | wet | wetting | wetted | accident | dribble | dribbling | incontinent | incontinence | myself
 WEAK: weak | weakness | weaker | weaken | weakening | wont hold | gave way | give way | giving way | gives way | buckle | buckling | paralyse | paralysis | paralysed | wont work | not working | not work | stop working | stopped working | doesnt work | dont work | wont move | cant move | cannot move | lost strength | no strength | lost power | lose power | no power | jelly | gone from under | go from under | goes from under | floppy | limp | drop foot
 GIVEWAY: wont hold | turned to jelly | gave way | give way | giving way | gives way | gave out | give out | giving out | gives out | buckle | buckling | collapse
 BOTHLEGS: either foot | either leg | both leg | both of leg | leg both | two leg | each leg | both foot | both feet | both thigh | both calf | left and right leg
 CHEST: chest | breastbone | sternum | heart
 PAIN: pain | painful | hurt | hurting | sore | ache | aching | pressure | crush | crushing | squeeze | squeezing | heavy | heaviness | discomfort | burn | burning | stab | stabbing | agony | gripping | cramp | tightness | weight on | elephant | tight
 HURT: pain | painful | hurt | hurting | sore | ache | aching | burn | burning | stab | stabbing | agony | discomfort
 KNOCK: bang | banged | knock | knocked | bump | bumped | hit | blow
 LOST: lost | dropped | shed
 KILOS: stone | kg | kilo | pound | lb | weight
 NOTRY: without trying | not trying | without dieting | not dieting | no diet | no reason | unexplained | unintentional | without meaning | cant explain | no idea why
 OLD: elderly | gran | granny | grandma | grandmother | nan | grandad | grandpa | old mum | old mother | old dad | pensioner
 BREATHLESS: breathless | breathlessness | out of breath | short of breath | shortness of breath | short breath | cant breathe | cannot breathe | unable to breathe | cant catch breath | catch breath | trouble breathing | difficulty breathing | difficult to breathe | hard to breathe | struggling to breathe | struggle to breathe | breathing difficulty | breathing problem | gasping | cant get breath | gasp | suffocating | cant get air | winded for no reason
 ARM: arm
 TEAR: tear | tearing | rip | ripping | ripped | torn apart
 FALL: fall | dived | dive shallow | dived PAIN | diving accident | fell | fallen | tumble | tumbled | thrown off | knocked off | came off | slipped off | slip and fall | jumped from | dropped from
 CRASH: crash | crashed | accident | car wreck | wreck | collision | run over | ran over | hit by | knocked down | rta | mva | rear ended | whiplash | pileup | heavy blow | blow to | tackled | trampled
 SPEAK: get word out | find word | get word | speak | speaking | speech | swallow | swallowing | talk | talking
 FAINT: faint | fainted | fainting | black out | blacked out | blackout | pass out | passed out | passing out | lost consciousness | unconscious | lose consciousness | losing consciousness | keel over | keeled over | collapse
 FEVER: fever | temperature | shiver | shivering | shivery | chill | feverish | rash | bright light | light hurt | light hurt eye | light sensitive | drowsy | drowsiness | confused | photophobia | sensitive to light | hate light
 PULSE: pulse | pulsing | pulsate | pulsating | throb | throbbing | beating | heartbeat
 SEX: erection | erectile | ejaculate | ejaculation | orgasm | sexual | sex | get hard | stay hard | getitup | impotent | impotence
 SHOCK: electric shock | electrical shock | shock | zap | electric feeling | electricity down | electricity through | electricity shooting | lhermitte
 CLUMSY: clumsy | clumsiness | dropping thing | drop thing | dropping cup | fumbling | fumble | uncoordinated | dont work properly | not work properly | lost dexterity
 FIDDLY: coin | button | buttoning | shoelace | lace | key | cutlery | pen | handwriting | writing | write
 SEVERE: severe | sudden | worst | terrible | excruciating | bad | unbearable | agony
 HEADACHE: headache | head ache | pain in head | head pain | head hurt | migraine
 UNLIKE: like never before | never before | never had before | never felt before | unlike any | of life | ever had | ever felt
 EYELID: eyelid | eye lid | droopy eye | eye droop | eye drooping
 DROOP: droop | drooping | droopy | drop | dropped | sag | sagging | lower | hanging
 DIFFERENT: different | uneven | unequal | small | smaller | big | bigger | large | larger | tiny | not same | arent same | size
 UNSTEADY: unsteady | unsteadiness | wobbly | off balance | lost balance | losing balance | loss of balance | lose balance | stagger | staggering | lurching
 LEADEN: heavy | heaviness | like lead | like concrete | leaden | lead
 BAND: band | ring | girdle | belt
 CONSTANT: constant | wont stop | doesnt stop | not stop | never stop | continuous | non stop | nonstop
 LOTS: heavy | heavily | lot | gush | gushing | soaking | pouring | clot
 CONFUSED: confused | confusion | drowsy | drowsiness | very sleepy | not making sense | breathing fast | fast breathing | breathe fast | delirious
 THINBONE: osteoporosis | osteopenia | osteoporotic | brittle bone | thin bone | weak bone | fragile bone
 WATERS: water broke | water broken | water have broken | water gone
 BELLY: belly | stomach | tummy | abdomen | abdominal | gut
`

/** Together these mean danger now: the red-flag page stands alone. A word outside the classes stands for itself. */
export const NOW = `
 NUMB SADDLE | NUMB BOTHLEGS | WEAK BOTHLEGS | HURT both leg | sciatica BOTHLEGS | HURT both foot | NUMB PEE | NUMB BOWEL | NUMB SEX | cauda equina
 NOTICE PEE | NOTICE BOWEL | drag BOTHLEGS | dragging BOTHLEGS | UNABLE lift BOTHLEGS | UNABLE PEE | UNABLE BOWEL | NOT PEE | NOT BOWEL | LEAK PEE | LEAK BOWEL | UNABLE SEX | NOT SEX | PROBLEM PEE | PROBLEM BOWEL | PROBLEM SEX | incontinent | incontinence | wet myself | wet bed | wet pant | wet trouser | soil myself | soiled | soil pant | soil bed | impotence | impotent
 UNABLE walk | GIVEWAY leg | sudden WEAK leg | sudden WEAK arm | paralysis | paralyse
 CHEST PAIN | heart attack | heat attack | chest pin | cardiac | jaw PAIN | sweat PAIN | cold sweat | clammy PAIN | BREATHLESS | angina | difficult breathe | trouble breathe | struggle breathe | problem breathe | nausea PAIN | nauseous PAIN | vomit PAIN | vomiting PAIN | queasy PAIN
 TEAR PAIN CHEST | TEAR back | TEAR PAIN | aortic | aorta | aneurysm | PAIN spread ARM | PAIN left ARM | PAIN jaw
 cough blood | coughing blood | spit blood | blood clot | embolism | dvt | swollen calf | calf swollen | calf swelling | swollen leg
 fell | fallen | FALL height | FALL ladder | FALL stair | FALL step | FALL roof | FALL horse | FALL bike | FALL off | FALL down | FALL hard | FALL from | bad FALL | FALL tree | after FALL | had FALL | nasty FALL | FALL PAIN | FALL over | FALL hurt
 CRASH | broken spine | broken back | broken neck | broke back | broke neck | broke spine | hit head | did break neck
 double vision | seeing double | blurred vision | NUMB face | face droop | face drooping | UNABLE SPEAK | slur | slurred | slurring | stroke | CLUMSY arm | CLUMSY hand | CLUMSY leg | WEAK arms | both arm NUMB | both arm WEAK | CLUMSY sudden
 worst HEADACHE | sudden HEADACHE | thunderclap | thunder clap | excruciating HEADACHE | terrible HEADACHE | explosive HEADACHE | head explode | head exploding | unbearable HEADACHE | severe HEADACHE | HEADACHE UNLIKE | worst PAIN head | neck UNLIKE | worst neck PAIN | sudden severe neck | sudden excruciating neck | TEAR neck | carotid | vertebral artery | dissection
 face DROOP | EYELID DROOP | droopy eye | ptosis | horner | pupil DIFFERENT
 UNSTEADY neck | UNSTEADY sudden | UNSTEADY foot | UNSTEADY feet | UNSTEADY leg | UNSTEADY walk | UNSTEADY walking | keep tripping | keep trip | keep falling | keep stumbling
 CLUMSY FIDDLY | CLUMSY finger | drunk walk | drunk walking | UNABLE FIDDLY | keep dropping | dropping cup | dropping thing | handwriting worse | handwriting bad | handwriting gone | handwriting neck | handwriting messy | writing messy | writing worse | LEADEN BOTHLEGS | stiff CLUMSY leg | myelopathy | spinal cord
 cancer BAND PAIN | cancer BAND chest | cancer BAND rib | cancer WEAK leg | cancer NUMB leg | cancer NUMB BOTHLEGS | cancer WEAK BOTHLEGS | cancer LEADEN leg
 sepsis | septic | septicaemia | septicemia | blood poisoning | blotchy skin | mottled | blue lip | grey skin | gray skin | hot CONFUSED | fever CONFUSED | temperature CONFUSED | chill CONFUSED | shiver CONFUSED | shivering CONFUSED | infection CONFUSED
 pregnant LOTS bleed | pregnant LOTS bleeding | pregnant LOTS blood | pregnant BELLY PAIN CONSTANT | pregnant BELLY PAIN SEVERE | pregnant had fit | pregnant having fit | pregnant seizure | pregnant convulsion
 FAINT | SHOCK spine | SHOCK back | SHOCK down | SHOCK neck | SHOCK head | SHOCK nod | SHOCK bend | SHOCK look | SHOCK body | SHOCK chin | sudden WEAK side | sudden NUMB side | neck FEVER | meningitis | neck SEVERE headache
 PULSE BELLY | SEVERE BELLY PAIN | BELLY PAIN back PAIN
`

/** Together these mean advice soon: the red-flag page stands first. */
export const SOON = `
 fever | high temperature | temperature PAIN | chill PAIN | feel ill | feeling ill | unwell | shiver | shivering | feverish | weight loss PAIN | weight loss NOTRY | losing weight PAIN | losing weight NOTRY | lost weight | LOST stone | LOST kg | LOST kilo | LOST lb | LOST pound | KILOS NOTRY | nightsweat | temp PAIN | high temp | running temp | temp of | cancer | tumour | tumor | steroid | prednisolone | prednisone | cortisone
 doesnt ease PAIN | not ease PAIN | wont ease PAIN | constant PAIN | unrelenting PAIN | nonstop PAIN | even resting PAIN | even lying PAIN
 night PAIN SEVERE | worse night PAIN | wake night PAIN | cough PAIN | sneeze PAIN | inject drug | heroin | infection | hiv
 foot drop | dropped foot | drag foot | dragging foot | WEAK leg | NUMB leg | NUMB foot | NUMB ARM | NUMB hand | NUMB finger | WEAK ARM | NUMB toe | NUMB thigh | NUMB patch | UNABLE lift foot | UNABLE lift toe | foot flop | foot slap | foot slapping | slap ground | toe catch | toe drag | weak grip | WEAK grip | crooked spine sudden | rib PAIN KNOCK | OLD crack | OLD cracked | OLD sudden PAIN | day night PAIN | shingle | blister | rash PAIN | rash side | rash rib | rash one | rash back | lump back | lump spine | swelling back | swollen back | shape back changed | deformed spine | PAIN BOWEL | osteoporosis FALL | iv drug | drug user | swelling spine
 PAIN breathe | PAIN breath | headache neck | pregnant bleed | pregnant bleeding | pregnant SEVERE | pregnant contraction | immune weak | immunosuppressed | bone broken
 bad HEADACHE | sudden neck PAIN | severe neck PAIN | scalp PAIN | scalp tender | PAIN brush hair | PAIN comb hair | arteritis | giant cell | polymyalgia | HEADACHE over 50 | rheumatoid neck | unstable neck | WEAK hand
 THINBONE PAIN sudden | THINBONE PAIN sneeze | THINBONE PAIN cough | THINBONE PAIN bump | THINBONE crack | THINBONE cracked | sudden PAIN elderly | broken vertebra | fractured vertebra | vertebra broken | lost height | losing height | shrunk | got shorter | getting shorter | dowager
 kidney PAIN | kidney infection | kidney stone | pyelonephritis | uti | water infection | urine infection | blood PEE | bloody PEE | burning PEE | burn PEE | hurt pee | hurt wee | hurt urinate | PAIN pee | PAIN wee | PAIN urine | PAIN urinate | sting PEE | stinging PEE | flank PAIN | loin PAIN | colic | colicky | PAIN wave groin | red PEE | pink PEE | brown PEE
 pregnant HEADACHE | pregnant swell | pregnant swollen | pregnant swelling | pregnant PAIN rib | pregnant vision | pregnant flashing | pregnant vomit | pregnant vomiting | pregnant blood pressure | pregnant leak | pregnant leaking | pregnant fluid | pregnant BELLY PAIN | pregnant bleed | WATERS | preeclampsia | pre eclampsia | eclampsia
 baby moving less | baby not moving | baby kick less | baby not kicking | baby kicking less | baby stopped moving | baby moves less
 ankylosing | spondylitis | spondyloarthritis | axspa | inflamed spine | inflammatory back | sacroiliitis | psoriasis back | psoriasis spine | psoriasis stiff | crohn back | colitis back | uveitis | iritis | red eye back | stiff hour morning | stiff 30 minute morning | stiff half hour morning | better exercise worse rest | better moving worse resting | better move worse rest
 hot calf | red calf | dizzy neck | fracture spine | red flag | warning sign | emergency | ambulance
`

/** With one of these a tight or sore chest is about its muscles: the red-flag page stands first, not alone. */
export const MUSCLE_TALK = "muscle stretch opener exercise pec pectoral doorway posture release roll roller squeeze foam"

/** Words that alone may be the start of a sign: the red-flag page leads while nothing else is asked for. */
export const TELLING = `numb numbness tingle tingling pins needles groin saddle genitals bladder bowel pee weeing urine incontinence
 weak weakness paralysed chest breathless breath heart fever shivering temperature faint collapse fall fell accident crash cancer clumsy
 dropping slurred stroke dizzy vision swallow seizure meningitis rash blister weight steroid osteoporosis pregnant bleeding`

/** What is a sign to have checked when a query says nothing else. */
export const ALONE = "numbness | numb | tingling | pin and needle"
