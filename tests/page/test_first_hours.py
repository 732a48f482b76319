"""Who cannot stand up straight is answered at once; in the picture above nothing runs through anything."""

from playwright.sync_api import Page

from generator.figure.body.body import load_body
from generator.figure.checks.posecheck import check_pose
from generator.figure.posing.pose import pose_frames
from generator.handbook import Handbook

PAGE = "guidance/first-72-hours"
HIGH = 844
STUCK = "If you cannot stand up straight"


def test_the_question_of_minute_ten_comes_right_after_what_to_do_now(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": HIGH})
    page.goto(f"{address}{PAGE}/")
    headings = page.locator(".md-content h2")
    assert headings.nth(0).inner_text().startswith("Right now")
    assert headings.nth(1).inner_text().startswith(STUCK)
    top = headings.nth(1).evaluate("each => each.getBoundingClientRect().top + scrollY")
    assert top < 2.5 * HIGH


def test_nobody_s_feet_or_hands_run_through_the_chair(handbook: Handbook) -> None:
    spec = handbook.pages[PAGE].figures["rest"]
    (frame,) = pose_frames(spec, handbook.poses, load_body(spec.body))
    assert [each.message for each in check_pose(frame) if each.severity == "error"] == []
