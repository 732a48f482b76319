"""What a check found in a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """One fault (stops) or notice (listed): which check, in which frame, at which place of the figure, why."""

    severity: Literal["error", "notice"]
    check: str
    frame: str
    where: str
    message: str
