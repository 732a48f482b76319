"""The words that lists have: areas, the body map, muscles, guidance, the A to Z and the search."""

from generator.model.base import Text
from generator.model.saying import Forms, Names, Saying


class OnAreas(Saying):
    """The page of a part of the body, and the list of all exercises."""

    title: Text = "{area} exercises"
    help: Text = "Get help first for"
    routines: Text = "Routines for this area"
    more: Text = "Read more"
    also: Text = "People also say {names}."
    about_all: Text = (
        "Every exercise of the handbook by part of the body, each with its picture and its dose."
    )
    """What a search engine says of the list."""
    count: Forms = {"1": "{n} exercise", "other": "{n} exercises"}
    lead: Text = "Each one has a picture, a dose and a list of who should take care."
    more_here: Text = "More about this area"


class OnBodyMap(Saying):
    """The body map."""

    about: Text = "Choose the part of the body that hurts: its exercises, its routines, and when to get help."
    lead: Text = (
        "Choose the place, on the body or in the list. "
        "Each one has its exercises, its routines and its signs to get help for."
    )
    all_for: Text = "All for the {area}"
    front: Text = "Map of the muscles seen from the front"
    """What a screen reader calls the drawing."""
    back: Text = "Map of the muscles seen from the back"
    regions: Text = "Each muscle is a region."


class OnMuscles(Saying):
    """The page of a muscle, and the list of all of them."""

    about: Text = (
        "Every muscle that the exercises reach: "
        "its plain name, its standard name, where it is and what it does."
    )
    lead: Text = "Where each muscle is, what it does, and which exercises reach it."
    anatomy: Text = "In anatomy: {name}."
    front: Text = "{name}, seen from the front"
    """What a screen reader calls the drawing."""
    back: Text = "{name}, seen from the back"
    where: Text = "Where it is."
    does: Text = "What it does."
    deep: Text = "It lies under other muscles. In our pictures it is drawn as if you could see through them."
    most: Text = "Exercises that reach it most"
    too: Text = "Exercises that reach it too"


class OnLetters(Saying):
    """The A to Z."""

    about: Text = "Every name in this handbook, with the other names people use, and the page behind it."
    lead: Text = "Every page of this handbook, by each name that people give it."
    letters: Text = "Letters"


class OnGuidance(Saying):
    """The pages of guidance, their list, and the blocks that a writer may put on them."""

    lead: Text = "Short pages. Each one starts with its main message."
    soon: Text = "Get advice soon"
    """The heading above pages for which somebody should be asked, but not at once."""
    also: Text = "People also search for {names}."
    emergency: Text = "Emergency: call {numbers}."
    urgent: Text = "Urgent advice: call {numbers}."
    listens: Text = "Someone listens, day and night: call {numbers}. In danger now, call {emergency}."
    read: Text = "Read: {what}."
    """Behind a source, what of it was read."""
    unsure: Text = "to be confirmed"
    """Behind a statement that no source was read for."""


class OnSearch(Saying):
    """What is found: titles of lists, the lines below them, and the names by which people ask."""

    call: Text = "Call {numbers} now."
    call_or: Text = "{numbers} or {last}"
    """Between the last two numbers."""
    call_unknown: Text = "Call your emergency number now."
    soon: Text = "Have this checked: get medical advice today."
    leave_out: Text = "Leave it out with: {cautions}."
    early: Text = "the {phase}"
    """Among those cautions, the first days."""
    routine: Text = "routine sheet print"
    """Words by which every routine is found."""
    muscle: Names = ("{name} muscle",)
    list_line: Text = "The exercises of this kind, with pictures and doses."
    list_in: Text = "Exercises {position}"
    list_lying: Text = "Exercises lying down"
    list_with: Text = "Exercises with {thing}"
    list_without: Text = "Exercises without equipment"
    list_for: Text = "Exercises for: {phase}"
    list_to: Text = "Exercises to {goal}"
    lying: Text = "Lying down"
    list_names: Names = ("{name} exercises",)
    """How people name the exercises of a position, a thing, a phase or a goal."""
    list_names_too: Names = ("{name} stretches",)
    """What else they call those of a position or a phase."""
    without: Names = ("no equipment", "no equipment exercises")
    exercises: Names = ("exercises", "list of exercises", "all stretches", "find an exercise")
    """What else people call each list and page, from here on."""
    routines: Names = ("routines", "print", "print a sheet", "printable exercises", "exercise sheet")
    guidance: Names = ("guidance", "advice")
    muscles: Names = ("muscles", "list of muscles", "muscle names", "anatomy")
    body_map: Names = ("where does it hurt", "body parts", "body chart")
    letters: Names = ("a to z", "index", "site map")
    start: Names = ("where do I start", "what should I do now", "which exercises are for me")
    days: Names = ("what I did", "my days", "my exercise diary", "am I getting better", "track my pain")
    build: Names = ("make my own routine", "my own sheet", "build a routine", "my routine")
