"""Write every word that a pose may hold into POSING.md, from the models: part of `make words`."""

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from pydantic import BaseModel

from generator.figure.anatomy.muscles import JOINTS, PATCHES
from generator.figure.body.body import load_body
from generator.figure.posing.pose import pose_frames
from generator.figure.things.props import surfaces
from generator.model import pose
from generator.model.arrow import Arrow
from generator.model.conditions import EXAMPLES
from generator.model.pose import BasePose, FigureSpec
from generator.model.things import Prop, PropKind
from generator.model.words import DIRECTIONS, PAIRED_PARTS, PAIRED_SPOTS, SINGLE_PARTS
from tests.guide import fill

BEGIN, END = "<!-- reference: made by `make words` -->", "<!-- end of reference -->"
ROOMS: Final[tuple[tuple[str, type[BaseModel]], ...]] = (
    ("a figure", FigureSpec),
    ("a frame", pose.Frame),
    ("a base pose", BasePose),
    ("`trunk`", pose.Trunk),
    ("`pelvis`", pose.Pelvis),
    ("`low_back`, `upper_back`", pose.Spine),
    ("`belly`", pose.Belly),
    ("`head`", pose.Head),
    ("`arms`, `left_arm`, `right_arm`", pose.Arm),
    ("`legs`, `left_leg`, `right_leg`", pose.Leg),
    ("`hip`", pose.Hip),
    ("`ankle`", pose.Ankle),
    ("a contact", pose.Contact),
    ("`hands`", pose.Hands),
    ("a thing", Prop),
    ("an arrow", Arrow),
    ("`view`", pose.View),
    ("`target`", pose.PaintedMuscles),
)
"""Every model of a pose, by where a writer meets it."""
SPECIAL: Final[Mapping[str, Mapping[str, object]]] = {
    "band": {"through": ["left palm", "right palm"]},
    "strap": {"through": ["left palm", "right palm"]},
    "bag": {"held": "right hand"},
    "kettlebell": {"held": "right hand"},
    "dumbbell": {"held": "right hand"},
}
"""What things need that have no place of their own."""
ALT: Final = "A person stands and looks ahead."


def reference() -> str:
    """Return the tables of fields, words, parts, places, things and muscles."""
    return "\n".join([
        "### Every field",
        "",
        "| in | you may write |",
        "| --- | --- |",
        *(f"| {place} | {_listed(_fields(model))} |" for place, model in ROOMS),
        "",
        f"Directions: {_listed(DIRECTIONS)}. All of them may also shift a contact, hands or a thing by",
        "centimetres. **A shift counts** from the middle of the floor under the person at the start; with",
        "`from: own shoulder` it counts from that place of the body, and that is what you mean most often.",
        "",
        f"`free` takes {_listed(pose.FREE)}. A hand's shape is {_listed(get_args(pose.HandShape))}.",
        f"A stance is {_listed(get_args(pose.Stance))}.",
        "",
        "### Parts of the body, for contacts, `rest`, `lift`, `shift` and arrows",
        "",
        f"With `left`, `right` or `both`: {_listed(PAIRED_PARTS)}. Alone: {_listed(SINGLE_PARTS)}.",
        "",
        "### Places on the body, to touch or to count from",
        "",
        f"With `left`, `right`, `own` (the same side) or `other`: {_listed(PAIRED_SPOTS)}.",
        "",
        "### Conditions, as examples of all forms",
        "",
        f"{_listed(EXAMPLES)}.",
        "",
        "### Things",
        "",
        "| kind | can be touched at | usual size, cm (wide × high × deep) |",
        "| --- | --- | --- |",
        *_things(),
        "",
        "A thing with a name of its own says its `kind`: `bar: {kind: rail, height: 205}`.",
        "Sizes are `height`, `width`, `length` and `thick`.",
        "A ball lies on the floor by itself; what rests on it rests on its `top`.",
        "",
        "### Muscles that can be painted",
        "",
        f"{_listed(sorted(set(PATCHES) - JOINTS))}. "
        "A handbook may name others; they are words without a patch.",
        "",
        f"For a handbook about a joint also {_listed(sorted(JOINTS))}: places without fibres.",
    ])  # fmt: skip


def _listed(words: object) -> str:
    return ", ".join(f"`{word}`" for word in words)  # type: ignore[attr-defined]


def _fields(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _things() -> Iterator[str]:
    for kind in sorted(get_args(PropKind)):
        frame = next(iter(pose_frames(_furnished(kind), {"x": _base()}, load_body("woman"))))
        faces = surfaces(frame.setting.things[kind], frame.body.measures)
        places = [f"{kind}.{face}" if face else kind for face in faces]
        solid = next((each for each in frame.solids if each.name == kind), None)
        size = solid.vertices.max(0) - solid.vertices.min(0) if solid is not None else None
        told = " × ".join(f"{100 * each:.0f}" for each in size) if size is not None else "as the body"
        follows = kind in SPECIAL or kind in ("wall", "bed")
        yield f"| `{kind}` | {_listed(places)} | {'fits itself to the body' if follows else told} |"


def _furnished(kind: str) -> FigureSpec:
    return FigureSpec.model_validate({
        "base": "x",
        "props": {kind: {"forward": "30", **SPECIAL.get(kind, {})}},
        "frames": {"A": {"alt": ALT}},
    })  # fmt: skip


def _base() -> BasePose:
    return BasePose.model_validate({"name": "x", "contacts": {"both sole": "floor"}})


def main() -> None:
    """Write the tables between their marks."""
    fill(BEGIN, END, reference())


if __name__ == "__main__":
    main()
