"""One page of guidance, as it stands in content/pages/<path>.md: front matter and Markdown."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.base import Frozen, Slug, Text
from generator.model.exercise import Review
from generator.model.pose import FigureSpec


class Page(Frozen):
    """One hand-written page."""

    title: Text
    description: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    also_called: tuple[Text, ...] = ()
    """What people type when they need this page."""
    main_message: Text | None = None
    care_level: Literal["emergency", "urgent", "self-care"] | None = None
    order: int = 50
    areas: tuple[Slug, ...] = ()
    sources: tuple[str, ...] = ()
    review: Review | None = None
    figures: dict[Slug, FigureSpec] = {}
    """Drawings that stand in the text where [[figure:name]] says so."""
    path: str
    """The page's path below the site's root, such as "guidance/red-flags"; "" is the home page."""
    body: str
    """Markdown, with blocks such as [[stop-signs]] on lines of their own."""

    @property
    def address(self) -> str:
        """The page's path below the site's root, without slashes at the ends."""
        return self.path
