"""The words of pages that hold something of the reader: the guided start, the days, the builder."""

from generator.model.base import Text
from generator.model.saying import Saying


class OnStart(Saying):
    """The guided start, whose questions and answers stand in content/start.yml."""

    question: Text = "Question 1 of {all}"
    signs: Text = "{ending}, if you have one of these"
    next: Text = "Next"
    fits: Text = "This fits you now"
    print: Text = "Print this answer"
    only_lie: Text = "Can you only lie? Then {wait}. After more than the first days, {ask}."
    only_lie_wait: Text = "rest, wait and see"
    only_lie_ask: Text = "get advice today"
    one_routine: Text = "One routine: the first that fits you"
    three_exercises: Text = "Three exercises: the first three that fit you"
    routines: Text = "The routines, one by one"
    exercises: Text = "The exercises, one by one"
    cautions: Text = "What to look out for"
    takes: Text = "About {minutes}, {often}."
    can: Text = "For people who can get into:"
    leave: Text = "Take the next one with:"
    go: Text = "Start"
    print_this: Text = "Print this"
    later: Text = "Later:"
    why: Text = "Why:"


class OnDays(Saying):
    """The days that a reader ticked off, and the weekly numbers."""

    about: Text = (
        "The days on which you followed a routine, and whether you get better, kept on your device alone."
    )
    lead: Text = "Each day that you tick off at the end of a routine stands here. Only this device knows it."
    no_script: Text = (
        "Ticking off days on the screen needs JavaScript. Every printed sheet has boxes to tick."
    )
    numbers_no_script: Text = "Numbers on the screen need JavaScript. The paper needs a pencil alone."
    print_weeks: Text = "Print it for {weeks} weeks on one page"
    private: Text = "Nothing is sent anywhere. No one else can see it, unless they use this device."
    how_long: Text = "Your browser may clear what it keeps: some do so after 7 days without a visit."
    save: Text = "Save a file if you want to keep it."
    rest: Text = "A day without a mark means nothing. Rest days are part of a plan."
    link: Text = "The address of your own sheet holds the whole sheet. Keep that link: it is the master copy."


class OnBuild(Saying):
    """The page on which readers make a sheet of their own."""

    about: Text = (
        "Pick exercises, set how much, print one page or share it as a link. It works on your device alone."
    )
    lead: Text = "Pick exercises, set how much, and print one page. Or share it as a link."
    no_script: Text = "Making your own sheet needs JavaScript. The ready sheets below do not."
    paper: Text = "The sheet as it prints"
    private: Text = "The sheet is made in your browser. Nothing you type is sent anywhere."
    link: Text = "The link holds the whole sheet. Anyone who has the link can read it."
    name: Text = 'The name after "made for" stays on this device, unless you tick it into the link.'
    ready: Text = "Ready sheets"
