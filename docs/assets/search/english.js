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

/** Words after which something is left out: "no lifting", "without a mat". */
export const NEGATION = "no not without except never isnt arent dont".split(" ")
