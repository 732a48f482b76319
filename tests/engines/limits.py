"""What an engine cannot do under test, and the tests that ask for it: skipped, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

Limits = dict[str, tuple[str, ...]]
FIREFOX: Final[Limits] = {
    "Playwright stops and starts the processes of a page through Chromium alone": (
        "test_a_page_whose_process_is_stopped_comes_back_to_what_is_due",
    ),
    "a run of this Firefox asks for less motion from end to end": (
        "test_playing_moves_the_picture_and_pausing_stops_it",
        "test_a_dose_for_each_side_plays_the_other_side_after_the_first",
        "test_the_hold_is_counted",
    ),
    "a page that this Firefox brings back whole tells Playwright of no loading": (
        "test_going_back_shows_what_was_added_since",
    ),
    "Playwright cannot tell this Firefox of a dark scheme": (
        "test_pages_from_a_disk_keep_their_looks",
        "test_a_sheet_is_paper_on_a_dark_desk",
        "test_a_print_from_a_dark_page_takes_no_more_ink_than_from_a_light_one",
    ),
    "Playwright cannot tell this Firefox of a reader's own colours": (
        "test_every_control_has_an_edge_in_a_readers_own_colours",
        "test_the_page_one_is_on_is_marked_in_a_readers_own_colours",
        "test_drawings_of_a_sheet_lie_on_white_in_a_readers_own_colours",
    ),
    "Playwright's taps do not reach a page of this Firefox": (
        "test_a_first_tap_shows_the_meaning_and_a_second_one_follows_it",
    ),
    "letters without a key come to this Firefox from a script, of which it tells no change": (
        "test_a_long_sheet_is_whole_after_loading_again",
    ),
    "Firefox remembers a script that did not come until the page is loaded again": (
        "test_a_part_that_does_not_come_is_said_and_comes_the_next_time",
    ),
    "this Firefox tells Playwright of no download": (
        "test_days_leave_as_a_file_are_deleted_in_one_tap_and_come_back",
        "test_numbers_leave_with_the_days_are_deleted_with_them_and_come_back",
        "test_a_plan_is_on_the_sheet_and_in_a_calendar_file",
        "test_saved_sheets_come_back_from_a_file",
        "test_bringing_sheets_back_loses_no_name_and_no_sheet",
    ),
}
FIXTURES: Final[Limits] = {"Playwright cannot switch the scripts of this Firefox off": ("plain_page",)}
LIMITS: Final[dict[str, Limits]] = {"chromium": {}, "firefox": FIREFOX}


def reason(engine: str, test: str, fixtures: Sequence[str]) -> str | None:
    """Why an engine cannot run a test, by the test's id and its fixtures; None where it can."""
    if engine != "chromium":
        for why, names in FIXTURES.items():
            if set(names) & set(fixtures):
                return why
    return next((why for why, names in LIMITS[engine].items() if any(name in test for name in names)), None)
