"""Whether the site at the handbook's address is the one that was built: `python -m tests.upkeep.deployed`."""

import json
import sys
import time
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

from generator.loading import load_handbook
from tests.conftest import ROOT, SITE

TRIES, PAUSE = 10, 15  # a host takes its time to show what it was given; seconds between two looks


def shown(address: str) -> str:
    """The version that the site there shows; "" where none answers."""
    try:
        with urlopen(urljoin(address, "version.json"), timeout=PAUSE) as answer:
            return str(json.load(answer)["version"])
    except (URLError, OSError, ValueError, KeyError):
        return ""


def main() -> int:
    """Wait until the built version is shown; end with 1 where it never is."""
    handbook, _ = load_handbook(ROOT / "content")
    address = handbook.publisher.address
    built = json.loads((SITE / "version.json").read_text(encoding="utf-8"))["version"]
    for more in reversed(range(TRIES)):
        found = shown(address)
        if found == built:
            print(f"{address} shows version {built}")
            return 0
        if more:
            time.sleep(PAUSE)
    print(
        f"{address} shows {found or 'no version'} instead of {built}; "
        "is `address` in content/handbook.yml where this repository deploys?",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
