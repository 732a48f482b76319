"""Muscle patches of the front and sides of neck, chest and belly; sources as in atlas_back."""

from __future__ import annotations

from .patches import Patch, arm, forearm, front, neck, ring

CHEST = "Muscles Connecting the Upper Extremity to the Anterior and Lateral Thoracic Walls"
THORAX = "Muscles of the Thorax"
BELLY = "Muscles of the Abdomen (Antero-lateral)"

RIB_SLOPE, RIB_SPACING = 0.055, 0.062  # levels: drop from side to front, and from rib to rib


def rib_strips() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return five oblique strips between ribs 5 and 10, from the mid-axillary line forward."""
    tops = [0.34 + RIB_SPACING * k for k in range(5)]
    return tuple(
        ((95, top), (55, top + RIB_SLOPE), (55, top + RIB_SLOPE + 0.026), (95, top + 0.026)) for top in tops
    )


FRONT_PATCHES = (
    Patch(  # inner collarbone above; breastbone and cartilages 1-6 below; both to the front armpit fold
        "pectorals",
        ("front",),
        CHEST,
        (
            front(
                (1.0, 0.15), (6.0, 0.115), (12.0, 0.10), (17.0, 0.17), (19.5, 0.235), (18.8, 0.255),
                (13.0, 0.235), (6.0, 0.205), (1.0, 0.20),
                grain=((0, 4), (5, 8)),
            ),
            front(
                (1.0, 0.19), (6.0, 0.195), (13.0, 0.225), (18.8, 0.245), (18.0, 0.275), (14.5, 0.33),
                (10.5, 0.405), (5.0, 0.435), (1.0, 0.42),
                grain=((0, 3), (4, 7)),
            ),
        ),
    ),
    Patch(  # outer third of the collarbone to the deltoid tuberosity
        "anterior-deltoid",
        ("front", "side"),
        "Muscles and Fasciae of the Shoulder",
        (
            arm(
                (14, -0.12), (40, -0.28), (76, -0.28), (80, 0.0), (84, 0.40), (74, 0.52), (58, 0.42),
                (32, 0.18),
                grain=((2, 5), (5, 8)),
            ),
        ),
    ),
    Patch(  # inner elbow along the palm side to the wrist; at rest the palms face the thighs
        "forearm-flexors",
        ("front", "side"),
        "Muscles and Fasciae of the Forearm (Volar Group)",
        (
            forearm(
                (312, 0.06), (334, 0.22), (336, 0.44), (322, 0.68), (300, 0.94), (258, 0.94), (238, 0.66),
                (214, 0.42), (208, 0.22), (228, 0.06), grain=((0, 4), (5, 9))
            ),
        ),
    ),
    Patch(  # ribs 1-9, seen below the armpit between latissimus and breast; its slips drawn as one
        "serratus-anterior",
        ("side", "front"),
        CHEST,
        (
            ring(
                (93, 0.33), (74, 0.345), (64, 0.39), (58, 0.45), (56, 0.51), (60, 0.56), (74, 0.585),
                (95, 0.59),
                grain=((0, 3), (4, 7)),
            ),
        ),
    ),
    Patch(  # ribs 5-12 to the crest and the belly's side line
        "obliques",
        ("side", "front"),
        BELLY,
        (
            ring(
                (94, 0.56), (94, 0.82), (74, 0.87), (50, 0.97), (36, 1.02), (33, 0.85), (35, 0.60),
                (44, 0.49), (62, 0.50), (78, 0.53),
                grain=((5, 7), (0, 4)),
            ),
        ),
    ),
    Patch(  # pubis to cartilages 5-7, crossed by three sinews
        "rectus-abdominis",
        ("front",),
        BELLY,
        (
            front((-0.3, 0.41), (6.4, 0.41), (7.0, 0.53), (-0.3, 0.53), grain=((1, 2), (3, 4))),
            front((-0.3, 0.52), (7.0, 0.52), (7.0, 0.65), (-0.3, 0.65), grain=((1, 2), (3, 4))),
            front((-0.3, 0.64), (7.0, 0.64), (6.6, 0.79), (-0.3, 0.79), grain=((1, 2), (3, 4))),
            front(
                (-0.3, 0.78), (6.6, 0.78), (5.6, 0.96), (3.4, 1.16), (-0.3, 1.19),
                grain=((1, 3), (4, 5)),
            ),
        ),
    ),
    Patch(  # belt between the front hip points, navel to pubis
        "transversus-abdominis",
        ("front", "side"),
        BELLY,
        (
            ring(
                (-3, 0.79), (60, 0.77), (98, 0.76), (94, 0.86), (55, 0.97), (26, 1.10), (-3, 1.16),
                grain=((0, 2), (3, 6)),
            ),
        ),
        deep=True,
    ),
    Patch(  # a dome over the rib arch
        "diaphragm",
        ("front",),
        THORAX,
        (
            front(
                (-1.0, 0.31), (5.0, 0.30), (9.5, 0.32), (12.6, 0.38), (14.0, 0.49), (14.0, 0.60),
                (11.4, 0.59), (8.6, 0.53), (4.5, 0.475), (-1.0, 0.44),
                grain=((3, 5), (9, 10)),
            ),
        ),
        deep=True,
    ),
    Patch(  # between ribs 5 and 10
        "intercostals",
        ("side", "front"),
        THORAX,
        tuple(ring(*strip) for strip in rib_strips()),
        deep=True,
    ),
    Patch(  # C2-C7 to ribs 1-2, between the neck strap and trapezius
        "scalenes",
        ("side", "front"),
        "Lateral Vertebral Muscles",
        (
            neck(
                (102, 0.05), (90, -0.10), (64, -0.10), (80, 0.30), (92, 0.68), (100, 0.62),
                grain=((2, 4), (5, 7)),
            ),
        ),
        deep=True,
    ),
    Patch(  # mastoid to breastbone and inner collarbone
        "sternocleidomastoid",
        ("side", "front"),
        "Lateral Cervical Muscles",
        (
            neck(
                (122, 1.10), (100, 1.12), (66, 0.62), (28, 0.11), (4, -0.05), (6, -0.22), (30, -0.20),
                (50, -0.12),                 (64, 0.05), (91, 0.62),
                grain=((1, 4), (5, 10)),
            ),
        ),
    ),
    Patch(  # in front of the neck spine, from below the ear to the collarbone
        "deep-neck-flexors",
        ("side", "front"),
        "Anterior Vertebral Muscles",
        (
            neck(
                (86, 0.98), (78, 0.98), (64, 0.60), (58, 0.30), (64, -0.10), (74, -0.12), (86, 0.30),
                (90, 0.60),
                grain=((1, 4), (5, 8)),
            ),
        ),
        deep=True,
    ),
)  # fmt: skip
