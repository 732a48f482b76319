"""The templates, and the few words they know."""

import os
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from generator import floor
from generator.handbook import Handbook
from generator.language import ENGLISH, day, theme_language
from generator.model.base import switched_on
from generator.pages import caring, doses, relations, sheet, warnings
from generator.pages.links import markdown_link, page_files, way
from generator.pages.pdfs import book_pdf, sheet_pdf
from generator.pages.pictures import DrawnFigure, card_words, drawn_larger, telling, unread
from generator.pages.style import figure_css, portable
from generator.pages.text import (
    address,
    around,
    attr,
    body,
    code,
    dial,
    first_sentence,
    opened,
    sentence,
    text,
    who,
)
from generator.phrasing import counted, fill, script_words

FOLDER = Path(__file__).parent.parent / "templates"
COMPILED = Path(__file__).parent.parent.parent / "build" / "templates"
SAID = (
    *(doses.dose_line, doses.dose_told, doses.first_dose, doses.often),
    *(doses.repeat, doses.span, doses.stay, doses.times, card_words, drawn_larger),
)
"""What templates say in the handbook's own phrases."""


class Templates:
    """All templates over one handbook."""

    def __init__(
        self,
        handbook: Handbook,
        figures: Mapping[str, DrawnFigure],
        pdfs: AbstractSet[str] = frozenset(),
        shared: AbstractSet[str] = frozenset(),
    ) -> None:
        self.handbook = handbook
        self.figures = figures
        self.files = page_files(handbook)
        self.environment = _environment()
        self.environment.filters["day"] = partial(day, tag=handbook.publisher.language)
        self.environment.globals.update(
            _words(handbook),
            book=handbook,
            say=handbook.phrases.pages,
            pdfs=pdfs,
            shared=shared,
            figure_style=partial(portable, figure_css(handbook.publisher.inks)),
            link=_linker(self.files),
            way_to=_way_to,
            known=self.files.__contains__,
            changed={},
            today=date.today,
            theme_language=theme_language(handbook.publisher.language) or ENGLISH,
            telling=lambda exercise: telling(exercise, figures),
        )

    def tell_changes(self, changes: Mapping[str, date]) -> None:
        """Let pages say when their file of content/ was last changed: its path -> the day."""
        sources = self.handbook.sources.items()
        days = {key: changes[source.path] for key, source in sources if source.path in changes}
        self.environment.globals["changed"] = days

    def fill(self, template: str, here: str, **values: object) -> str:
        """The text of one file; `here` is its path below docs/."""
        return self.environment.get_template(template).render(here=here, **values)

    def page(self, template: str, address: str, **values: object) -> tuple[str, str]:
        """One page of the site: its file's path below the project's root, and its text."""
        file = self.files[address]
        return f"docs/{file}", self.fill(template, file, address=address, **values)

    def macros(self, template: str, here: str, **values: object) -> TemplateModule:
        """The macros of a template, as seen from the file `here`."""
        return self.environment.get_template(template).make_module({"here": here, **values})


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(),
        autoescape=False,  # Markdown is not HTML: every field passes `text`, `attr` or `tojson` by name
    )
    filters = (text, around, attr, code, address, body, sentence, opened, first_sentence, who, dial, unread)
    # YAML, which reads these in front matter, does not join the halves that JSON spells an emoji with.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.filters["on"] = switched_on
    environment.filters.update({each.__name__: each for each in filters})
    return environment


def _compiled() -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept: beside the generator, since others may own the system's folder."""
    try:
        COMPILED.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(COMPILED)) if os.access(COMPILED, os.W_OK) else None
    except OSError:
        return None


def _words(handbook: Handbook) -> dict[str, object]:
    return {
        "minutes": partial(doses.minutes, handbook),
        "exercise_minutes": partial(doses.exercise_minutes, handbook),
        "face_of": partial(relations.face_of, handbook),
        "by_area": partial(relations.by_area, handbook),
        "guidance": partial(relations.guidance, handbook),
        "by_phase": partial(relations.by_phase, handbook),
        "by_minutes": partial(relations.by_minutes, handbook),
        "groups_at": partial(warnings.groups_at, handbook),
        "signs_before": partial(warnings.signs_before, handbook),
        "signs_of": partial(warnings.signs_with, handbook),
        "ends_of_exercise": partial(warnings.ends_of_exercise, handbook),
        "ends_of_routine": partial(warnings.ends_of_routine, handbook),
        "read_for": partial(warnings.read_for, handbook),
        "may_need_floor": partial(floor.may_need_floor, handbook),
        "without_floor": partial(floor.without_floor, handbook),
        "routine_needs_floor": partial(floor.routine_needs_floor, handbook),
        **{each.__name__: partial(each, handbook) for each in SAID},
        "tick_rows": partial(sheet.tick_rows, handbook),
        "version_of": partial(caring.version_of, handbook),
        "left_out": partial(caring.left_out, handbook),
        "book_pdf": partial(book_pdf, handbook),
        "sheet_pdf": sheet_pdf,
        "dose_of": doses.dose_of,
        "fill": fill,
        "said": partial(counted, handbook),
        "script_words": partial(script_words, handbook),
        "words_of_sheet": partial(sheet.words_of_sheet, handbook),
    }


def _linker(files: Mapping[str, str]) -> Callable[..., str]:
    @pass_context
    def link(context: Context, address: str, words: str, anchor: str = "") -> str:
        return markdown_link(files, context["here"], address, words, anchor)

    return link


@pass_context
def _way_to(context: Context, file: str) -> str:
    return way(context["here"], file)
