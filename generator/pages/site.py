"""Every page of the site, from the home page to the data set."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType

from generator.addresses import LISTS, moved_pages
from generator.figure import BodyMap, DrawnFigure
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.orders import held_in
from generator.pages import data
from generator.pages.blocks import with_blocks
from generator.pages.body_map import body_map_page, muscle_alone
from generator.pages.browse import browse_texts
from generator.pages.bundles import script_bundles, style_bundle
from generator.pages.caring import care_with, version_of, version_of_text
from generator.pages.finding import finding_texts
from generator.pages.following import follow_json
from generator.pages.glossary import with_meanings
from generator.pages.named import Names, with_names
from generator.pages.pictures import drawn_together, in_wheelchair, inset, pictures, telling
from generator.pages.qr import qr_path
from generator.pages.readme import FILE, readme
from generator.pages.relations import neighbours, routines_with, uses
from generator.pages.sheet import bar_words, size_for
from generator.pages.start import start_texts
from generator.pages.storyboard import storyboard
from generator.pages.templates import Templates
from generator.phrasing import words_on_pages

Texts = Iterator[tuple[str, str]]


def render_site(
    handbook: Handbook,
    figures: Mapping[str, DrawnFigure],
    pdfs: AbstractSet[str] = frozenset(),
    body_map: BodyMap | None = None,
    shared: AbstractSet[str] = frozenset(),
    films: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    changes: Mapping[str, date] = MappingProxyType({}),
) -> dict[str, str]:
    """Every generated file: path below the project's root -> text.

    `pdfs` names the PDFs to offer, `shared` the pictures to share that there are, as paths below the root;
    `films` gives the film of an exercise and its body's, as paths below docs/; `changes` gives the day on
    which a file of content/ was last changed.
    """
    site = _Site(handbook, figures, pdfs, shared, films, body_map)
    site.templates.tell_changes(changes)
    return dict((*site.texts(), body_map_page(handbook, site.templates, body_map)))


def render_sheets(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> dict[str, str]:
    """Every sheet alone: routine's slug -> text. It never depends on PDFs, which are printed from it."""
    site = _Site(handbook, figures)
    return {routine.slug: site.sheet(routine)[1] for routine in handbook.routines.values()}


