"""What the scripts of pages say, room by room: `scripts` in content/phrases.yml."""

from generator.model.base import Text
from generator.model.builder_phrases import BuilderPhrases, LinkPhrases
from generator.model.follow_phrases import FollowPhrases
from generator.model.saying import Forms, Saying


class SitePhrases(Saying):
    """On every page: its buttons, the copy for reading offline, and what could not be loaded."""

    add: Text = "Add to my sheet"
    added: Text = "On my sheet ✓"
    on_sheet: Forms = {"1": "{n} exercise", "other": "{n} exercises"}
    full: Text = "A sheet holds {most} exercises. Take one off first."
    too_long: Text = "With this the sheet would not fit into a link. Make a note shorter first."
    refused: Text = "This device does not let the page keep anything. Copy the link to keep your sheet."
    start: Text = "Start"
    no_player: Text = "The player could not be loaded. Try again when you are online."
    no_data: Text = (
        "This part needs the site's data and could not load them. Load the page again when you are online."
    )
    moved: Text = "It is now: {name}"
    offline: Text = "You are offline. This is the copy on this device."
    newer: Text = "There is a newer version of this handbook."
    show: Text = "Show it"
    coming: Text = "It is on its way …"
    not_now: Text = "Not now"
    no_search: Text = "The search could not be loaded. Here is every page by its names."


class FinderPhrases(Saying):
    """The filters of all exercises, and the quick look at one of them."""

    find: Text = "Find an exercise"
    area: Text = "Where"
    any_area: Text = "Any part of the body"
    phase: Text = "Right now"
    any_phase: Text = "Any time"
    position: Text = "Positions I can get into"
    any_position: Text = "Any position"
    any_floor: Text = "The floor, too"
    no_floor: Text = "Not on the floor"
    equipment: Text = "Things I have"
    any_equipment: Text = "Any equipment"
    no_equipment: Text = "Nothing"
    any_uses: Text = "Any thing"
    chip_uses: Text = "With: {choice}"
    goal: Text = "What for"
    any_goal: Text = "Any purpose"
    level: Text = "How hard"
    any_level: Text = "Any level"
    muscle: Text = "Muscle"
    any_muscle: Text = "Any muscle"
    without: Text = "Leave out because of"
    chip_without: Text = "Leave out: {choice}"
    care: Text = "Leave out what needs care, too"
    chosen: Text = "Your filters"
    take_away: Text = "Take away: {choice}"
    clear: Text = "Clear all"
    all_fit: Forms = {"other": "All {n} exercises"}
    some_fit: Forms = {"other": "{n} of {total} exercises fit"}
    show: Forms = {"1": "Show {n} exercise", "other": "Show {n} exercises"}
    nothing: Text = "Nothing fits"
    loosen: Text = "Nothing fits all of this. Loosen one:"
    start_again: Text = "Nothing fits all of this. Clear the filters and start again."
    both: Text = "{first} and {second}"
    """Two filters to give up at once."""
    unknown: Text = "This handbook does not know {words}; it was left out."
    take_care: Text = "Take care: {lines}"
    look: Text = "Look"
    look_at: Text = "Look at {name}"
    close: Text = "Close"
    more: Text = "Steps, and who should take care"


class RoutinesPhrases(Saying):
    """The filters of all routines, and where a reader left it."""

    some_fit: Forms = {"other": "{n} of {total} routines"}
    nothing: Text = "No routine fits. Take one choice away."
    left: Text = "Where you left it: {name}, done on {day}."


class SearchPhrases(Saying):
    """What stands below the search box."""

    pages: Forms = {"1": "{n} page.", "other": "{n} pages."}
    best: Forms = {"other": "The best {n} pages."}
    now: Text = "1 page. Get help now. {line}"
    nothing: Text = "Nothing found. Check the spelling, or try the body map, the list or the A to Z below."
    not_covered: Text = "This book does not cover {topic}. {go}"
    some_words: Text = "Show pages with some of these words"
    call: Text = "Call {number} ({where})"
    not_meant: Text = "This is not what I meant: show the other pages"
    read_as: Text = "Searched for “{used}” instead of “{typed}”."
    as_typed: Text = "Search for exactly what I typed"
    unknown: Text = "No page here has {words}."
    word: Text = "“{word}”"
    either: Text = "{first} or {second}"


