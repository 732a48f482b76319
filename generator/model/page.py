"""One page of guidance, as it stands in content/pages/<path>.md: front matter and Markdown."""

import re
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import StringConstraints

from generator.model.base import Frozen, Slug, SourceName, Switch, Text
from generator.model.exercise import Review
from generator.model.pose import FigureSpec, Letter

BLOCKS: Final[Mapping[str, str]] = {
    "figure": "figures",
    "red-flag-line": "",
    "emergency-signs": "",
    "urgent-signs": "",
    "soon-signs": "",
    "signs-with": "cautions",
    "sign-sources": "levels of signs",
    "signs-in": "areas",
    "emergency-numbers": "",
    "urgent-numbers": "",
    "crisis-numbers": "",
    "stop-signs": "",
    "traffic-light": "",
    "not-advice": "",
    "scope": "",
    "not-reviewed": "",
    "areas": "",
    "area": "areas",
    "routines": "",
    "routine": "routines",
    "exercises": "",
    "exercise": "exercises",
    "pages": "",
    "page": "pages",
    "muscles": "",
    "cautions": "",
    "glossary": "",
    "references": "",
    "to-confirm": "",
    "better": "",
    "promises": "states of promises",
    "hazards": "",
    "harm": "",
    "tested": "",
    "changes": "",
    "cert": "",
    "scores": "",
    "sheet-versions": "",
    "licence": "",
    "contact": "",
}
"""Every block a page may hold, such as `[[stop-signs]]`, and the vocabulary of what follows its colon."""


FROM: Final = re.compile(r"\s*\{from: ([A-Za-z0-9-]{1,60}(?:, [A-Za-z0-9-]{1,60}){0,5})\}")
"""The mark behind a claim that names the sources it rests on."""


class Page(Frozen):
    """One hand-written page."""

    title: Text
    description: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    also_called: tuple[Text, ...] = ()
    """What people type when they need this page."""
    main_message: Text | None = None
    care_level: Literal["emergency", "urgent", "self-care"] | None = None
    order: int = 50
    denies: Switch = False
    """Whether the page names claims in order to deny them, so that a check lets them stand."""
    on_screen: Switch = False
    """Whether it makes sense on a screen alone, so that the printed book leaves it out."""
    areas: tuple[Slug, ...] = ()
    sources: tuple[SourceName, ...] = ()
    review: Review | None = None
    figures: dict[Slug, FigureSpec] = {}
    """Drawings that stand in the text where [[figure:name]] says so."""
    captions: dict[Slug, dict[Letter, Text]] = {}
    """What stands below each picture of them, in a reader's words: the drawing's name, then the letter."""
    no_picture: Text | None = None
    """Why a page of guidance shows none; for the house, not for readers."""
    path: str
    """The page's path below the site's root, such as "guidance/red-flags"; "" is the home page."""
    body: str
    """Markdown, with blocks such as [[stop-signs]] on lines of their own."""

    @property
    def address(self) -> str:
        """The page's path below the site's root, without slashes at the ends."""
        return self.path
