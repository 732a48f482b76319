"""The words that a sheet has of itself, and not of an exercise or a routine: content/phrases.yml."""

from typing import ClassVar

from generator.model.base import Text
from generator.model.page_phrases import PagePhrases
from generator.model.saying import Forms, Saying, Word
from generator.model.script_phrases import Scripts


class Phrases(Saying):
    """The whole of content/phrases.yml: braces are filled in, and what is left out stays English."""

    narrow: ClassVar[bool] = True

    second: Forms = {"1": "{n} second", "other": "{n} seconds"}
    minute: Forms = {"1": "{n} minute", "other": "{n} minutes"}
    time: Forms = {"1": "once", "2": "twice", "other": "{n} times"}
    """How many times."""
    sets: Forms = {"other": "{n} sets"}
    each_side: Text = "{times} each side"
    left_only: Text = "{times} on the left side only"
    right_only: Text = "{times} on the right side only"
    side_left: Word = "left"
    """The word in an exercise's line that becomes the other where a sheet asks for the other side."""
    side_right: Word = "right"
    change_sides: Text = "Then change sides."
    """The end of an exercise's line that a sheet for one side leaves out."""
    day: Text = "{times} a day"
    week: Text = "{times} a week"
    hold: Text = "Hold for {time}"
    hold_short: Text = "Hold {time}"
    moving: Text = "Keep moving"
    breath: Text = "breath"
    """A part of the word by which a step says how to breathe."""
    larger: Text = "Picture {picture} is drawn larger than you move: {drawn}, not {said} {unit}."

    sheet_title: Text = "{name} sheet"
    sheet_about: Text = "One page to print: {who}"
    made_for: Text = "Made for"
    made_by: Text = "Made by"
    phone: Text = "Phone"
    how_much: Text = "{often}, about {minutes}."
    not_for: Text = "Not for you, or only in part:"
    leave: Text = "Not for:"
    notes: Text = "Notes"
    parts: Text = "{first} to {last}"
    """The numbers of the exercises of one part."""
    tick: Text = "Tick 1 box a day"
    tick_sides: Text = "Tick 1 box a day (L left, R right)"
    """The same where some rows have a box for each side, marked as `sides` says."""
    tick_week: Text = "Week {n}"
    sides: Text = "L|R"
    stop: Text = "Stop rules."
    emergency: Text = "Emergency:"
    leave_out: Text = "Leave out:"
    take_care: Text = "Take care:"
    checked: Text = "Checked by {name}, {role}, on {day}. Next check by {next}."
    version: Text = "Version {version}"
    printed: Text = "printed {day}"
    code: Text = "QR code of this routine's page"
    blank: Text = "Hold {gap} s · {gap} times · {gap} sets · {gap} a day"
    plan_to_write: Text = "After I … I will … (write it here)"
    goal_to_write: Text = "My goal, in words"
    goal_rated: Text = "My goal, 0 to 10"
    pain_rated: Text = "My pain, 0 to 10"
    both_rated: Text = "My goal | pain, 0 to 10"

    own_title: Text = "My exercises"
    own_takes: Text = "Takes about {minutes} for one round."
    own_empty: Text = "Nothing on this sheet yet."
    own_by: Text = "Put together by {name}."
    own_reader: Text = "a reader"
    own_plan: Text = "My plan."
    own_plan_says: Text = "After I {after}, I will {will}."
    own_plan_usual: Text = "do these moves"
    own_no_picture: Text = "no picture"
    own_note: Text = "Note: {note}"

    weeks_title: Text = "{title} Paper"
    weeks_name: Text = "My name"
    weeks_start: Text = "I start on"
    weeks_day: Text = "My day of the week"
    weeks_first: Text = "Start"
    weeks_code: Text = "QR code of this page"
    weeks_scale: Text = "0: {none}. 10: {full}."

    bar: Text = "Sheet"
    """What a screen reader calls the bar above a sheet; the bar is not printed."""
    bar_back: Text = "Back to the routine"
    bar_back_to_days: Text = "Back to what I did"
    bar_print: Text = "Print"
    bar_change: Text = "Change the exercises or the doses"
    bar_options: Text = "Large print, emergency number, low ink, weeks, lines for goal, pain and plan"
    bar_alone: Text = "To print, use your browser's own print command."

    print_how: Text = "How it prints"
    """The controls of a sheet from here on, which are not printed."""
    print_paper: Text = "Paper"
    print_own_paper: Text = "My printer's paper"
    print_us_letter: Text = "US Letter"
    print_place: Text = "Emergency number of"
    print_all_places: Text = "all places"
    print_weeks: Text = "Weeks to tick"
    print_large: Text = "Large print"
    print_low_ink: Text = "Low ink"
    print_no_pictures: Text = "Without pictures"
    print_blank: Text = "Blank doses"
    print_goal: Text = "Goal line"
    print_pain: Text = "Pain line"
    print_plan: Text = "Plan line"
    print_done: Text = "Tick the days I did"
    print_unknown: Text = "This sheet does not know {words}."

    pages: PagePhrases = PagePhrases()
    """What pages say, kind by kind; they have room."""
    scripts: Scripts = Scripts()
    """What the scripts of pages say, room by room."""
