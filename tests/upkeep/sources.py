"""Which sources are gone from the web: `python -m tests.upkeep.sources`; ends with 1 where one is."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from itertools import groupby
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from generator.loading import load_handbook
from tests.conftest import ROOT

State = Literal["there", "gone", "not sure"]
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
PATIENCE = 20  # seconds for one answer
AT_ONCE = 8
NAME = {"User-Agent": "Mozilla/5.0 (compatible; a handbook that checks its sources once a week)"}


def state(address: str) -> State:
    """Whether a page answers. Many sites turn programs away, so only a plain no counts as gone."""
    try:
        with urlopen(Request(address, headers=NAME), timeout=PATIENCE):
            return "there"
    except HTTPError as error:
        return "gone" if error.code in GONE else "not sure"
    except (URLError, OSError, ValueError):
        return "not sure"


def states(addresses: list[str]) -> Iterator[tuple[State, str]]:
    """Each address with its state."""
    with ThreadPoolExecutor(AT_ONCE) as several:
        yield from zip(several.map(state, addresses), addresses, strict=True)


def main() -> int:
    """Print the sources that do not answer, those that are gone first."""
    handbook, _ = load_handbook(ROOT / "content")
    addresses = sorted({each.address for each in handbook.references.values()})
    found = {
        name: [at for _, at in group]
        for name, group in groupby(sorted(states(addresses)), lambda each: each[0])
    }
    for name in ("gone", "not sure"):
        for address in found.get(name, []):
            print(f"{name}: {address}")
    excused = [
        each.address.replace("http:", "https:", 1) for each in handbook.references.values() if each.plain_http
    ]
    for answer, address in states(sorted(excused)):
        if answer == "there":
            print(f"answers over https by now; take its `plain_http` out: {address}")
    print(f"{len(found.get('there', []))} of {len(addresses)} sources answer")
    return 1 if "gone" in found else 0


if __name__ == "__main__":
    sys.exit(main())
