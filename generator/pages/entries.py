"""What can be found: one entry for every page, list and explained word, with the names people give it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from generator.alphabet import words
from generator.handbook import Handbook
from generator.language import is_english
from generator.model.base import Frozen
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.model.routine import Routine
from generator.model.vocabulary import Area, Muscle
from generator.pages.doses import dose_line, minutes, often

Kind = Literal["exercise", "routine", "guidance", "area", "list", "muscle", "word", "index"]
ANY_WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"(?<=...)(es|s|ing|ed|e)$")
SMALL = frozenset(("the", "a", "an", "my", "your", "for", "with", "to", "of", "in", "on"))
"""Words that make no other name of a name."""
EXERCISE: Final = frozenset(("exercis", "stretch", "workout", "routin", "movement", "mov", "pos"))
"""Words that all pages are about: "calf exercises" asks for no more than "calf stretch"."""
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
LIST_LINE = "The exercises of this kind, with pictures and doses."
LINE = 160
"""Characters of a result's line, at most."""


class Entry(Frozen):
    """One thing that can be found."""

    at: str
    """Its address below the site's root."""
    kind: Kind
    title: str
    names: tuple[str, ...]
    """What else it is called on the page; the strongest evidence after the title."""
    line: str
    """What stands below the title in the list of results."""
    facets: str = ""
    """Positions, things and muscles of an exercise, the place of a routine."""
    text: str = ""
    """Weaker evidence: the different words of a page's text, for search-texts.json."""
    asked: tuple[str, ...] = ()
    """What people ask for when this page is the answer, from content/asked.yml."""
    minutes: int = 0
    """How long a routine takes."""


def asked_entries(handbook: Handbook) -> tuple[Entry, ...]:
    """Everything that can be found, with what people ask for."""
    asked = _asked(handbook)
    return tuple(_without_repeats(each, asked.get(each.at, ())) for each in search_entries(handbook))


def _without_repeats(entry: Entry, asked: Iterable[str]) -> Entry:
    """The entry with what people ask for; of phrases that say the same the first stays."""
    names = tuple(_new(entry.names, (entry.title,), _sense))
    return entry.model_copy(
        update={"names": names, "asked": tuple(_new(asked, (entry.title, *names), _subject))}
    )


def _new(phrases: Iterable[str], told: Iterable[str], says: Callable[[str], object]) -> Iterator[str]:
    seen = {says(each) for each in told}
    for phrase in phrases:
        if (said := says(phrase)) not in seen:
            seen.add(said)
            yield phrase


def _subject(phrase: str) -> frozenset[str]:
    """The sense of a phrase without the words that all pages are about, where it has others."""
    return _sense(phrase) - EXERCISE or _sense(phrase)


def _sense(phrase: str) -> frozenset[str]:
    """The words of a phrase without their endings, in no order."""
    return frozenset(ENDING.sub("", word) for word in ANY_WORD.findall(phrase.lower()) if word not in SMALL)


def _asked(handbook: Handbook) -> dict[str, tuple[str, ...]]:
    """What people ask for, of all classes, by the address as an entry has it."""
    found: dict[str, tuple[str, ...]] = {}
    for each in handbook.asked.values():
        for address, phrases in each.pages.items():
            at = address if "#" in address else f"{address}/"
            found[at] = tuple(dict.fromkeys((*found.get(at, ()), *phrases)))
    return found


def list_address(facet: str, choice: str) -> str:
    """Where the finder shows the exercises of one choice, such as position=hands-and-knees."""
    return f"exercises/#{facet}={choice}"


def search_entries(handbook: Handbook) -> Iterator[Entry]:
    """Everything that can be found, page by page."""
    yield from (_exercise(handbook, each) for each in handbook.exercises.values())
    yield from (_routine(handbook, each) for each in handbook.routines.values())
    yield from (_page(each) for each in handbook.pages.values() if each.address)
    yield from (_area(handbook, slug, each) for slug, each in handbook.areas.items())
    yield from (_muscle(handbook, slug, each) for slug, each in handbook.muscles.items())
    yield from _indexes(handbook)
    yield from _lists(handbook)
    yield from _glossary(handbook)


def _exercise(handbook: Handbook, exercise: Exercise) -> Entry:
    book, muscles = handbook, (*exercise.muscles.main, *exercise.muscles.also)
    facets = [book.facets.positions[id].name for id in exercise.positions]
    facets += [book.equipment[id].name for id in (*exercise.equipment, *exercise.optional_equipment)]
    facets += [book.areas[exercise.area].name, book.facets.goals[exercise.goal].name]
    facets += [book.muscles[id].name for id in muscles]
    once = dose_line(book, exercise, exercise.dose)
    return Entry(
        at=f"{exercise.address}/",
        kind="exercise",
        title=exercise.name,
        names=exercise.also_called,
        line=_shortened(f"{once}. {_leave_out(handbook, exercise)}".strip()),
        facets=_different(facets),
        text=_different((exercise.why, exercise.feel, exercise.start), facets),
    )


def _leave_out(handbook: Handbook, exercise: Exercise) -> str:
    """Who should leave the exercise out, for a reader who goes no further than the list of results."""
    cautions = [handbook.cautions[care.caution].filter for care in exercise.care if care.skip]
    early = (
        []
        if handbook.fresh in exercise.phases
        else [f"the {handbook.facets.phases[handbook.fresh].name.lower()}"]
    )
    return f"Leave it out with: {', '.join((*early, *cautions))}." if early or cautions else ""