class _Site:
    def __init__(
        self,
        handbook: Handbook,
        figures: Mapping[str, DrawnFigure],
        pdfs: AbstractSet[str] = frozenset(),
        shared: AbstractSet[str] = frozenset(),
        films: Mapping[str, tuple[str, str]] = MappingProxyType({}),
        body_map: BodyMap | None = None,
    ) -> None:
        self.handbook = handbook
        self.films = films
        self.figures = figures
        self.body_map = body_map
        self.templates = Templates(handbook, figures, pdfs, shared)
        self.near = neighbours(handbook)
        self.glossary = handbook.page_with("glossary")
        self.ways = Names.of(handbook)
        self.names = frozenset((
            *(each.name for each in handbook.exercises.values()),
            *(each.name for each in handbook.routines.values()),
            *(each.title for each in handbook.pages.values()),
        ))  # fmt: skip

    def texts(self) -> Texts:
        yield from self.exercises()
        yield from self.moved()
        yield from self.areas()
        yield from self.routines()
        yield from self.muscles()
        yield from self.pages()
        yield from self.indexes()
        yield from browse_texts(self.handbook, self.figures, self.templates)
        yield from finding_texts(self.handbook, self.templates)
        yield "docs/mark.svg", self.templates.fill("mark.svg.j2", "mark.svg")
        yield (
            "docs/site.webmanifest",
            self.templates.fill("manifest.json.j2", "site.webmanifest"),
        )
        yield "docs/follow.json", follow_json(self.handbook)
        yield from start_texts(self.handbook, self.templates)
        yield from self.settings()
        yield FILE, readme(self.handbook)
        yield "docs/handbook.json", data.handbook_json(self.handbook)
        yield "docs/handbook.schema.json", data.schema_json()

    def settings(self) -> Texts:
        """What every page loads, and what MkDocs reads."""
        brand = self.templates.fill("brand.css.j2", "brand.css")
        bar, said = bar_words(self.handbook), words_on_pages(self.handbook)
        style, scripts = style_bundle(brand), script_bundles()
        yield "docs/brand.css", brand
        yield from ((f"docs/{each.name}", each.text) for each in (style, *scripts.values()))
        yield (
            "build/nav.yml",
            self.templates.fill(
                "nav.yml.j2", "index.md", style=style.name, scripts=scripts, bar=bar, said=said
            ),
        )

    def explained(self, template: str, address: str, **values: object) -> tuple[str, str]:
        """A page of running text that leads to what it names, and explains medical words."""
        file, text = self.templates.page(template, address, **values)
        led = text if address == self.glossary else with_names(text, self.ways, address)
        return file, with_meanings(led, self.handbook.glossary, self.glossary, address, self.names)

    def exercises(self) -> Texts:
        for exercise in self.handbook.exercises.values():
            around = self.around(exercise)
            yield self.explained("exercise.md.j2", exercise.address, **around, exercise=exercise)
            picture = telling(exercise, self.figures)
            file = f"figures/{exercise.slug}.svg"
            yield f"docs/{file}", self.templates.fill("card.svg.j2", file, picture=picture)
            seated = in_wheelchair(exercise, self.figures)
            if seated:
                file = f"figures/{exercise.slug}.in-wheelchair.svg"
                yield f"docs/{file}", self.templates.fill("card.svg.j2", file, picture=seated)

    def moved(self) -> Texts:
        """A page at every old address, which leads to the new one."""
        for old, now, words in moved_pages(self.handbook):
            file = f"{old}/index.html"
            yield f"docs/{file}", self.templates.fill("moved.html.j2", file, now=now, words=words)

    def around(self, exercise: Exercise) -> dict[str, object]:
        drawn = pictures(exercise, self.figures)
        return {
            "pictures": drawn,
            "board": storyboard(exercise, drawn),
            "inset": inset(self.handbook, exercise, self.figures),
            "film": self.films.get(exercise.slug),
            "held": held_in(exercise),
            "near": self.near[exercise.slug],
            "routines": routines_with(self.handbook, exercise.slug),
        }

    def areas(self) -> Texts:
        for slug, area in self.handbook.areas.items():
            exercises = [each for each in self.handbook.exercises.values() if each.area == slug]
            routines = [each for each in self.handbook.routines.values() if slug in each.areas]
            pages = [each for each in self.handbook.pages.values() if slug in each.areas]
            values = {
                "slug": slug,
                "area": area,
                "exercises": exercises,
                "routines": routines,
                "pages": pages,
            }
            yield self.templates.page("area.md.j2", f"exercises/{slug}", **values)

    def routines(self) -> Texts:
        for routine in self.handbook.routines.values():
            yield self.explained("routine.md.j2", routine.address, routine=routine)
            yield self.sheet(routine)

    def sheet(self, routine: Routine) -> tuple[str, str]:
        values = self.on_sheet(routine)
        return self.templates.page("sheet.md.j2", f"{routine.address}/sheet", routine=routine, **values)

    def on_sheet(self, routine: Routine) -> dict[str, object]:
        address = f"{self.handbook.publisher.address}{routine.address}/"
        exercises = [self.handbook.exercises[item.exercise] for item in routine.items]
        return {
            "online": address,
            "qr": qr_path(address),
            "size": size_for(len(exercises)),
            "drawn": drawn_together(self.handbook, exercises, self.figures),
            "leave": care_with(self.handbook, exercises, skip=True),
            "care": care_with(self.handbook, exercises, skip=False),
            "version": version_of(self.handbook, routine),
        }

    def muscles(self) -> Texts:
        for slug, muscle in self.handbook.muscles.items():
            drawn = muscle_alone(self.handbook, self.body_map, slug)
            values = {"muscle": muscle, "drawn": drawn, **uses(self.handbook, slug)}
            yield self.templates.page("muscle.md.j2", f"muscles/{slug}", **values)

    def pages(self) -> Texts:
        for page in self.handbook.pages.values():
            if page.address:
                body = with_blocks(self.templates, page)
                yield self.explained("page.md.j2", page.address, page=page, body=body)

    def indexes(self) -> Texts:
        home = self.handbook.pages.get("")
        body = with_blocks(self.templates, home) if home else ""
        yield self.templates.page("home.md.j2", "", page=home, body=body)
        for index in LISTS:
            yield self.templates.page(f"{index}.md.j2", index)
        if self.handbook.progress.readings:
            yield self.progress_sheet()

    def progress_sheet(self) -> tuple[str, str]:
        """The paper for weekly numbers; its script is a reader's pencil."""
        progress = self.handbook.progress
        address = f"{self.handbook.publisher.address}days/"
        version = version_of_text(self.handbook, progress.model_dump_json())
        values = {"online": address, "qr": qr_path(address), "version": version}
        return self.templates.page("progress-sheet.md.j2", "days/sheet", **values)
