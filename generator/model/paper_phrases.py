"""The words of the printed book, and of the pages that tell how the handbook is held to what it says."""

from generator.model.base import Text
from generator.model.saying import Saying


class OnTrust(Saying):
    """Promises, what could go wrong, and what each warning sign rests on."""

    missing: Text = "What is missing: {what}"
    asked: Text = "Asked for by: {whom}."
    held: Text = "Held by: {names}."
    how: Text = "How it could happen: {cause}"
    left: Text = "What remains: {what}"
    see: Text = "See {pages}."
    unread: Text = "We have read no source for it yet. A clinician must confirm it."
    stricter: Text = "We are stricter."
    narrower: Text = "We are narrower."
    same: Text = "We say the same as our source."
    read_in: Text = "Read in: {sources}."
    safety: Text = "Safety:"
    """Before a change that is about safety."""
    everywhere: Text = "Each exercise or routine says it."
    sheet: Text = "Sheet"
    scale: Text = "Scale"
    points: Text = "Points of 100, and by whom"
    nobody: Text = "Nobody yet"
    version: Text = "Newest version"


class OnTests(Saying):
    """What the long tests found."""

    none: Text = "Nobody has run the long tests on this copy of the book."
    ran: Text = "The long tests ran on {day}."
    ran_on: Text = "The long tests ran on {day}, on version {version}."
    kinds: Text = "Each kind of page"
    looked: Text = "The tool {tool} looked for faults by WCAG 2.2, levels A and AA."
    looked_at: Text = (
        "It looked at {kinds} kinds of page, {looks} times in all: "
        "on a laptop and on a phone, light and dark."
    )
    found: Text = "It found {faults}."
    explained: Text = (
        '"Too wide" is what you must scroll sideways in a window of 320 pixels. '
        '"Covered" is where the keyboard leads under something else.'
    )
    kind: Text = "Kind of page"
    looks: Text = "Looks"
    faults: Text = "Faults"
    wide: Text = "Too wide"
    stops: Text = "Tab stops"
    covered: Text = "Covered"
    paper: Text = "paper"
    """Instead of a width, for what is printed."""
    browsers: Text = "Browsers"
    browser: Text = "Browser"
    opened: Text = "Kinds of page opened"
    scores: Text = "{tool} imitates a slow phone. Each score is of 100."
    speed: Text = "Speed"
    access: Text = "Accessibility"
    practice: Text = "Good practice"
    findable: Text = "Findable"


class InBook(Saying):
    """The printed book."""

    holds: Text = "{exercises} and {routines}, with pictures"
    all_signs: Text = "All warning signs"
    code: Text = "Code of the handbook's address"
    """What a screen reader calls the QR code on the cover."""
    exercise_code: Text = "Code of this exercise's page"
    safety: Text = "Safety first"
    contents: Text = "Contents"
    index: Text = "Index"
    page: Text = "page {number}"
    exercise: Text = "Exercise"
