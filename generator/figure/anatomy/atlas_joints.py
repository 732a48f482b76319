"""Patches of joints, for a handbook whose places on the body map are joints and no muscles.

Levels follow the charts' own landmarks: the joint's centre lies where its chart begins or ends.
"""

from __future__ import annotations

from .patches import Patch, arm, forearm, front, leg

ARTICULATIONS = "Syndesmology"  # Gray's section on joints

JOINT_PATCHES = (
    Patch(  # round the point of the shoulder
        "shoulder-joint",
        ("front", "back", "side"),
        ARTICULATIONS,
        (
            arm(
                (-50, 0.02), (20, -0.06), (90, -0.08), (160, -0.06), (215, 0.04), (170, 0.22), (90, 0.28),
                (10, 0.24),
            ),
        ),
    ),
    Patch(  # the hollow of the elbow, its point behind, and both sides
        "elbow-joint",
        ("front", "back", "side"),
        ARTICULATIONS,
        (
            arm((-70, 0.88), (90, 0.86), (250, 0.88), (250, 1.02), (90, 1.04), (-70, 1.02)),
            forearm((-70, -0.02), (90, -0.04), (250, -0.02), (250, 0.13), (90, 0.15), (-70, 0.13)),
        ),
    ),
    Patch(  # both rows of the wrist's bones and the ends of the forearm's
        "wrist-joint",
        ("front", "back", "side"),
        ARTICULATIONS,
        (forearm((-88, 0.88), (90, 0.88), (268, 0.88), (268, 1.10), (90, 1.12), (-88, 1.10)),),
    ),
    Patch(  # the fold of the groin, in front of the joint
        "hip-joint",
        ("front",),
        ARTICULATIONS,
        (
            front(
                (5.5, 1.16), (8.0, 1.08), (11.0, 1.07), (14.0, 1.12), (14.0, 1.26), (11.0, 1.33), (7.5, 1.30),
            ),
        ),
    ),
    Patch(  # kneecap and the joint line on both sides; the hollow behind
        "knee-joint",
        ("front", "back", "side"),
        ARTICULATIONS,
        (
            leg(
                (-60, 0.95), (-32, 0.86), (32, 0.86), (60, 0.95), (58, 1.06), (30, 1.12), (-30, 1.12),
                (-58, 1.06),
            ),
            leg((125, 0.94), (180, 0.91), (235, 0.94), (232, 1.05), (180, 1.08), (128, 1.05)),
        ),
    ),
    Patch(  # both ankle bones and the bend between them
        "ankle-joint",
        ("front", "side", "back"),
        ARTICULATIONS,
        (leg((-100, 1.88), (0, 1.84), (100, 1.88), (100, 1.97), (0, 1.98), (-100, 1.97)),),
    ),
)  # fmt: skip