class DaysPhrases(Saying):
    """What a reader did, day by day, and the weekly numbers."""

    before: Text = "Month before"
    after: Text = "Month after"
    empty: Text = "Nothing is written down for this day."
    done: Text = "{n} of {total} done."
    left_out: Text = "Left out: {names}."
    pain_was: Text = "Pain: {n} of 10."
    take_away: Text = "Take away"
    take_away_one: Text = "Take away {title}"
    taken: Text = "It is taken away."
    bring: Text = "Bring days back from a file"
    came: Forms = {"1": "{n} entry added.", "other": "{n} entries added."}
    delete: Text = "Delete everything here"
    deleted: Text = "All days and numbers are deleted from this device."
    undo: Text = "Undo"
    back: Text = "It is back."
    stays: Text = "This browser says that it keeps these days until you delete them."
    refused: Text = "This device does not let the page keep anything."
    some_unread: Text = "{odd} of {total} entries could not be read and were left out."
    too_large: Text = "This file is too large to be a list of days. Nothing was taken from it."
    damaged: Text = "This file could not be read. It may be damaged, or not a list of days."
    no_list: Text = "This file is not a list of days."

    first_thing: Text = "{n}. {ask}"
    other_thing: Text = "{n}. Another, if you like"
    begin: Text = "Begin"
    begun: Text = "Now give each a number."
    choose_other: Text = "Choose other things"
    next: Text = "Your next numbers: {day}."
    change: Text = "Change the last numbers"
    keep: Text = "Keep these numbers"
    kept: Text = "Kept on this device."
    not_kept: Text = "This device does not let the page keep anything. Print the page with boxes instead."
    first_numbers: Text = "These are your first numbers. Come back in a week."
    week: Text = "Week"
    week_first: Text = "Start"
    pain: Text = "Pain"
    none: Text = "0: {words}"
    full: Text = "10: {words}"
    numbers_back: Text = "They are back."
    numbers_gone: Text = "Your numbers are deleted."
    numbers_unread: Text = "The weekly numbers in it could not be read and were left out."
    numbers_other: Text = "The weekly numbers in it are about other things and were left out."


class StartPhrases(Saying):
    """The guided start."""

    damaged: Text = (
        "This address could not be read: a part of it is missing or wrong. Please answer from the start."
    )
    given: Text = "This address brings answers with it. First check these signs; then you see what fits."
    question: Text = "Question {n} of {total}"
    answer: Text = "Your answer"
    back: Text = "← Back"
    again: Text = "Start again"
    routine: Text = "Your routine"
    routine_later: Text = "Your routine, when you have more time"
    fits: Text = "It fits the time you have."
    later: Forms = {"other": "Do it when you have {n} minutes."}
    positions: Text = "You can get into each of its positions."
    look_out: Text = "Look out for this"
    spared: Text = "No move in it is one that you should leave out."
    three: Forms = {"other": "Three exercises, about {n} minutes"}
    to_sheet: Text = "Put these three on my own sheet"
    title: Text = "My three exercises"
    """What the sheet is called that they make."""
    not_loaded: Text = "This part could not be loaded. Try again when you are online."


class FilmPhrases(Saying):
    """The moving figure and its buttons."""

    open: Text = "See it move and turn it"
    failed: Text = "It did not load. Try again"
    moving: Text = "{name}, moving picture"
    keys: Text = "{name}, moving picture. Arrow keys turn it, space plays it."
    move: Text = "Move"
    play: Text = "Play"
    pause: Text = "Pause"
    slower: Text = "Slower"
    moment: Text = "Moment of the movement"
    turn: Text = "Turn"
    as_drawn: Text = "As drawn"
    front: Text = "Front"
    side: Text = "Side"
    back: Text = "Back"
    above: Text = "Above"
    window: Text = "Window"
    full: Text = "Full screen"
    close: Text = "Close the moving picture"
    picture: Text = "Picture {letter}"
    between: Text = "Between {first} and {second}"
    shown: Text = "{picture}."
    shown_other: Text = "{picture}, other side."
    hold: Text = "Hold for {time}."
    hold_shortened: Text = "Hold for {time}; shortened here."
    now_other: Text = "Now the other side."
    unknown: Text = 'There is no figure "{name}".'
    whose: Text = "{name}, from {book}. {licence}."
    """Below a figure on another site."""


class Scripts(Saying):
    """Every room of scripts; a page has the words of those that it loads."""

    site: SitePhrases = SitePhrases()
    finder: FinderPhrases = FinderPhrases()
    routines: RoutinesPhrases = RoutinesPhrases()
    search: SearchPhrases = SearchPhrases()
    links: LinkPhrases = LinkPhrases()
    builder: BuilderPhrases = BuilderPhrases()
    follow: FollowPhrases = FollowPhrases()
    days: DaysPhrases = DaysPhrases()
    start: StartPhrases = StartPhrases()
    film: FilmPhrases = FilmPhrases()
