"""Muscle patches of hip, thigh and calf; sources as in atlas_back; the hip joint lies at level 1.205."""

from __future__ import annotations

from .patches import Patch, front, leg, ring

BUTTOCK = "Muscles of the Gluteal Region"

LEG_PATCHES = (
    Patch(  # sacrum, coccyx and rear crest to the outer thigh; nothing above the dimples (level 1)
        "gluteus-maximus",
        ("back", "side"),
        BUTTOCK,
        (
            ring(
                (159, 1.02), (130, 1.06), (104, 1.11), (95, 1.20), (103, 1.29), (125, 1.35), (150, 1.375),
                (170, 1.35), (176, 1.24), (169, 1.12),
                grain=((0, 3), (4, 7)),
            ),
        ),
    ),
    Patch(  # outer face of the ilium to the trochanter
        "gluteus-medius",
        ("side", "back"),
        BUTTOCK,
        (
            ring(
                (58, 0.96), (74, 0.885), (102, 0.87), (112, 0.93), (104, 1.08), (97, 1.19), (87, 1.20),
                (72, 1.09),
                grain=((3, 5), (6, 8)),
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
    Patch(  # iliac hollow and spine to the lesser trochanter, without the tensor
        "hip-flexors",
        ("front", "side"),
        "Muscles and Fasciae of the Iliac Region",
        (
            front(
                (7.6, 0.94), (10.2, 0.98), (11.4, 1.12), (10.2, 1.28), (8.2, 1.39), (6.4, 1.36), (6.0, 1.22),
                (6.8, 1.06),
                grain=((1, 4), (5, 8)),
            ),
        ),
        deep=True,
    ),
    Patch(  # front and outer front of the thigh to the kneecap
        "quadriceps",
        ("front", "side"),
        "Anterior Femoral Muscles",
        (
            leg(
                (-22, 0.27), (10, 0.20), (45, 0.18), (76, 0.24), (80, 0.55), (62, 0.84), (26, 0.96),
                (-22, 0.94), (-44, 0.84), (-42, 0.60), (-32, 0.42),
                grain=((3, 6), (7, 11)),
            ),
        ),
    ),
    Patch(  # sit-bone to both sides of the knee hollow
        "hamstrings",
        ("back", "side"),
        "Posterior Femoral Muscles",
        (
            leg(
                (132, 0.22), (180, 0.235), (228, 0.22), (236, 0.60), (234, 0.86), (226, 1.05), (212, 1.06),
                (200, 0.88), (180, 0.82), (160, 0.88), (150, 1.05), (136, 1.04), (126, 0.85), (124, 0.58),
                grain=((2, 5), (11, 14)),
            ),
        ),
    ),
    Patch(  # pubis to the inner thigh; gracilis as a thin line to the knee
        "adductors",
        ("front", "back"),
        "Medial Femoral Muscles",
        (
            leg(
                (344, 0.27), (322, 0.17), (296, 0.125), (256, 0.15), (244, 0.30), (254, 0.54), (266, 0.70),
                (272, 0.96),                 (281, 0.96), (286, 0.72), (308, 0.58), (334, 0.42),
                grain=((3, 7), (8, 12)),
            ),
        ),
    ),
    Patch(  # two heads from the knee hollow, inner one lower, soleus and tendon to the heel
        "calves",
        ("back", "side"),
        "Muscles and Fasciae of the Leg",
        (
            leg(
                (128, 1.04), (180, 1.03), (236, 1.04), (256, 1.22), (248, 1.46), (216, 1.62), (192, 1.88),
                (168, 1.88), (146, 1.60), (116, 1.42), (108, 1.22),
                grain=((2, 6), (7, 11)),
            ),
        ),
    ),
)  # fmt: skip
