"""Everything that scripts show or name on a page, and the English phrases that may hide in it."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, Route

from generator.handbook import Handbook
from generator.model.saying import BLANK, Saying
from generator.model.script_phrases import Scripts
from generator.phrasing import ON_PAGES, script_words

MADE_BY_SCRIPTS: Final = (
    "#finder, .card-look, .card-care, [data-add], dialog, #builder, #builder-sheet, #days, #numbers,"
    " #how-long, .search-note, .md-search-result__list, .led .start-bar, .start-part, .start-why,"
    " [data-slot], #start-trouble, .film, [data-follow], .routine-count, [data-left], .told,"
    " .note[role=status]"
)
"""The places that scripts fill; the rest of a page is its template's."""
NAMES: Final = ("aria-label", "title", "placeholder", "alt", "aria-valuetext")
LISTEN: Final = """([places, names]) => {
  window.told = new Set()
  const texts = function* (root) {
    for (const each of names) if (root.getAttribute?.(each)) yield root.getAttribute(each)
    for (const node of root.childNodes) {
      if (node.nodeType === 3) yield node.data
      else if (node.nodeType === 1) yield* texts(node)
    }
    if (root.shadowRoot) yield* texts(root.shadowRoot)
  }
  window.listen = () => {
    for (const place of document.querySelectorAll(places))
      for (const text of texts(place)) if (text.trim()) told.add(text.trim().replace(/\\s+/g, " "))
  }
  const all = { subtree: true, childList: true, characterData: true, attributes: true }
  new MutationObserver(listen).observe(document, all)
}"""
LEAST_LETTERS: Final = 5
"""A phrase with blanks tells by this many letters of its own; "{first} or {second}" is anybody's."""
WORDS_ON_A_PAGE: Final = re.compile(
    r'(<script type="application/json" id="words">)(.*?)(</script>)', re.DOTALL
)
WORDS_OF_A_FILM: Final = re.compile(r'(<div class="film"[^>]* data-words=")[^"]*')


def listen(page: Page) -> None:
    """Let every page that is opened from now on write down what its scripts show and name."""
    page.add_init_script(f"({LISTEN})({json.dumps([MADE_BY_SCRIPTS, NAMES])})")


def heard(page: Page) -> set[str]:
    """All that was shown or named on the page so far."""
    return set(page.evaluate("() => { listen(); return [...told] }"))


def english_in(said: set[str], book: Handbook) -> list[str]:
    """Every text that is a default phrase, or a part of one between two blanks."""
    english = [re.compile(each) for each in _patterns(book.phrases.scripts)]
    return sorted(text for text in said if any(each.fullmatch(text) for each in english))


def own_in(said: set[str], book: Handbook, room: str) -> set[str]:
    """The phrases of a room, in the book's language, that were shown or named."""
    phrases = dict(_phrases(getattr(book.phrases.scripts, room)))
    return {
        name for name, phrase in phrases.items() if any(re.fullmatch(_filled(phrase), each) for each in said)
    }


def _phrases(room: Saying) -> Iterator[tuple[str, str]]:
    for name, phrase in room:
        if isinstance(phrase, str):
            yield name, phrase
        elif isinstance(phrase, Mapping):
            yield from ((f"{name}.{form}", each) for form, each in phrase.items())


def _patterns(scripts: Scripts) -> Iterator[str]:
    """What English phrases look like when they are filled, but for those that both languages share."""
    for room, usual in Scripts():
        own = {phrase for _, phrase in _phrases(getattr(scripts, room))}
        for _, phrase in _phrases(usual):
            parts = BLANK.split(phrase)
            if phrase not in own and (len(parts) == 1 or _letters("".join(parts)) >= LEAST_LETTERS):
                yield _filled(phrase)
                yield from (re.escape(part.strip()) for part in parts if _letters(part) >= LEAST_LETTERS)


def _letters(text: str) -> int:
    return sum(each.isalpha() for each in text)


def _filled(phrase: str) -> str:
    return ".+".join(re.escape(part) for part in BLANK.split(phrase))


def speak(page: Page, book: Handbook) -> None:
    """Give the pages of another handbook the phrases of `book` for their scripts."""

    def in_its_words(route: Route) -> None:
        text = route.fetch().text()
        film = html.escape(json.dumps(script_words(book, "film")))
        text = WORDS_OF_A_FILM.sub(lambda found: found[1] + film, text)
        route.fulfill(body=WORDS_ON_A_PAGE.sub(_said, text), content_type="text/html")

    def _said(found: re.Match[str]) -> str:
        rooms = {room: script_words(book, room) for room in json.loads(found[2]) if room in ON_PAGES}
        return f"{found[1]}{json.dumps(rooms)}{found[3]}"

    page.route(re.compile(r"/(?:#.*)?$"), in_its_words)


def scripts_below(folder: Path) -> Iterator[tuple[str, str]]:
    """Every script written by hand, without its comments: its path below `folder`, and its text."""
    comment = re.compile(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", re.DOTALL)
    for file in sorted(folder.rglob("*.js")):
        yield file.relative_to(folder).as_posix(), comment.sub("", file.read_text(encoding="utf-8"))
