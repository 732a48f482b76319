"""What a translation says: every string of a phrases.yml, however deep it stands."""

from collections.abc import Iterator


def said(phrases: object) -> Iterator[str]:
    """The strings of a text, a list or a mapping, in order."""
    if isinstance(phrases, str):
        yield phrases
    elif isinstance(phrases, dict):
        yield from (words for each in phrases.values() for words in said(each))
    elif isinstance(phrases, list | tuple):
        yield from (words for each in phrases for words in said(each))
