"""Muscle patches of neck and back.

Origins and insertions follow H. Gray, Anatomy of the Human Body, 20th ed. (1918, public domain), Myology.
Levels and widths are surface estimates: C7 0, T1 .04, T3 .12, T5 .20, T7 .31, T12 .55, L2 .69, L4 .84, S2 1.
"""

from __future__ import annotations

from .patches import Patch, arm, back, front, neck, ring

ARM_TO_SPINE = "Muscles Connecting the Upper Extremity to the Vertebral Column"
DEEP_BACK = "Deep Muscles of the Back"

BACK_PATCHES = (
    Patch(  # nuchal line and ligament to outer collarbone and acromion; wraps the ridge to the front
        "upper-trapezius",
        ("back", "side", "front"),
        ARM_TO_SPINE,
        (
            back(
                (0.3, 0.02), (0.3, -0.27), (2.6, -0.27), (3.0, -0.16), (4.0, -0.09), (6.0, -0.12),
                (16.0, -0.06), (15.8, 0.13), (11.0, 0.08), (5.0, 0.035),
                grain=((2, 6), (7, 10)),
            ),
            front(
                (5.5, -0.13), (12.0, -0.10), (15.8, -0.07), (15.4, 0.135), (11.0, 0.09), (8.0, 0.05),
                (5.4, 0.01),
                grain=((0, 2), (3, 6)),
            ),
        ),
    ),
    Patch(  # C7-T4 to acromion and blade ridge
        "middle-trapezius",
        ("back",),
        ARM_TO_SPINE,
        (
            back(
                (0.4, 0.035), (6.0, 0.055), (12.0, 0.09), (18.0, 0.125), (17.6, 0.165), (11.0, 0.16),
                (6.5, 0.165), (0.4, 0.18),
                grain=((0, 3), (4, 7)),
            ),
        ),
    ),
    Patch(  # T4-T12 to the inner end of the blade ridge (T3)
        "lower-trapezius",
        ("back",),
        ARM_TO_SPINE,
        (
            back(
                (0.4, 0.19), (3.4, 0.165), (6.3, 0.12), (7.4, 0.135), (6.0, 0.23), (3.4, 0.40),
                (1.4, 0.53), (0.4, 0.56),
                grain=((0, 2), (3, 6)),
            ),
        ),
    ),
    Patch(  # C1-C4 side bumps to the upper corner of the blade (T2)
        "levator-scapulae",
        ("back", "side"),
        ARM_TO_SPINE,
        (
            back(
                (3.2, -0.21), (5.4, -0.21), (5.0, -0.12), (5.6, -0.02), (6.9, 0.06), (6.8, 0.11),
                (5.6, 0.115), (4.2, 0.04), (3.1, -0.08),
                grain=((1, 4), (6, 9)),
            ),
        ),
        deep=True,
    ),
    Patch(  # C7-T5 down and out to the inner border of the blade, T3-T7
        "rhomboids",
        ("back",),
        ARM_TO_SPINE,
        (
            back(
                (0.8, 0.01), (0.8, 0.20), (6.4, 0.31), (7.0, 0.29), (6.8, 0.13), (6.2, 0.115),
                grain=((1, 2), (5, 6)),
            ),
        ),
        deep=True,
    ),
    Patch(  # T7 over the blade tip to the armpit fold, down the flank to the crest; fascia left free
        "latissimus-dorsi",
        ("back", "side"),
        ARM_TO_SPINE,
        (
            ring(
                (176, 0.36), (150, 0.32), (128, 0.31), (112, 0.285), (97, 0.30), (93, 0.40), (96, 0.58),
                (104, 0.72), (120, 0.83), (142, 0.84), (158, 0.70), (171, 0.52),
                grain=((0, 4), (4, 8)),
            ),
        ),
    ),
    Patch(  # T1-T12 columns along the rib angles
        "erector-spinae-thoracic",
        ("back",),
        DEEP_BACK,
        (
            back(
                (1.3, 0.05), (4.0, 0.05), (4.4, 0.16), (5.6, 0.24), (5.9, 0.55), (1.3, 0.55),
                grain=((1, 4), (5, 6)),
            ),
        ),
    ),
    Patch(  # sacrum and crest to rib 12, a column on either side of the spine
        "erector-spinae-lumbar",
        ("back",),
        DEEP_BACK,
        (
            back(
                (1.6, 0.52), (6.2, 0.52), (8.0, 0.64), (8.4, 0.78), (7.4, 0.90), (4.8, 1.02), (2.2, 1.10),
                (1.6, 1.08),
                grain=((1, 6), (7, 8)),
            ),
        ),
    ),
    Patch(  # sacrum and PSIS to the lumbar spines
        "multifidus",
        ("back",),
        DEEP_BACK,
        (
            back(
                (1.5, 0.58), (2.9, 0.60), (3.5, 0.80), (4.6, 0.94), (4.3, 1.05), (2.5, 1.13), (1.5, 1.13),
                grain=((1, 4), (6, 7)),
            ),
        ),
        deep=True,
    ),
    Patch(  # T2-T12 transverse processes to the spines above
        "thoracic-rotators",
        ("back",),
        DEEP_BACK,
        (
            back(
                (0.5, 0.08), (3.0, 0.08), (3.2, 0.30), (3.0, 0.55), (0.5, 0.55),
                grain=((1, 3), (4, 5)),
            ),
        ),
        deep=True,
    ),
    Patch(  # iliac crest to rib 12, beside the erector column
        "quadratus-lumborum",
        ("back", "side"),
        "Muscles of the Abdomen (Posterior)",
        (
            back(
                (5.0, 0.60), (8.6, 0.65), (9.6, 0.83), (5.4, 0.87),
                grain=((1, 2), (3, 4)),
            ),
        ),
        deep=True,
    ),
    Patch(  # outer two thirds of the blade ridge to the deltoid tuberosity
        "posterior-deltoid",
        ("back", "side"),
        "Muscles and Fasciae of the Shoulder",
        (
            back(
                (10.0, 0.15), (14.0, 0.12), (18.8, 0.10), (18.8, 0.235), (15.0, 0.205), (11.0, 0.18),
                grain=((0, 2), (3, 5)),
            ),
            arm(
                (100, -0.28), (100, 0.0), (96, 0.40), (106, 0.52), (128, 0.44), (158, 0.22),
                (172, 0.02), (160, -0.20),
                grain=((0, 3), (3, 7)),
            ),
        ),
    ),
    Patch(  # the hollow below the blade ridge, fanned together to the rear of the shoulder
        "rotator-cuff",
        ("back",),
        "Muscles and Fasciae of the Shoulder",
        (
            back(
                (6.8, 0.16), (12.0, 0.15), (17.0, 0.155), (18.6, 0.19), (14.5, 0.25), (10.5, 0.32),
                (7.6, 0.36), (6.9, 0.28),
                grain=((0, 3), (3, 6)),
            ),
        ),
        deep=True,
    ),
    Patch(  # C7-T3 and nuchal ligament up and out to the mastoid
        "splenius",
        ("back", "side"),
        DEEP_BACK,
        (
            neck(
                (179, 0.60), (150, 0.86), (128, 1.15), (106, 1.12), (116, 0.80), (140, 0.30), (168, -0.35),
                (179, -0.45),
                grain=((0, 2), (3, 6)),
            ),
        ),
        deep=True,
    ),
    Patch(  # C1-C2 to just under the skull edge
        "suboccipitals",
        ("back", "side"),
        "Suboccipital Muscles",
        (
            neck(
                (174, 0.52), (138, 0.54), (127, 1.00), (170, 1.02),
                grain=((1, 2), (3, 4)),
            ),
        ),
        deep=True,
    ),
)  # fmt: skip
