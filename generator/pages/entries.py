"""What can be found: one entry for every page, list and explained word, with the names people give it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from generator.alphabet import words
from generator.handbook import Handbook
from generator.model.base import Frozen
from generator.model.exercise import Exercise
from generator.model.list_phrases import OnSearch
from generator.model.page import Page
from generator.model.page_phrases import PagePhrases
from generator.model.routine import Routine
from generator.model.vocabulary import Area, Muscle
from generator.pages.doses import dose_line, minutes, often
from generator.pages.text import continued
from generator.phrasing import counted, fill

Kind = Literal["exercise", "routine", "guidance", "area", "list", "muscle", "word", "index"]
ANY_WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"(?<=...)(es|s|ing|ed|e)$")
SMALL = frozenset(("the", "a", "an", "my", "your", "for", "with", "to", "of", "in", "on"))
"""Words that make no other name of a name."""
EXERCISE: Final = frozenset(("exercis", "stretch", "workout", "routin", "movement", "mov", "pos"))
"""Words that all pages are about: "calf exercises" asks for no more than "calf stretch"."""
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
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
    part: str = ""
    """The part of the body that an area is about; its name alone leads there."""
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
    say = handbook.phrases.pages.search
    fresh = fill(say.early, phase=handbook.facets.phases[handbook.fresh].name.lower())
    barred = [*([] if handbook.fresh in exercise.phases else [fresh]), *cautions]
    return fill(say.leave_out, cautions=", ".join(barred)) if barred else ""


def _routine(handbook: Handbook, routine: Routine) -> Entry:
    parts = [handbook.exercises[item.exercise].name for item in routine.items]
    place = handbook.facets.places[routine.place].name
    long = minutes(handbook, routine)
    takes = counted(handbook, handbook.phrases.minute, long)
    return Entry(
        at=f"{routine.address}/",
        kind="routine",
        title=routine.name,
        names=routine.also_called,
        line=f"{takes}, {often(handbook, routine.often)}. {routine.who_for_short}",
        facets=_different((place, handbook.phrases.pages.search.routine)),
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


def _named(names: Iterable[str], name: str) -> tuple[str, ...]:
    """What people add to a name, such as "neck exercises"."""
    return tuple(fill(each, name=name) for each in names)


def _area(handbook: Handbook, slug: str, area: Area) -> Entry:
    return Entry(
        at=f"exercises/{slug}/",
        kind="area",
        title=fill(handbook.phrases.pages.area.title, area=area.name),
        names=(area.name, *area.also_called),
        line=area.summary,
        part=area.name if area.part_of_body else "",
    )


def _muscle(handbook: Handbook, slug: str, muscle: Muscle) -> Entry:
    say = handbook.phrases.pages.search
    known_as = [each for name in muscle.also_called[:1] for each in _named(say.muscle, name)]
    return Entry(
        at=f"muscles/{slug}/",
        kind="muscle",
        title=muscle.name,
        names=(muscle.latin, *muscle.also_called, *known_as),
        line=f"{muscle.where} {muscle.does}",
    )


def _index_pages(say: PagePhrases) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The pages that list others: address, title and names."""
    titles, names = say.titles, say.search
    yield "exercises", titles.all_exercises, names.exercises
    yield "routines", titles.all_routines, names.routines
    yield "guidance", titles.all_guidance, names.guidance
    yield "muscles", titles.all_muscles, names.muscles
    yield "body-map", titles.body_map, names.body_map
    yield "a-z", titles.letters, names.letters
    yield "start", titles.start, names.start
    yield "days", titles.days_and_numbers, names.days
    yield "build", titles.build, names.build


def _indexes(handbook: Handbook) -> Iterator[Entry]:
    for address, title, names in _index_pages(handbook.phrases.pages):
        if address not in handbook.pages and (handbook.start.rows or address != "start"):
            yield Entry(at=f"{address}/", kind="index", title=title, names=names, line="")


def _lists(handbook: Handbook) -> Iterator[Entry]:
    facets, say = handbook.facets, handbook.phrases.pages.search
    used = {id for each in handbook.exercises.values() for id in each.equipment}
    for id, position in facets.positions.items():
        title = fill(say.list_in, position=continued(position.name))
        yield _list(say, "position", id, title, _called(say, position.name))
    if lying := [id for id, each in facets.positions.items() if each.lying]:
        yield _list(say, "position", ",".join(lying), say.list_lying, _called(say, say.lying))
    for id, thing in handbook.equipment.items():
        if id in used:
            name = IN_BRACKETS.sub("", thing.name)
            names = (name, *_named(say.list_names, name))
            yield _list(say, "uses", id, fill(say.list_with, thing=name.lower()), names)
    yield _list(say, "equipment", "none", say.list_without, say.without)
    for id, phase in facets.phases.items():
        title = fill(say.list_for, phase=phase.name.lower())
        yield _list(say, "phase", id, title, _called(say, phase.name))
    for id, goal in facets.goals.items():
        title = fill(say.list_to, goal=goal.name.lower())
        yield _list(say, "goal", id, title, _named(say.list_names, goal.name))


def _called(say: OnSearch, name: str) -> tuple[str, ...]:
    return (name, *_named((*say.list_names, *say.list_names_too), name))


def _list(say: OnSearch, facet: str, choice: str, title: str, names: tuple[str, ...]) -> Entry:
    at = list_address(facet, choice)
    return Entry(at=at, kind="list", title=title, names=names, line=say.list_line)


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
