"""What the drawing half needs of a posed frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..body.body import Body
from ..body.mesh import FloatArray
from ..things.solids import Solid


class Staged(Protocol):
    """A body in a pose, with the things it uses."""

    @property
    def body(self) -> Body:
        """Return who is posed."""
        ...

    @property
    def vertices(self) -> FloatArray:
        """Return the posed vertices, `(n, 3)` m."""
        ...

    @property
    def transforms(self) -> FloatArray:
        """Return the rest-to-posed joint transforms, `(j, 4, 4)`."""
        ...

    @property
    def solids(self) -> tuple[Solid, ...]:
        """Return the props."""
        ...


@dataclass(frozen=True, eq=False)
class Still:
    """A body in a fixed pose without props."""

    body: Body
    vertices: FloatArray
    transforms: FloatArray
    solids: tuple[Solid, ...] = ()
