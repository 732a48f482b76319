"""What is new begins from something whole: an exercise with every field to fill in, a handbook to change."""

import re
from pathlib import Path
from shutil import copytree, rmtree

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.handbook import Handbook
from generator.model.base import KEY
from generator.nearness import suggestion

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "new-exercise.yml.j2"
STARTER = Path(__file__).parent / "starter"
"""The smallest whole handbook; what says CHANGE in it is an example."""


class WrongNameError(ValueError):
    """A name that no new exercise can have; the text says why."""


class OccupiedFolderError(ValueError):
    """A place where no new handbook can stand; the text says why."""


def new_handbook(folder: Path) -> None:
    """Write the smallest whole handbook into a folder that is new or empty; all of it, or nothing."""
    if folder.exists() and not folder.is_dir():
        raise OccupiedFolderError(f"'{folder}' is a file; name a folder that is new or empty")
    if folder.exists() and any(folder.iterdir()):
        raise OccupiedFolderError(f"'{folder}' is not empty; name a folder that is new or empty")
    folder = folder.resolve()
    half = folder.with_name(f".{folder.name}.half")
    rmtree(half, ignore_errors=True)
    try:
        copytree(STARTER, half)
        half.replace(folder)
    except OSError:
        rmtree(half, ignore_errors=True)
        raise


def new_exercise(handbook: Handbook, name: str, goal: str) -> tuple[str, str]:
    """Return the path below content/ of the exercise `AREA/SLUG`, and its text to fill in."""
    area, _, slug = name.partition("/")
    if area not in handbook.areas:
        raise WrongNameError(f"there is no area '{area}'{suggestion(area, handbook.areas)}; say AREA/NAME")
    if not re.fullmatch(KEY, slug) or slug != slug.lower():
        raise WrongNameError(f"'{slug}': a name is lower-case letters, digits and hyphens, such as chin-tuck")
    if slug in handbook.exercises:
        raise WrongNameError(f"'{slug}' is there already: {handbook.exercises[slug].address}")
    if slug in handbook.tombstones:
        raise WrongNameError(f"'{slug}' was the name of another exercise, which old sheets still mean")
    if goal not in handbook.facets.goals:
        raise WrongNameError(f"there is no goal '{goal}'{suggestion(goal, handbook.facets.goals)}")
    return f"exercises/{area}/{slug}.yml", _filled(handbook, area, slug, goal)


def _filled(handbook: Handbook, area: str, slug: str, goal: str) -> str:
    facets, environment = handbook.facets, Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, autoescape=False
    )  # fmt: skip
    muscles = [id for id, muscle in handbook.muscles.items() if muscle.area == area] or list(handbook.muscles)
    return environment.get_template(TEMPLATE).render(
        slug=slug,
        name=slug.replace("-", " ").capitalize(),
        area=area,
        position=next(iter(facets.positions)),
        goal=goal,
        effort=facets.goals[goal].effort,
        care=facets.goals[goal].care,
        phase=list(facets.phases)[-1],
        level=next(iter(facets.levels)),
        muscle=muscles[0],
        base=next(iter(handbook.poses)),
        author=next((each.review.author for each in handbook.exercises.values()), "WRITE who wrote it"),
    )