def _routine(handbook: Handbook, routine: Routine) -> Entry:
    parts = [handbook.exercises[item.exercise].name for item in routine.items]
    place = handbook.facets.places[routine.place].name
    long = minutes(handbook, routine)
    return Entry(
        at=f"{routine.address}/",
        kind="routine",
        title=routine.name,
        names=routine.also_called,
        line=f"{long} minutes, {often(handbook, routine.often)}. {routine.who_for_short}",
        facets=_different((place, "routine sheet print")),
        text=_different((routine.summary, routine.who_for, *parts)),
        minutes=long,
    )


def _page(page: Page) -> Entry:
    return Entry(
        at=f"{page.address}/",
        kind="guidance",
        title=page.title,
        names=page.also_called,
        line=_shortened(page.main_message or page.description),
        text=_different((page.description, page.body), (page.title, *page.also_called)),
    )


def _english(handbook: Handbook, *words: str) -> tuple[str, ...]:
    """English words that people add to a name; in another language they would be nobody's."""
    return words if is_english(handbook.publisher.language) else ()


def _area(handbook: Handbook, slug: str, area: Area) -> Entry:
    return Entry(
        at=f"exercises/{slug}/",
        kind="area",
        title=next(iter(_english(handbook, f"{area.name} exercises")), area.name),
        names=(area.name, *area.also_called),
        line=area.summary,
    )


def _muscle(handbook: Handbook, slug: str, muscle: Muscle) -> Entry:
    known_as = _english(handbook, *(f"{name} muscle" for name in muscle.also_called[:1]))
    return Entry(
        at=f"muscles/{slug}/",
        kind="muscle",
        title=muscle.name,
        names=(muscle.latin, *muscle.also_called, *known_as),
        line=f"{muscle.where} {muscle.does}",
    )


INDEXES: Final = (
    ("exercises", "All exercises", ("exercises", "list of exercises", "all stretches", "find an exercise")),
    (
        "routines",
        "All routines",
        ("routines", "print", "print a sheet", "printable exercises", "exercise sheet"),
    ),
    ("guidance", "All guidance", ("guidance", "advice")),
    ("muscles", "All muscles", ("muscles", "list of muscles", "muscle names", "anatomy")),
    ("body-map", "Body map", ("where does it hurt", "body parts", "body chart")),
    ("a-z", "A to Z", ("a to z", "index", "site map")),
    ("start", "Start here", ("where do I start", "what should I do now", "which exercises are for me")),
    (
        "days",
        "What I did, and am I getting better?",
        ("what I did", "my days", "my exercise diary", "am I getting better", "track my pain"),
    ),
    ("build", "Your own sheet", ("make my own routine", "my own sheet", "build a routine", "my routine")),
)
"""The pages that list others: address, title and names."""


def _indexes(handbook: Handbook) -> Iterator[Entry]:
    for address, title, names in INDEXES:
        if address not in handbook.pages and (handbook.start.rows or address != "start"):
            known_as = _english(handbook, *names)
            yield Entry(at=f"{address}/", kind="index", title=title, names=known_as, line="")


def _lists(handbook: Handbook) -> Iterator[Entry]:
    facets = handbook.facets
    used = {id for each in handbook.exercises.values() for id in each.equipment}
    for id, position in facets.positions.items():
        yield _list("position", id, _lower(position.name), _names_of_list(position.name))
    lying = [
        id for id, each in facets.positions.items() if each.group == "floor" and each.name.startswith("Lying")
    ]
    if lying:
        yield _list("position", ",".join(lying), "lying down", _names_of_list("Lying down"))
    for id, thing in handbook.equipment.items():
        if id in used:
            name = IN_BRACKETS.sub("", thing.name)
            yield _list("uses", id, f"with {name.lower()}", (name, f"{name} exercises"))
    yield _list("equipment", "none", "without equipment", ("no equipment", "no equipment exercises"))
    for id, phase in facets.phases.items():
        yield _list("phase", id, f"for: {phase.name.lower()}", _names_of_list(phase.name))
    for id, goal in facets.goals.items():
        yield _list("goal", id, f"to {goal.name.lower()}", (f"{goal.name} exercises",))


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _names_of_list(name: str) -> tuple[str, ...]:
    return (name, f"{name} exercises", f"{name} stretches")


def _list(facet: str, choice: str, title: str, names: tuple[str, ...]) -> Entry:
    at = list_address(facet, choice)
    return Entry(at=at, kind="list", title=f"Exercises {title}", names=names, line=LIST_LINE)


def _glossary(handbook: Handbook) -> Iterator[Entry]:
    page = handbook.page_with("glossary")
    if not page:
        return
    for slug, term in handbook.glossary.items():
        at = f"{page}/#{slug}"
        yield Entry(at=at, kind="word", title=term.word, names=term.also, line=term.meaning)


def _different(texts: Iterable[str], told: Iterable[str] = ()) -> str:
    """The different words of some texts that are not yet told, in order: a search needs each once."""
    return " ".join(word for word in dict.fromkeys(words_of(texts)) if word not in {*words_of(told)})


def words_of(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in words(text))


def _shortened(text: str) -> str:
    """Whole words, at most LINE characters."""
    return text if len(text) <= LINE else f"{text[: LINE - 2].rsplit(' ', 1)[0]} …"
