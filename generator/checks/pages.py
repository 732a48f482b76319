"""What hand-written pages must hold to."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, get_args

from generator.addresses import made_addresses, page_addresses, page_titles
from generator.characters import odd_start
from generator.handbook import Handbook
from generator.language import ENGLISH, is_english
from generator.model.page import BLOCKS, FROM
from generator.model.promise import State
from generator.model.safety import Level
from generator.model.wording import LIMITS
from generator.nearness import suggestion
from generator.problem import Problem

EMERGENCY_SIGNS: Final = "[[emergency-signs]]"
OPEN_POINTS: Final = "[[to-confirm]]"
MENTION: Final = re.compile(r"\[\[([^\[\]\n]{0,200})\]\]")
"""Anything that looks like a block, wherever it stands; filled numbers are words by now."""
OPENED: Final = re.compile(r"\]\(|^ {0,3}\[[^\[\]]{0,500}\]:", re.MULTILINE)
"""Where the target of a link, of a picture or of a definition begins; words before it do not matter."""
TARGET: Final = re.compile(r"\s{0,9}<?([^)\s>]{0,2000})>?(?=\s{0,9}[)\"'])")
"""The target of a link with nothing behind it but a title: browsers take some words in two lines for one."""
DEFINED: Final = re.compile(r"[ \t]{0,9}<?([^\s>]{0,2000})>?(?=[ \t]{0,9}(?:[\"'(]|$))", re.MULTILINE)
"""The same of a definition, which its line ends."""
SAFE: Final = re.compile(
    r"https?://[^\s\"'<>\\]+|mailto:[\w.@+-]+|tel:[\d+]+|(?!//)[\w./-]*(?:#[\w=&,.-]*)?", re.ASCII
)
"""Targets without any sign that browsers or Markdown would first turn into another."""
UNSURE: Final = "{to-confirm}"
"""The mark behind a statement that no source was read for."""
PICTURED: Final = re.compile(r"^\[\[(?:figure:|exercise:|exercises\]\])", re.MULTILINE)
"""A block that shows drawings."""
COUNTED: Final = re.compile(
    r"\d\s?%|\b(?:of|every|where) 100\b|\bout of 10 people|\bof 10 people", re.IGNORECASE
)
"""How many of some people, in figures."""
DEEPEST: Final = 30
MARKERS: Final = re.compile(r"(?:[ \t]|[-*+>](?=\s|$)|\d{1,9}[.)](?=\s|$))*")
"""What stands before the words of a line: spaces, bullets, numbers, marks of quotation."""


def required_pages_exist(handbook: Handbook) -> Iterator[Problem]:
    """The pages that every other page leads to are there."""
    for path in dict.fromkeys(("", getattr(handbook.safety, "red_flags", ""))):
        if path not in handbook.sources:
            message = f"the page pages/{path or 'index'}.md is missing; other pages lead to it"
            message += ", or to yours if safety.yml names it as `red_flag_page`" if path else ""
            yield handbook.problem("handbook", (), message)


def addresses_stand_once(handbook: Handbook) -> Iterator[Problem]:
    """No hand-written page has the address of another page, or of one that is made."""
    made = {each.file: each for each in made_addresses(handbook)}
    for each in page_addresses(handbook):
        if each.file in made:
            other = made[each.file]
            message = f"{other.source} has the address '{other.address}' already; give the page another name"
            yield handbook.problem(each.address, (), message)
        made.setdefault(each.file, each)


def moved_pages_lead_somewhere(handbook: Handbook) -> Iterator[Problem]:
    """An old address leads to a page that is there, and no page stands at the old one."""
    titles = page_titles(handbook)
    taken = {each.address for each in (*made_addresses(handbook), *page_addresses(handbook))}
    for old, now in handbook.moved.pages.items():
        if now not in titles and now not in handbook.sources:  # else its own file is what is wrong
            message = f"there is no page '{now}'{suggestion(now, titles)}"
            yield handbook.problem("moved", ("pages", old), message)
        if old in taken:
            message = f"a page stands at '{old}'; an old address that leads on has none"
            yield handbook.problem("moved", ("pages", old), message)


def blocks_are_known(handbook: Handbook) -> Iterator[Problem]:
    """Each `[[block]]` stands alone on its line, is known, and what it names is there."""
    for page in handbook.pages.values():
        known = {**handbook.known, "figures": frozenset(page.figures)}
        known["levels of signs"] = frozenset(get_args(Level))
        known["states of promises"] = frozenset(get_args(State))
        for index, line in enumerate(page.body.split("\n")):
            for found in MENTION.finditer(line):
                message = _fault_of_block(found[1], known)
                if not message and line.strip() != found[0]:
                    message = f"{found[0]} stands alone on a line, with nothing before or behind it"
                if message:
                    yield handbook.problem(page.path, ("body", index), message)


def _fault_of_block(words: str, known: Mapping[str, frozenset[str]]) -> str:
    name, colon, target = words.partition(":")
    if name not in BLOCKS:
        return f"there is no block [[{words}]]{suggestion(name, BLOCKS)}"
    vocabulary = BLOCKS[name]
    if bool(vocabulary) != bool(colon):
        return f"[[{name}]] names something: [[{name}:…]]" if vocabulary else f"it is [[{name}]] alone"
    if vocabulary in known and target not in known[vocabulary]:
        return f"there is no '{target}' in {vocabulary}{suggestion(target, known[vocabulary])}"
    return ""


def the_red_flag_page_has_its_signs(handbook: Handbook) -> Iterator[Problem]:
    """The page that every warning leads to lists the signs of an emergency."""
    path = getattr(handbook.safety, "red_flags", "guidance/")
    page = handbook.pages.get(path)
    if page and EMERGENCY_SIGNS not in page.body:
        message = f"every warning leads here; add {EMERGENCY_SIGNS} on a line of its own"
        yield handbook.problem(path, (), message)


def pictures_have_captions(handbook: Handbook) -> Iterator[Problem]:
    """Each picture of a page says below it what it shows; where a step stands beside it, that step does."""
    for page in handbook.pages.values():
        for name, figure in page.figures.items():
            told = page.captions.get(name, {})
            for letter in figure.frames.keys() - told.keys():
                message = f"picture {letter} has no words below it; add captions: {{{name}: {{{letter}: …}}}}"
                yield handbook.problem(page.path, ("figures", name, "frames", letter), message)
        for name, told in page.captions.items():
            drawn = page.figures[name].frames if name in page.figures else {}
            for letter in told.keys() - drawn.keys():
                message = f"no figure '{name}' has a picture {letter}"
                yield handbook.problem(page.path, ("captions", name, letter), message)


def guidance_is_pictured_or_excused(handbook: Handbook) -> Iterator[Problem]:
    """A page of guidance shows a drawing or an exercise, or says why it shows none."""
    for page in handbook.pages.values():
        shows = bool(PICTURED.search(page.body))
        if page.path.startswith("guidance/") and not shows and not page.no_picture:
            message = (
                "the page shows no picture; add [[exercise:…]] or a figure, or say why not in `no_picture`"
            )
            yield handbook.problem(page.path, (), message)
        if shows and page.no_picture:
            message = "the page shows a picture; take the reason for none out"
            yield handbook.problem(page.path, ("no_picture",), message)


def guidance_says_what_is_not_known(handbook: Handbook) -> Iterator[Problem]:
    """A page of guidance that rests on sources says where they end; denials do so in each line."""
    english = is_english(getattr(handbook.publisher, "language", ENGLISH))
    heading = handbook.wording.limits or (LIMITS if english else None)
    for page in handbook.pages.values():
        if not (heading and page.sources and page.path.startswith("guidance/")) or page.denies:
            continue
        if OPEN_POINTS not in page.body and not re.search(
            rf"^##+ {re.escape(heading)}\s*$", page.body, re.MULTILINE
        ):
            message = f"the page names sources; add '## {heading}' with what they leave open"
            yield handbook.problem(page.path, ("sources",), message)


def claims_in_numbers_name_their_source(handbook: Handbook) -> Iterator[Problem]:
    """A line with so many of 100, or of 10 people, names behind it the sources of the page that say so."""
    for page in handbook.pages.values():
        for index, line in enumerate(page.body.split("\n")):
            keys = [key for found in FROM.finditer(line) for key in found[1].split(", ")]
            if COUNTED.search(line) and not keys and UNSURE not in line:
                message = "a number of people rests on a source; name it behind the number: {from: KEY}"
                yield handbook.problem(page.path, ("body", index), message)
            for key in keys:
                if key not in page.sources:
                    message = f"the page has no source '{key}'{suggestion(key, page.sources)}"
                    yield handbook.problem(page.path, ("body", index), message)


def links_lead_somewhere_safe(handbook: Handbook) -> Iterator[Problem]:
    """A link opens a page, an address of the web, a mail or a call; a picture lies in this site."""
    for page in handbook.pages.values():
        for offset, message in _faults_of_links(page.body):
            yield handbook.problem(page.path, ("body", page.body.count("\n", 0, offset)), message)


def _faults_of_links(body: str) -> Iterator[tuple[int, str]]:
    for opened in OPENED.finditer(body):
        found = (TARGET if opened[0] == "](" else DEFINED).match(body, opened.end())
        target = found[1] if found else body[opened.end() : opened.end() + 60]
        if not found or not SAFE.fullmatch(target):
            message = f"a link cannot lead to '{target[:60]}'; write https://…, /a/page/, mailto: or tel:"
            yield opened.start(), message
        elif ":" in target and body[: opened.start()].rpartition("[")[0].endswith("!"):
            message = "a picture from elsewhere tells others who reads this page; take it into the site"
            yield opened.start(), message


def lists_are_not_deep(handbook: Handbook) -> Iterator[Problem]:
    """No line lies so deep in lists and quotations that the builder of the site gives up."""
    for page in handbook.pages.values():
        for index, line in enumerate(page.body.split("\n")):
            found = MARKERS.match(line)
            if found and len(found[0]) > DEEPEST:
                message = "this line lies too deep in lists; start it further left"
                yield handbook.problem(page.path, ("body", index), message)


def marks_have_plain_spaces(handbook: Handbook) -> Iterator[Problem]:
    """No line begins with a space that is none to Markdown, which would see no list and no heading."""
    for page in handbook.pages.values():
        for index, line in enumerate(page.body.split("\n")):
            marks = MARKERS.match(line)
            behind = line[marks.end() :].lstrip("#") if marks else ""
            if space := odd_start(behind):
                message = f"{space} stands before the words of this line; Markdown wants plain spaces"
                yield handbook.problem(page.path, ("body", index), message)


def lines_that_send_for_help_are_known(handbook: Handbook) -> Iterator[Problem]:
    """Where marks say that no source was read, the words by which a line sends for help stand on pages."""
    lines = [line for page in handbook.pages.values() for line in page.body.split("\n")]
    sends = getattr(handbook.safety, "sends_for_help", None)
    if sends is None or not any(UNSURE in line for line in lines):
        return
    for kind, phrases in (("headings", sends.headings), ("lines", sends.lines)):
        for index, phrase in enumerate(phrases):
            alone = sends.model_copy(update={kind: (phrase,)})
            if not any(alone.begins(line) if kind == "headings" else alone.says(line) for line in lines):
                message = f"no page has '{phrase}'; write how your pages send for help, or take it out"
                yield handbook.problem("safety", ("sends_for_help", kind, index), message)


CHECKS = (
    required_pages_exist,
    addresses_stand_once,
    moved_pages_lead_somewhere,
    blocks_are_known,
    the_red_flag_page_has_its_signs,
    pictures_have_captions,
    guidance_is_pictured_or_excused,
    guidance_says_what_is_not_known,
    claims_in_numbers_name_their_source,
    links_lead_somewhere_safe,
    lists_are_not_deep,
    marks_have_plain_spaces,
    lines_that_send_for_help_are_known,
)
