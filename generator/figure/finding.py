"""What a check found in a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "notice"]


@dataclass(frozen=True)
class Finding:
    """One fault (stops) or notice (listed): its check, its frame, its place in the figure, and why."""

    severity: Severity
    check: str
    frame: str
    where: str
    message: str
