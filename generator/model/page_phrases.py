"""The words that pages have of themselves, kind by kind: `pages` in content/phrases.yml."""

from generator.model.base import Text
from generator.model.list_phrases import OnAreas, OnBodyMap, OnGuidance, OnLetters, OnMuscles, OnSearch
from generator.model.move_phrases import OnExercises, OnPdfs, OnRoutines
from generator.model.own_phrases import OnBuild, OnDays, OnStart
from generator.model.paper_phrases import InBook, OnTests, OnTrust
from generator.model.saying import Saying


class OfPages(Saying):
    """What pages and lists are called: in the header, above them, in the search and in the printed book."""

    exercises: Text = "Exercises"
    routines: Text = "Routines"
    guidance: Text = "Guidance"
    muscles: Text = "Muscles"
    all_exercises: Text = "All exercises"
    all_routines: Text = "All routines"
    all_guidance: Text = "All guidance"
    all_muscles: Text = "All muscles"
    body_map: Text = "Body map"
    letters: Text = "A to Z"
    start: Text = "Start here"
    days: Text = "What I did"
    days_and_numbers: Text = "What I did, and am I getting better?"
    build: Text = "Your own sheet"
    about: Text = "About this handbook"
    where: Text = "Where does it hurt?"
    """The title of the body map, and the door to it on the home page."""
    help: Text = "Signs that need help now"
    """The door to the warning signs, on the home page and where a page is not there."""
    help_now: Text = "Get help now"
    """The link to the same in the header, and the heading above such pages in the list of guidance."""


class Everywhere(Saying):
    """What stands on pages of several kinds."""

    here: Text = "You are here"
    """What a screen reader calls the way that leads down to a page."""
    see_signs: Text = "See the warning signs"
    sources: Text = "Sources"
    know: Text = "Good to know"
    parts_of_body: Text = "Parts of the body"
    """What a screen reader calls a list of areas."""
    where: Text = "Where"
    """Before the positions or the place of an exercise, a routine."""
    how_much: Text = "How much"
    page: Text = "Page"
    """Above page numbers in the book, and above pages in a table."""
    also_called: Text = "Also called {names}."
    moved: Text = "This page now stands at {link}."
    """On the page at an old address."""
    written: Text = "Written by {author}."
    changed: Text = "Last changed on {day}."
    due: Text = "This page is due for its next check by {next}. It was last checked on {day}."
    checked: Text = "Checked by {name}, {role}, on {day}."
    """In the book, which has no room for the next check."""
    report: Text = "Report a problem with this page"
    words_licence: Text = "Words and pictures: {licence}"
    code_licence: Text = "Code: {licence}"
    signs_in_area: Text = "Warning signs in every {area} exercise: do not start, and stop at once."
    stop: Text = "When to stop"
    or_doctor: Text = "{numbers}, or your doctor"


class AroundPages(Saying):
    """The header, the search box, the foot, and the page that stands where there is none."""

    main: Text = "Main"
    """What a screen reader calls the links of the header."""
    own_sheet: Text = "My sheet"
    scheme: Text = "Light or dark"
    search: Text = "Search"
    search_all: Text = "Search the handbook"
    search_close: Text = "Clear and close search"
    search_how: Text = "Type a word: a place that hurts, a move, or a thing you have."
    search_failed: Text = "The search could not be loaded. In an emergency call {numbers}."
    search_more: Text = "Not here?"
    contents: Text = "On this page"
    report: Text = "Report a problem"
    changes: Text = "What changed"
    source: Text = "Source"
    """The link to the program and the content of this site."""
    gone: Text = "This page is not here"
    gone_lead: Text = "The address may be old or mistyped. One of these may be what you need:"
    gone_exercises: Text = "All exercises, by part of the body"
    gone_routines: Text = "Routines with a sheet to print"
    gone_letters: Text = "Every page by name, A to Z"
    gone_home: Text = "The first page"
    gone_key: Text = "Or press {key} and type what you are looking for."


class OnHome(Saying):
    """The home page."""

    call: Text = "Call"
    """Before the emergency numbers."""
    short: Text = "I have 5 minutes"
    minutes: Text = "{n} min"
    """In a list with little room."""
    print: Text = "Print a sheet"


class OnDisk(Saying):
    """README.txt of the whole site as one archive."""

    open: Text = "Open {file} in your browser."
    works: Text = (
        "All pages, pictures, sheets to print, muscles and guidance work from here, without a network."
    )
    idle: Text = (
        "Browsers do not run the other parts from a disk: the search as you type, the filters, "
        "your own sheet, and following along with a voice and a bell."
    )
    serve: Text = "To have these as well, open a terminal in this folder and type:"
    then: Text = "Then open {address} in your browser."


class PagePhrases(Saying):
    """Everything that a page says and content/ does not; templates take it from `say`."""

    titles: OfPages = OfPages()
    everywhere: Everywhere = Everywhere()
    around: AroundPages = AroundPages()
    home: OnHome = OnHome()
    exercise: OnExercises = OnExercises()
    routine: OnRoutines = OnRoutines()
    pdf: OnPdfs = OnPdfs()
    area: OnAreas = OnAreas()
    body_map: OnBodyMap = OnBodyMap()
    muscle: OnMuscles = OnMuscles()
    letters: OnLetters = OnLetters()
    search: OnSearch = OnSearch()
    guidance: OnGuidance = OnGuidance()
    start: OnStart = OnStart()
    days: OnDays = OnDays()
    build: OnBuild = OnBuild()
    trust: OnTrust = OnTrust()
    tests: OnTests = OnTests()
    disk: OnDisk = OnDisk()
    book: InBook = InBook()
