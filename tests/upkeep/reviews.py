"""Which signatures run out soon: `python -m tests.upkeep.reviews [DAYS]`; ends with 1 where one does."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.reviews import signed
from generator.handbook import Handbook
from generator.loading import load_handbook
from tests.conftest import ROOT

NOTICE = 60
"""Days: time to find a reviewer."""


def due(handbook: Handbook, until: date) -> Iterator[tuple[date, str]]:
    """Each review that runs out by then: its last day and the address of what it covers."""
    for address, review in signed(handbook):
        if review.next_review and review.next_review <= until:
            yield review.next_review, address


def main() -> int:
    """Print what is due, the next first."""
    days = int(sys.argv[1]) if len(sys.argv) > 1 else NOTICE
    handbook, _ = load_handbook(ROOT / "content")
    found = sorted(due(handbook, date.today() + timedelta(days=days)))
    for day, address in found:
        print(f"{day}  {address}")
    print(f"{len(found)} reviews run out within {days} days")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
