"""Words from content, made safe: whatever a field holds, it comes out as words and never as markup."""

import re
from html import escape
from typing import Final

ALWAYS: Final = '&<>`*_[]{}|!~\\^"$'
"""Characters that can start Markdown, HTML or an attribute list anywhere in a line."""
AT_START: Final = re.compile(r"^(\d*)([-+=#:?.)])")
"""What makes a line a list, a heading or a rule when it stands first."""
SPACE: Final = re.compile(r"\s+")
ENTITIES: Final = str.maketrans({character: f"&#{ord(character)};" for character in ALWAYS})
BLANK: Final = re.compile(r"&#123;(\w+)&#125;")
ENTITY: Final = re.compile(r"&(?=#?\w+;)")


def text(words: object) -> str:
    """Words for a Markdown page, on one line, every sign of markup as a character reference."""
    safe = SPACE.sub(" ", str(words)).strip().translate(ENTITIES)
    return AT_START.sub(lambda found: f"{found.group(1)}&#{ord(found.group(2))};", safe)


def around(phrase: str) -> str:
    """A phrase for a Markdown page around what is Markdown already: its blanks stay, to be filled."""
    return BLANK.sub(r"{\1}", text(phrase))


def attr(words: object) -> str:
    """Words for raw HTML, inside an attribute or between tags."""
    return escape(SPACE.sub(" ", str(words)).strip(), quote=True)


def code(name: object) -> str:
    """A name from our own code as a Markdown code span, in which nothing else is markup."""
    return f"`{SPACE.sub(' ', str(name)).strip().replace('`', '')}`"


def address(url: str) -> str:
    """An outside address for the brackets of a Markdown link."""
    return re.sub(r"[\s()<>\[\]\\\"'`*_|{}]", lambda sign: f"%{ord(sign.group()):02X}", url)


def body(markdown: str) -> str:
    """A page's own Markdown without raw HTML, attribute lists and references to characters.

    Where its links may lead is a check's business (checks/pages.py), which reads them letter by letter.
    """
    plain = ENTITY.sub("&amp;", markdown).replace("{", "&#123;")
    return re.sub(r"<(?!https?://\S+>)", "&lt;", plain)


def dial(number: str) -> str:
    """What a telephone dials of a number as it is written; nothing where that is words."""
    digits = number.replace(" ", "")
    return digits if digits.lstrip("+").isdigit() else ""


def sentence(words: str) -> str:
    """A remark as a sentence of its own: a capital first, a full stop last."""
    end = "" if words[-1] in ".!?" else "."
    return words[0].upper() + words[1:] + end


def opened(words: str) -> str:
    """Words that begin a line: a capital first, all others as they are."""
    return words[:1].upper() + words[1:]


def continued(words: str) -> str:
    """Words that go on in a line: a small letter first, all others as they are."""
    return words[:1].lower() + words[1:]


def who(remark: str) -> str:
    """Whom a remark is for, without what they should do: the words before its colon."""
    named = remark.partition(":")[0].rstrip(". ")
    return named[0].lower() + named[1:] if named[1:2].islower() or named[1:2] == " " else named


def first_sentence(words: str) -> str:
    """The first sentence only, for places with one line."""
    return re.split(r"(?<=[.!?])\s", words, maxsplit=1)[0]
