"""Pages that stand elsewhere now, from content/moved.yml; printed codes lead to the old places."""

from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Frozen

PageAddress = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$", max_length=200)]
"""The path of a page below the site's root, such as routines/stiff-neck-ease."""


class Moved(Frozen):
    """The whole of content/moved.yml."""

    pages: dict[PageAddress, PageAddress] = {}
    """Each old address with the new one: of a routine, a page, an area, an exercise in another area."""
