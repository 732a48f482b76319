"""What the scripts of the reader's own sheet say: its link, and the page on which it is made."""

from generator.model.base import Text
from generator.model.saying import Forms, Saying


class LinkPhrases(Saying):
    """What of a link, or of a file with sheets, could not be used."""

    newer: Text = (
        "This link was made by a newer version of this page. Load the page again, or ask for a new link."
    )
    no_sheet: Text = "This address is not a sheet, or its start is missing. Nothing could be read from it."
    cut: Text = (
        "This link was cut short or changed. Check every exercise and every number before you use the sheet."
    )
    option: Text = "This page does not know the option “{word}”."
    part: Text = "One part of the link, “{sign}”, means nothing here and was left out."
    too_many: Text = "A sheet holds {most} exercises; “{name}” was left out."
    no_exercise: Text = "“{words}” is not an exercise and was left out."
    renamed: Text = "“{old}” has become “{name}”. Check that it is what you want."
    removed: Text = "“{old}” was taken out of this handbook. {reason}"
    unknown: Text = "This handbook has no exercise “{words}”; it was left out."
    numbers_unread: Text = "The numbers of “{name}” could not be read; they are the handbook's own."
    number_outside: Text = (
        "A number of “{name}” is outside what the handbook allows; it has the handbook's own dose."
    )

    file_newer: Text = (
        "It was made by a newer version of this page. Load the page again, or ask for a new link."
    )
    """From here on: the same of a sheet in a file, and what is wrong with the file."""
    file_no_sheet: Text = "It is not a sheet, or its start is missing. Nothing could be read from it."
    file_cut: Text = (
        "It was cut short or changed. Check every exercise and every number before you use the sheet."
    )
    file_sheet: Text = "Sheet {n}: {trouble}"
    file_empty: Text = "Sheet {n}: nothing stands on it."
    file_too_large: Text = "This file is too large to be a list of sheets."
    file_damaged: Text = "This file could not be read. It may be damaged, or not a list of sheets."
    file_no_list: Text = "This file is not a list of sheets."
    file_other_version: Text = "This file was made by another version of this page."
    file_too_many: Text = "This file holds more than {most} sheets."


