"""What each reader does, from the first page to what was looked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import expect

from tests.stories.reader import Reader

ASKED_TO_PRINT: Final = "window.print = () => { document.title = 'printed' }"


def seized(reader: Reader) -> None:
    """It just seized, and standing up straight does not work."""
    reader.open()
    reader.tap(reader.link("It just seized"))
    reader.see(reader.page.get_by_role("heading", name="If you cannot stand up straight"))


def five_minutes(reader: Reader) -> None:
    """A knot, five minutes, and no floor to lie on."""
    reader.open()
    reader.tap(reader.link("I have 5 minutes"))
    reader.tap(reader.page.get_by_text("No floor needed").first)
    reader.tap(reader.page.locator(".strips li:visible a").first)
    reader.see(reader.page.get_by_role("button", name="Start now"))


def thin_bones(reader: Reader) -> None:
    """78 years old, thin bones, and print that can be read."""
    reader.page.add_init_script(ASKED_TO_PRINT)
    reader.open()
    reader.tap(reader.search("osteoporosis sheet large print").first.get_by_role("link"))
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Strong and steady")
    reader.tap(reader.link("In large print"))
    expect(reader.page.locator(".sheet-large")).to_be_visible()
    reader.tap(reader.page.get_by_role("button", name="Print"))
    expect(reader.page).to_have_title("printed")


def clinician(reader: Reader) -> None:
    """A physiotherapist: six exercises, one for the left side, and a link for the patient."""
    reader.open("build/")
    reader.tap(reader.page.get_by_text("Pick from pictures"))
    for name in ("Chin tuck", "Cat-cow", "Knee rolls", "Bridge", "Bird dog", "Open book"):
        reader.tap(reader.page.get_by_role("button", name=f"Add {name}", exact=True))
    side = reader.page.locator("select:has([value=left])").first
    reader.see(side)
    reader.taps += 1
    side.select_option("left")
    reader.tap(reader.page.get_by_role("button", name="Copy the link"))
    assert reader.page.url.count("&") >= 6


def pregnant(reader: Reader) -> None:
    """24 weeks pregnant: what is safe to do."""
    reader.open()
    reader.tap(reader.link("pregnancy"))
    reader.tap(reader.link("Pregnancy: gentle back moves"))
    reader.see(reader.page.get_by_role("button", name="Start now"))


def numb(reader: Reader) -> None:
    """Numb between the legs: the number to call stands there before anything else."""
    reader.open()
    found = reader.search("numb between the legs")
    call = reader.page.locator(".search-call").first
    reader.see(call)
    assert (call.get_attribute("href") or "").startswith("tel:")
    expect(found).to_have_count(1)


def routine_now(reader: Reader) -> None:
    """The phone lies on the floor and says what to do."""
    reader.open("routines/first-days-gentle/")
    reader.tap(reader.page.get_by_role("button", name="Start now"))
    reader.tap(reader.page.locator(".follow-start"))
    expect(reader.page.locator("dialog[open] .follow-figure")).to_be_visible()
    reader.see(reader.page.get_by_role("button", name="Pause"))


def third_day(reader: Reader) -> None:
    """Day three, and it is better: what now?"""
    reader.open()
    reader.tap(reader.link("back to normal"))
    reader.tap(reader.link("Lower-back relief"))
    reader.see(reader.page.get_by_role("button", name="Start now"))


def better_now(reader: Reader) -> None:
    """The same, typed into the search."""
    reader.open()
    reader.tap(reader.search("it is better now").first.get_by_role("link"))
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Back to normal")


def other_language(reader: Reader) -> None:
    """A neighbour who asks in Spanish is told what this book is, and what else can be done."""
    reader.open()
    reader.search("dolor de espalda")
    expect(reader.page.locator(".md-search-result")).to_contain_text("languages other than English")


@dataclass(frozen=True)
class Story:
    """What a reader does, and what it may cost."""

    told: Callable[[Reader], None]
    most_taps: int
    most_swipes: int


STORIES: Final[Mapping[str, Story]] = {
    "seized": Story(seized, 1, 1),
    "five minutes, no floor": Story(five_minutes, 3, 0),
    "thin bones, large print": Story(thin_bones, 4, 1),
    "clinician": Story(clinician, 9, 22),
    "pregnant": Story(pregnant, 2, 5),
    "numb": Story(numb, 1, 0),
    "routine now": Story(routine_now, 2, 0),
    "third day": Story(third_day, 2, 3),
    "better now": Story(better_now, 2, 0),
    "another language": Story(other_language, 1, 0),
}
"""Story -> the most that it may cost."""
