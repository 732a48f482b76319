"""Muscle patches of hip, thigh and calf; sources as in atlas_back; the hip joint lies at level 1.205."""

from __future__ import annotations

from .patches import Patch, front, leg, ring

BUTTOCK = "Muscles of the Gluteal Region"

LEG_PATCHES = (
    Patch(  # rear crest, sacrum and coccyx, down and out to the thigh a hand's breadth below the trochanter
        "gluteus-maximus",
        ("back", "side"),
        BUTTOCK,
        (
            ring(
                (164, 1.02), (140, 1.04), (118, 1.12), (102, 1.24), (97, 1.38), (103, 1.50), (118, 1.51),
                (138, 1.44), (158, 1.41), (171, 1.36), (174, 1.24), (170, 1.12),
                grain=((0, 4), (5, 10)),
            ),
        ),
    ),
    Patch(  # outer face of the ilium below the crest, fanned together to the trochanter
        "gluteus-medius",
        ("side", "back"),
        BUTTOCK,
        (
            ring(
                (62, 1.03), (78, 0.965), (104, 0.945), (126, 0.985), (126, 1.05), (110, 1.12), (98, 1.215),
                (87, 1.215), (74, 1.12),
                grain=((3, 6), (7, 9)),
            ),
        ),
    ),
    Patch(  # sacrum S2-S4, nearly level, to the trochanter's tip
        "piriformis",
        ("back",),
        BUTTOCK,
        (
            ring(
                (166, 1.08), (140, 1.095), (110, 1.15), (94, 1.185), (96, 1.21), (114, 1.215),
                (142, 1.185), (165, 1.15),
                grain=((0, 3), (4, 7)),
            ),
        ),
        deep=True,
    ),
    Patch(  # psoas beside the lumbar spine and iliacus in the hollow of the ilium, to the lesser trochanter
        "hip-flexors",
        ("front", "side"),
        "Muscles and Fasciae of the Iliac Region",
        (
            front(
                (6.0, 0.85), (9.0, 0.89), (12.0, 0.93), (12.6, 1.02), (11.8, 1.16), (9.9, 1.33), (9.2, 1.28),
                (8.2, 1.06),
                grain=((2, 5), (6, 8)),
            ),
            front(
                (2.0, 0.60), (4.2, 0.62), (5.8, 0.80), (8.4, 1.05), (9.6, 1.24), (9.0, 1.37), (7.4, 1.35),
                (6.2, 1.14), (3.8, 0.88), (2.2, 0.72),
                grain=((1, 5), (6, 9)),
            ),
        ),
        deep=True,
    ),
    Patch(  # rectus, vastus lateralis and vastus medialis to the kneecap
        "quadriceps",
        ("front", "side"),
        "Anterior Femoral Muscles",
        (
            leg(
                (30, 0.22), (52, 0.19), (76, 0.25), (82, 0.52), (68, 0.82), (36, 0.95), (20, 0.90),
                (36, 0.62), (36, 0.38),
                grain=((2, 5), (6, 9)),
            ),
            leg(
                (2, 0.17), (24, 0.17), (38, 0.38), (38, 0.62), (24, 0.86), (6, 0.87), (-10, 0.62),
                (-10, 0.38),
                grain=((1, 4), (5, 8)),
            ),
            leg(
                (-14, 0.40), (-8, 0.64), (8, 0.88), (6, 0.96), (-20, 0.98), (-44, 0.92), (-48, 0.76),
                (-36, 0.54),
                grain=((0, 2), (5, 7)),
            ),
        ),
    ),
    Patch(  # sit-bone to both sides of the knee hollow: biceps outside, the two others inside
        "hamstrings",
        ("back", "side"),
        "Posterior Femoral Muscles",
        (
            leg(
                (180, 0.23), (222, 0.22), (236, 0.56), (234, 0.86), (226, 1.05), (212, 1.06), (198, 0.90),
                (175, 0.80), (180, 0.50),
                grain=((1, 4), (5, 9)),
            ),
            leg(
                (140, 0.22), (184, 0.23), (182, 0.50), (176, 0.80), (160, 0.90), (150, 1.05), (136, 1.04),
                (126, 0.85), (124, 0.56),
                grain=((1, 5), (6, 9)),
            ),
        ),
    ),
    Patch(  # pubis fanned to the inner thigh; gracilis as a thin line to the knee
        "adductors",
        ("front", "back"),
        "Medial Femoral Muscles",
        (
            leg(
                (344, 0.19), (320, 0.13), (294, 0.12), (256, 0.15), (244, 0.30), (251, 0.54), (263, 0.74),
                (272, 0.95), (282, 0.95), (298, 0.80), (326, 0.66), (346, 0.46), (352, 0.29),
                grain=((3, 7), (8, 12)),
            ),
        ),
    ),
    Patch(  # two heads from the knee hollow, inner one lower; below them soleus and the tendon to the heel
        "calves",
        ("back", "side"),
        "Muscles and Fasciae of the Leg",
        (
            leg(
                (178, 1.03), (236, 1.04), (256, 1.22), (250, 1.46), (224, 1.58), (196, 1.58), (180, 1.50),
                (182, 1.30),
                grain=((1, 4), (6, 8)),
            ),
            leg(
                (128, 1.04), (180, 1.03), (184, 1.30), (182, 1.50), (160, 1.53), (128, 1.45), (108, 1.24),
                grain=((1, 3), (5, 7)),
            ),
            leg(
                (112, 1.36), (130, 1.44), (160, 1.51), (182, 1.49), (196, 1.56), (224, 1.56), (250, 1.44),
                (232, 1.62), (196, 1.80), (193, 1.90), (167, 1.90), (164, 1.80), (134, 1.60),
                grain=((6, 9), (10, 13)),
            ),
        ),
    ),
)  # fmt: skip