class BuilderPhrases(Saying):
    """The page on which a reader makes a sheet."""

    pick: Text = "Pick"
    rows: Text = "Your exercises"
    whose: Text = "Whose sheet"
    print_share: Text = "Print and share"
    saved_here: Text = "Saved on this device"
    start_now: Text = "Start now"
    undo: Text = "Undo"
    undone: Text = "Undone."
    nothing_to_undo: Text = "There is nothing to undo."
    empty: Text = "Empty the sheet"
    emptied: Text = "The sheet is empty. Undo brings it back."
    count: Forms = {"1": "{n} exercise", "other": "{n} exercises"}
    summary: Text = "{exercises}. {takes}"
    none_yet: Text = "No exercise yet."
    two_pages: Text = "It takes more than one page."
    please_look: Text = "Please look at this"
    not_loaded: Text = "This part could not be loaded. Try again online: your sheet stays."
    list_full: Text = "The list of saved sheets is full: {most}. Delete one first, or save all as a file."

    part_unread: Text = (
        "Part of your sheet could not be read; what was kept stays in the list when you change it:"
    )
    link_unread: Text = "Part of this link could not be used:"
    foreign: Text = "This is a sheet from a link. Your own sheet is kept."
    go_back: Text = "Back to my own sheet"
    kept_read: Text = "Kept on this device: “My sheet” lists it below."
    is_number: Text = "{name} is number {n}."
    stays: Text = "Your sheet stays. {trouble}"
    started: Text = "Started from {name}."
    started_saved: Text = "Started from {name}. Your last sheet is in the list of saved ones."

    choose: Text = "Choose an exercise"
    exercise: Text = "Exercise"
    add: Text = "Add"
    or_find: Text = "Or {link} and add them there."
    find: Text = "find exercises with filters"
    pictures: Text = "Pick from pictures"
    search: Text = "Search by name"
    area: Text = "Area"
    all_areas: Text = "All areas"
    none_fits: Text = "No exercise fits. Take a word away."
    add_one: Text = "Add {name}"
    choose_routine: Text = "Choose a routine"
    from_routine: Text = "Or start from a routine"
    from_it: Text = "Start from it"

    title: Text = "Title"
    phase: Text = "For"
    made_for: Text = "Made for (stays on this device)"
    name_in_link: Text = "Put this name in the link, too"
    cautions: Text = "Warn me about …"
    cautions_whole: Text = "Warn me about moves for people with"
    cautions_stay: Text = "These ticks stay on this device. They are not in the link and not on the sheet."

    clinic: Text = "Made by a clinic or a clinician"
    phone: Text = "Phone"
    logo: Text = "Logo (PNG, JPEG or WebP)"
    logo_off: Text = "Take the logo off"
    clinic_stays: Text = "These stay on this device. They are on its sheets, and never in the link."
    logo_none: Text = "No file was chosen."
    logo_kind: Text = "A logo is a PNG, JPEG or WebP picture. This file is something else."
    logo_large: Text = "This picture is larger than 2 MB. Choose a smaller one."
    logo_detail: Text = "This picture has too much detail for a logo. Choose a simpler one."
    logo_damaged: Text = "This file could not be read as a picture. It may be damaged."

    plan: Text = "Plan it and be reminded"
    plan_after: Text = "After I …"
    plan_will: Text = "I will …"
    plan_time: Text = "Time of the reminder"
    plan_save: Text = "Save a reminder for my calendar"
    plan_why: Text = (
        "A plan tied to something you do each day is easier to keep. "
        "It stays on this device and on its sheets. Open the saved file with your calendar."
    )
    calendar_usual: Text = "do my exercises"
    calendar_no_plan: Text = "Do the exercises on my sheet."
    calendar_saved: Forms = {
        "other": "Saved for {n} weeks from tomorrow. Open the file with your calendar.",
    }

    hold: Text = "Hold (seconds)"
    repetitions: Text = "Times"
    sets: Text = "Sets"
    per: Text = "Each"
    day: Text = "day"
    week: Text = "week"
    side: Text = "Side"
    both: Text = "both"
    left: Text = "left only"
    right: Text = "right only"
    note: Text = "Note"
    drag: Text = "Drag to move"
    how_much: Text = "{name}: how much"
    row_look: Text = "{name}: please look at this"
    step: Text = "{name}, {number}: {step}"
    one_less: Text = "one less"
    one_more: Text = "one more"
    whole_numbers: Text = "“{number}” takes whole numbers from {least} to {most}. The old number stays."
    goes_from: Text = "“{number}” goes from {least} to {most}."
    now_is: Text = "{number}: {n}"
    up: Text = "Move {name} up"
    down: Text = "Move {name} down"
    moved: Text = "{name} is now number {n} of {total}."
    remove: Text = "Remove"
    remove_one: Text = "Remove {name}"
    removed: Text = "{name} is off the sheet. Undo brings it back."
    remedy_remove: Text = "Remove it"
    remedy_remove_one: Text = "Remove {name}, as the warning says"
    remedy_dose: Text = "Use the handbook's dose"
    remedy_dose_one: Text = "Use the handbook's dose for {name}"
    dose_back: Text = "{name} has the handbook's dose. Undo brings yours back."

    warn_skip: Text = "Leave out “{name}” with {caution}. {care}"
    warn_care: Text = "“{name}” with {caution}: {care}"
    warn_hard: Text = "“{name}” makes muscles work hard. {when}: leave this one out."
    warn_phase: Text = "“{name}” is not meant for: {phase}. Take another move, or another time under “For”."
    warn_dose: Text = "“{name}” is more than twice the handbook's dose. Begin with less."
    warn_twice: Text = "“{name}” stands on the sheet twice."
    warn_same: Text = "“{name}” and “{other}” stretch the same muscle ({muscle}). One is enough."
    warn_many: Forms = {
        "other": "{n} exercises are a lot. People keep up {most} or fewer, "
        "and the sheet may need a second page. Take out {over}.",
    }

    reading: Text = "A sheet of exercises for you"
    reading_why: Text = "Somebody made this sheet and sent you the link."
    keep: Text = "Keep on this device"
    change: Text = "Change it"

    print: Text = "Print"
    copy_link: Text = "Copy the link"
    copy_text: Text = "Copy as text for the notes"
    save: Text = "Save on this device"
    link: Text = "Link to this sheet"
    code: Text = "QR code of this sheet's link"
    link_holds: Text = "The link holds the whole sheet, with title and notes"
    as_text: Text = "The sheet as text"
    getting: Text = "Getting pictures …"
    some_missing: Text = "Some pictures could not be loaded. They are missing on the paper."
    link_copied: Text = "The link is copied."
    text_copied: Text = "The text is copied."
    not_copied: Text = "Your browser does not copy by itself. It is marked: press Ctrl+C."
    nothing_to_save: Text = "There is nothing to save yet."
    saved: Text = "Saved on this device."

    list_empty: Text = "Nothing is saved yet."
    list_save: Text = "Save all as a file"
    list_bring: Text = "Bring sheets back from a file"
    list_name: Text = "{name} for {person}"
    list_entry: Text = "{name}, {exercises}, {day}"
    open: Text = "Open"
    open_one: Text = "Open {name}"
    opened: Text = "Opened. Undo brings the last sheet back."
    opened_in_part: Text = "Part of this sheet could not be used:"
    delete: Text = "Delete"
    delete_one: Text = "Delete {name}"
    deleted: Text = "{name} is deleted from this device."
    file_in_part: Text = "Part of this file could not be used:"
    came: Forms = {"1": "{n} sheet came from the file.", "other": "{n} sheets came from the file."}
    list_holds: Forms = {"1": "The list holds {n} sheet.", "other": "The list holds {n} sheets."}
    no_room: Forms = {
        "other": "Nothing was brought in: with your own these would be {n} sheets, "
        "and the list holds {most}.",
    }
