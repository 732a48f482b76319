"""The data behind a run that is followed on the screen: follow.json, which only the player loads."""

from generator.handbook import Handbook
from generator.model.base import Frozen
from generator.model.exercise import Exercise, Variant
from generator.model.publisher import Line
from generator.model.safety import TrafficLight
from generator.pages.warnings import ends_of_exercise
from generator.phrasing import script_words


class Followed(Frozen):
    """What a run needs to know of one exercise beyond browse.json."""

    easier: Variant
    frames: int
    """How many pictures the exercise has; with two, the second one is where it is held."""
    stop: tuple[str, ...]
    """Signs that end this exercise, its area's included, besides those that end every exercise."""


class Following(Frozen):
    """The whole of follow.json; every safety line word for word as in safety.yml."""

    exercises: dict[str, Followed]
    stop: tuple[str, ...]
    traffic_light: TrafficLight
    red_flag: str
    red_flag_page: str
    not_reviewed: str
    emergency: tuple[Line, ...]
    words: dict[str, object]
    """What the player says, by the names of content/phrases.yml."""


def follow_json(handbook: Handbook) -> str:
    """The text of follow.json."""
    safety = handbook.safety
    following = Following(
        exercises={slug: _followed(handbook, each) for slug, each in handbook.exercises.items()},
        stop=safety.stop,
        traffic_light=safety.traffic_light,
        red_flag=safety.red_flag_line,
        red_flag_page=f"{safety.red_flags}/",
        not_reviewed=safety.not_reviewed,
        emergency=handbook.publisher.emergency,
        words=dict(script_words(handbook, "follow")),
    )
    return following.model_dump_json(exclude_none=True) + "\n"


def _followed(handbook: Handbook, exercise: Exercise) -> Followed:
    ends = (
        sign.sign
        for each in ends_of_exercise(handbook, exercise)
        for listed in each.lists
        for sign in listed.signs
    )
    easier = exercise.easier
    if easier.exercise not in handbook.exercises:
        easier = Variant(do=easier.do)
    return Followed(easier=easier, frames=len(exercise.figure.frames), stop=(*exercise.stop, *ends))
