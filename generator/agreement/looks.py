"""One frame beside the one it starts from, and the lengths and angles that conditions are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, degrees, hypot

from generator.figure import Measures, distance, height, moved, own
from generator.model.things import Prop

TOE = 6.0  # cm from the joint of the big toe to its tip
UPRIGHT = 45.0  # degrees that the trunk rises above level from which "forward" is ahead


def toe_tip(measures: Measures, side: str) -> tuple[float, float, float]:
    """Return where the tip of the big toe is: a little beyond its joint, on the line from the heel."""
    heel, toes = (measures.places[f"{side} {noun}"] for noun in ("heel", "toes"))
    size = hypot(toes[0] - heel[0], toes[2] - heel[2]) or 1.0
    share = 1 + TOE / size
    return (heel[0] + (toes[0] - heel[0]) * share, toes[1], heel[2] + (toes[2] - heel[2]) * share)


@dataclass(frozen=True)
class Look:
    """What is measured on a frame (`now`) and on the one it starts from (`before`; itself for a first)."""

    now: Measures
    before: Measures
    things: Mapping[str, Prop] = field(default_factory=dict)
    """What stands round the body, as the writer gave it."""

    def angle(self, name: str) -> float:
        """Return an angle of the frame in degrees."""
        return self.now.angles[name]

    def grown(self, name: str) -> float:
        """Return by how many degrees an angle grew since the frame before."""
        return self.now.angles[name] - self.before.angles[name]

    def rise(self, place: str) -> float:
        """Return by how many cm a place rose since the frame before."""
        return moved(self.before, self.now, place, "up")

    def apart(self, one: str, other: str) -> float:
        """Return the distance of two places in cm."""
        return distance(self.now, one, other)

    def above(self, one: str, other: str = "") -> float:
        """Return by how many cm a place is above another, or above the floor."""
        return height(self.now, one, other)

    def beside(self, one: str, other: str) -> float:
        """Return the level distance of two places in cm: 0 where one is plumb over the other."""
        a, b = self.now.places[one], self.now.places[other]
        return hypot(a[0] - b[0], a[2] - b[2])

    def along(self, word: str, one: str, other: str) -> float:
        """Return by how many cm a place lies farther along a direction word than another."""
        way, a, b = self.now.words[word], self.now.places[one], self.now.places[other]
        return sum((x - y) * w for x, y, w in zip(a, b, way, strict=True))

    def middle(self, noun: str) -> tuple[float, float, float]:
        """Return the middle between a left and a right place."""
        a, b = (self.now.places[f"{side} {noun}"] for side in ("left", "right"))
        return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)

    @property
    def upright(self) -> bool:
        """Tell whether the body stands, sits or kneels upright."""
        return self.now.stance == "upright"

    def leaning(self, word: str) -> float:
        """Return by how many degrees the line from hips to neck leans towards a direction word."""
        hips, neck = self.middle("hip joint"), self.now.places["neck joint"]
        line = [n - h for n, h in zip(neck, hips, strict=True)]
        size = sum(value * value for value in line) ** 0.5
        share = sum(a * b for a, b in zip(line, self.now.words[word], strict=True)) / size
        return degrees(asin(max(-1.0, min(1.0, share))))

    def pelvis_forward(self) -> float:
        """Return by how many degrees the top of the pelvis leans ahead of upright."""
        up, ahead = self.now.axes["pelvis"].up, self.now.words["forward"]
        share = sum(a * b for a, b in zip(up, ahead, strict=True))
        return degrees(asin(max(-1.0, min(1.0, share))))

    def below_line(self) -> float:
        """Return by how many cm the hips hang below the line from the shoulders to the feet or knees."""
        end = "ankle joint" if self.straight_legs() else "knee joint"
        start, hip, last = (self.middle(noun) for noun in ("shoulder joint", "hip joint", end))
        whole = hypot(last[0] - start[0], last[2] - start[2])
        share = hypot(hip[0] - start[0], hip[2] - start[2]) / whole if whole > 1 else 0.5
        return start[1] + (last[1] - start[1]) * share - hip[1]

    def straight_legs(self) -> bool:
        """Tell whether both knees are straight enough to count the line to the ankles."""
        return max(self.now.angles[f"{side} knee flexion"] for side in ("left", "right")) < 20

    def past_toes(self, side: str) -> float:
        """Return by how many cm the kneecap is ahead of the tip of the toes, along the foot."""
        heel, knee = (self.now.places[f"{side} {noun}"] for noun in ("heel", "knee"))
        tip = toe_tip(self.now, side)
        ahead = (tip[0] - heel[0], tip[2] - heel[2])
        size = hypot(*ahead) or 1.0
        return ((knee[0] - tip[0]) * ahead[0] + (knee[2] - tip[2]) * ahead[1]) / size

    def beside_foot(self, side: str) -> float:
        """Return by how many cm the knee is beside the vertical plane over the foot."""
        heel, toes, knee = (self.now.places[f"{side} {noun}"] for noun in ("heel", "toes", "knee joint"))
        ahead = (toes[0] - heel[0], toes[2] - heel[2])
        size = hypot(*ahead) or 1.0
        return abs((knee[0] - heel[0]) * ahead[1] - (knee[2] - heel[2]) * ahead[0]) / size

    def falling_in(self, side: str) -> float:
        """Return by how many cm the knee is inside the line from hip to ankle, seen from the front."""
        hip, knee, ankle = (
            own(self.now, f"{side} {noun} joint", "pelvis")[1] * (1 if side == "left" else -1)
            for noun in ("hip", "knee", "ankle")
        )
        return (hip + ankle) / 2 - knee

    def outside(self, side: str) -> float:
        """Return by how many cm the elbow is outside the shoulder joint, in the chest's own frame."""
        sign = 1 if side == "left" else -1
        elbow, shoulder = (own(self.now, f"{side} {noun} joint")[1] * sign for noun in ("elbow", "shoulder"))
        return elbow - shoulder

    def pushed_sideways(self) -> float:
        """Return by how many cm the middle of the hips is beside the middle of the feet."""
        hips, feet, way = self.middle("hip joint"), self.middle("ankle joint"), self.now.words["left"]
        return abs(sum((h - f) * w for h, f, w in zip(hips, feet, way, strict=True)))

    def turned(self, segment: str) -> float:
        """Return by how many degrees a segment's left-right axis has turned since the frame before."""
        a, b = self.now.axes[segment].left, self.before.axes[segment].left
        return 2 * degrees(asin(min(1.0, sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5 / 2)))
