"""How far each joint goes, in degrees, with the source of each range.

Sources: AAOS = American Academy of Orthopaedic Surgeons, "Joint Motion: Method of Measuring and
Recording" (1965) and "The Clinical Measurement of Joint Motion" (1994); NW = Norkin & White,
"Measurement of Joint Motion", 5th ed. (2016); WP = White & Panjabi, "Clinical Biomechanics of the
Spine", 2nd ed. (1990), ranges of the single segments added up; KA = Kapandji, "The Physiology of the
Joints", 6th ed. (2007). Ranges here are end-of-range for a supple adult: the larger source wins.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """The range of one movement in degrees, what its two ends are called, and who says so."""

    low: float
    high: float
    below: str
    above: str
    source: str


LIMITS: dict[str, Limit] = {
    "low_back.round": Limit(
        -45,
        60,
        "low back arched",
        "low back rounded",
        "AAOS: lumbar flexion 60, KA: extension 35; NW: to 45 lying",
    ),
    "low_back.bend": Limit(-25, 25, "low back bent right", "low back bent left", "AAOS: 25"),
    "low_back.turn": Limit(
        -15, 15, "low back turned right", "low back turned left", "WP: lumbar rotation 5-13"
    ),
    "upper_back.round": Limit(
        -35,
        60,
        "upper back arched",
        "upper back rounded",
        "KA: thoracic flexion 45, extension 25; WP: segments add to 76 in both",
    ),
    "upper_back.bend": Limit(
        -30, 30, "upper back bent right", "upper back bent left", "KA: 20; WP: segments add to 40"
    ),
    "upper_back.turn": Limit(
        -45, 45, "upper back turned right", "upper back turned left", "KA: 35; AAOS: thoracolumbar 45"
    ),
    "neck.round": Limit(
        -50,
        50,
        "neck bent back",
        "neck bent forward",
        "AAOS: neck and head together 45 and 45; WP: C3-C7 66 in both",
    ),
    "neck.bend": Limit(-40, 40, "neck tilted right", "neck tilted left", "AAOS: 45 with the head"),
    "neck.turn": Limit(-50, 50, "neck turned right", "neck turned left", "WP: C2-C7 about 45"),
    "head.round": Limit(
        -25, 25, "head tipped back", "head nodded", "WP: C0-C2 extension and flexion 45 in both"
    ),
    "head.bend": Limit(-10, 10, "head tilted right", "head tilted left", "WP: C0-C2 10"),
    "head.turn": Limit(-45, 45, "head turned right", "head turned left", "WP: C1-C2 40-47"),
    "shoulder.up": Limit(
        -12,
        40,
        "shoulder drawn down",
        "shoulder raised",
        "KA: collarbone 30 up, 10 down at the inner joint, 10 cm up, 3 cm down at the tip",
    ),
    "shoulder.forward": Limit(
        -30, 30, "shoulder drawn back", "shoulder reaching forward", "KA: collarbone 30 forward, 30 back"
    ),
    "elbow.bend": Limit(0, 150, "elbow bent backwards", "elbow bent", "AAOS, NW: 0-150"),
    "forearm.turn": Limit(
        -90, 90, "forearm turned palm up", "forearm turned palm down", "AAOS: 80 and 80; KA: 90 and 85"
    ),
    "wrist.flex": Limit(
        -85, 85, "wrist bent back", "wrist bent", "AAOS: 80 and 70; KA: 85 and 85; weight bearing reaches 90"
    ),
    "wrist.side": Limit(
        -20,
        35,
        "wrist bent to the thumb",
        "wrist bent to the little finger",
        "AAOS: 20 and 30; KA: 15 and 45",
    ),
    "hip.bend": Limit(
        -30, 135, "hip stretched back", "hip bent", "AAOS: 120 and 30; KA: 140 with the knee bent"
    ),
    "hip.open": Limit(
        -30, 60, "thigh crossed", "thighs apart", "AAOS: 45 and 30; KA: to 60 with the hip bent"
    ),
    "hip.turn": Limit(
        -45, 60, "thigh turned in", "thigh turned out", "AAOS: 45 and 45; KA: 60 out with the hip bent"
    ),
    "knee.bend": Limit(0, 160, "knee bent backwards", "knee bent", "AAOS: 135; KA: 160 sitting on the heels"),
    "ankle.point": Limit(
        -30, 75, "foot drawn up", "foot pointed", "AAOS: 20 and 50; KA: 30 and 50, kneeling adds the mid-foot"
    ),
    "foot.roll": Limit(-25, 35, "sole turned out", "sole turned in", "AAOS: 15 and 35"),
    "toes.bent": Limit(
        -40, 80, "toes curled", "toes bent up", "AAOS: 70 up, 45 down at the big toe; KA: 90 passive"
    ),
}


@dataclass(frozen=True)
class ArmLimit:
    """Limits of the shoulder as a whole, for the upper arm's direction in the chest's axes."""

    backward: float = 60.0  # degrees behind the trunk with the arm low (AAOS, NW: extension 60)
    across: float = 60.0  # degrees past the midline in front (AAOS: horizontal flexion 130-135 from the side)
    behind_level: float = (
        45.0  # degrees behind the side line with the arm raised (AAOS: horizontal extension 45)
    )
    turn_out: float = 100.0  # degrees of outward rotation (AAOS, NW: 90; supple 100)
    turn_in: float = 95.0  # degrees of inward rotation (AAOS: 70-80; behind the back 95)


ARM_LIMIT = ArmLimit()
HEAD_AGAINST_CHEST = 95.0  # degrees in all (AAOS: rotation 80; with tilt and nod 95)
TRUNK_TURN = 55.0  # degrees pelvis to shoulders (KA: 35 + 5 to 10; seated turns reach 55)
