"""Writes what is made into POSING.md, between the marks that it stands between."""

from tests.conftest import ROOT

GUIDE = ROOT / "POSING.md"


def fill(begin: str, end: str, made: str) -> None:
    """Replace what stands between two marks; ValueError where a mark is missing."""
    text = GUIDE.read_text(encoding="utf-8")
    before, after = text[: text.index(begin)], text[text.index(end) + len(end) :]
    GUIDE.write_text(f"{before}{begin}\n\n{made}\n\n{end}{after}", encoding="utf-8")
