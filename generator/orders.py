"""Which figures a handbook asks for, and what decides each one's looks: its key."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from generator.alphabet import spelled
from generator.figure import Caption
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.pose import BasePose, FigureSpec
from generator.phrasing import fill
from generator.seated import figure_name, seated_figure
from generator.source import Place

KEY_LENGTH = 20  # hex digits of the hash in a file's name
GENERATOR = Path(__file__).parent
ENGINE = GENERATOR / "figure"
FILMING = (ENGINE / "filming", ENGINE / "film.py", ENGINE / "checks" / "waycheck.py")  # no still needs them
UNDRAWN = (ENGINE / "baking", *FILMING)  # baking makes the bodies' files, which count themselves
WORDS = ("arrow", "base", "conditions", "mirror", "pose", "things", "words")
GRAMMAR = tuple(GENERATOR / "model" / f"{name}.py" for name in WORDS)


@dataclass(frozen=True)
class Order:
    """One figure to draw: what its drawing depends on, its words, and the place in content it comes from."""

    name: str
    spec: FigureSpec
    bases: Mapping[str, BasePose]
    captions: tuple[Caption, ...]
    address: str
    place: Place

    @property
    def slug(self) -> str:
        """Return the name as it may stand in ids and file names."""
        return spelled(self.name)

    def file(self, folder: Path) -> Path:
        """Return where the finished figure is kept; the name holds a hash of all that decides its looks.

        Its words do not: they are put in afterwards, so that a changed word draws nothing anew.
        """
        wordless = {"frames": {"__all__": {"alt"}}}
        parts = [engine_hash(), self.name, self.spec.model_dump_json(exclude=wordless)]
        parts += [f"{name}={self.bases[name].model_dump_json()}" for name in sorted(self.bases)]
        return folder / f"{self.slug}.{key_of(parts)}.json"


def figure_names(handbook: Handbook) -> tuple[str, ...]:
    """Return all figures' names: exercises' slugs, `<address>#in-wheelchair` and `<page path>#<name>`."""
    seated = [figure_name(each) for each in handbook.exercises.values() if each.in_wheelchair]
    pages = [f"{page.path}#{name}" for page in handbook.pages.values() for name in page.figures]
    return (*handbook.exercises, *seated, *pages)


def ordered(handbook: Handbook) -> Iterator[Order]:
    """Yield every figure of the handbook whose frames say more than their alt text."""
    for exercise in handbook.exercises.values():
        if is_posed(exercise.figure):
            captions = tuple(_captions(exercise, handbook.phrases.pages.exercise.picture_of))
            bases = _bases(exercise.figure, handbook.poses)
            yield Order(exercise.slug, exercise.figure, bases, captions, exercise.address, ("figure",))
            yield from _seated(exercise, handbook)
    for page in handbook.pages.values():
        for name, spec in page.figures.items():
            captions = tuple(Caption(letter, page.title, frame.alt) for letter, frame in spec.frames.items())
            place = ("figures", name)
            yield Order(f"{page.path}#{name}", spec, _bases(spec, handbook.poses), captions, page.path, place)


def _seated(exercise: Exercise, handbook: Handbook) -> Iterator[Order]:
    """Yield the figure of an exercise in a wheelchair, if it has one."""
    position = handbook.facets.positions.get(handbook.wheelchair)
    spec = seated_figure(exercise, position.wheelchair if position else None)
    if spec:
        words = fill(handbook.phrases.pages.exercise.wheelchair_of, name=exercise.name)
        captions = tuple(Caption(letter, words, frame.alt) for letter, frame in spec.frames.items())
        bases = _bases(spec, handbook.poses)
        yield Order(figure_name(exercise), spec, bases, captions, exercise.address, ("in_wheelchair",))


def is_posed(spec: FigureSpec) -> bool:
    """Return whether any frame of a figure says more than its alt text."""
    return any(frame.model_dump(exclude_defaults=True, exclude={"alt"}) for frame in spec.frames.values())


def _bases(spec: FigureSpec, poses: Mapping[str, BasePose]) -> Mapping[str, BasePose]:
    """Return the base poses a figure uses, with those they mirror; unknown ones are left out."""
    own = [frame.base for frame in spec.frames.values()]
    waiting = [name for name in (spec.base, *own) if name]
    bases: dict[str, BasePose] = {}
    while waiting:
        name = waiting.pop()
        if name in poses and name not in bases:
            bases[name] = poses[name]
            waiting += [link for link in (bases[name].mirror_of,) if link]
    return bases


def _captions(exercise: Exercise, named: str) -> Iterator[Caption]:
    """Yield the words of each frame: its name, and what is seen in it.

    Steps and doses stand once, in the page's own text: a sheet may ask for another dose than the exercise.
    """
    for letter, frame in exercise.figure.frames.items():
        yield Caption(letter, fill(named, name=exercise.name, letter=letter), frame.alt)


def story_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the letters of the pictures one repetition on one side passes, from the first one back to it.

    Where each side has its turn, the other side is the mirror of the first, so what steps say of it is left
    out. What is done only once ends where its steps end.
    """
    first = min(exercise.figure.frames)
    back = (first,) if exercise.dose.repetitions > 1 else ()
    letters = [first, *(step.frame for step in exercise.steps), *back]
    story = tuple(one for one, before in zip(letters, ("", *letters), strict=False) if one != before)
    if exercise.sides != "together" and first in story[1:]:
        return story[: story.index(first, 1) + 1]
    return story


def held_in(exercise: Exercise) -> tuple[int, ...]:
    """Return the places in the story where the dose's hold belongs: where a step says its length.

    Where no step says it, the hold is that of the picture from which the way leads back; what is done only
    once is not held where no step says so.
    """
    dose, story = exercise.dose, story_of(exercise)
    if not (dose.hold and dose.move):
        return ()
    minutes = f"|{dose.hold // 60} minutes?" if dose.hold % 60 == 0 else ""
    length = re.compile(rf"\b(?:{dose.hold} seconds?{minutes})\b")
    said = {step.frame for step in exercise.steps if length.search(step.do)}
    places = tuple(place for place, letter in enumerate(story[:-1]) if letter in said)
    return places or ((len(story) - 2,) if dose.repetitions > 1 else ())


def key_of(parts: Iterable[str]) -> str:
    """Return the hash that stands for some texts in a file's name."""
    return sha256("\0".join(parts).encode()).hexdigest()[:KEY_LENGTH]


@cache
def engine_hash() -> str:
    """Return the hash of the engine's source, its grammar and its bodies."""
    files = [*ENGINE.rglob("*.py"), *ENGINE.rglob("*.npz"), *GRAMMAR]
    return hash_of(file for file in files if not {file, *file.parents} & set(UNDRAWN))


@cache
def film_hash() -> str:
    """Return the hash of the engine and of all that makes films."""
    files = [each for path in FILMING for each in (path.rglob("*.py") if path.is_dir() else [path])]
    return key_of([engine_hash(), hash_of(files)])


def hash_of(files: Iterable[Path]) -> str:
    """Return the hash of the names and texts of some of the generator's files."""
    total = sha256()
    for file in sorted(files):
        total.update(file.relative_to(GENERATOR).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()
