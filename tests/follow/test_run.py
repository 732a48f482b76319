"""A run in a real browser: what is told, and that the clock decides whatever happens in between."""

import os
import re
import signal
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.pages.doses import dose_of
from tests.builder.making import open_builder
from tests.follow.running import begin, open_run, position, with_voice

ROUTINE = "stiff-neck-ease"
TOLD_FROM, COUNTED_FROM, ALOUD_FROM, HALVED_FROM = 4, 5, 10, 20
"""Seconds from which a wait is counted, a hold is counted, counted aloud, and has a half-time."""
STOPPED = 8
"""Seconds without a tick, longer than a phase at the start of a run."""
COUNT = ["Three.", "Two.", "One."]
STAY = {"aerobic": "Keep going.", "release": "Stay."}


def _told(handbook: Handbook, routine: Routine) -> Iterator[str]:
    """What should be said, from the data alone; of an introduction only its start."""
    for index, item in enumerate(routine.items):
        exercise = handbook.exercises[item.exercise]
        dose = dose_of(item, exercise)
        yield f"{'Next' if index else 'First'}: {exercise.name.split(' (')[0]}."
        yield from ("Get ready.", *COUNT)
        for number in range(1, dose.sets + 1):
            if number > 1:
                yield f"Rest. Then set {number} of {dose.sets}: {exercise.name.split(' (')[0]}."
                yield from COUNT
            for turn in _turns(exercise, dose.repetitions):
                if turn == "change":
                    yield "Change sides. Now the other way round, for the full time."
                    yield from COUNT
                else:
                    yield from _repetition(exercise, dose.hold, dose.move, dose.repetitions, turn)


def _turns(exercise: Exercise, repetitions: int) -> Iterator[str]:
    one = [str(each) for each in range(1, repetitions + 1)]
    if exercise.sides == "each":
        yield from (*one, "change", *one)
    for each in one if exercise.sides != "each" else ():
        yield each
        if exercise.sides == "alternating":
            yield f"{each} other"


def _repetition(exercise: Exercise, hold: int, move: int, repetitions: int, turn: str) -> Iterator[str]:
    number, _, other = turn.partition(" ")
    lead = "Go." if repetitions == 1 else "Other side." if other else f"{number}."
    if move:
        yield lead
    if hold:
        yield STAY.get(exercise.goal, "Hold.")
        yield from ["Half-time."] if hold >= HALVED_FROM else []
        yield from COUNT if hold >= ALOUD_FROM else []
        if move > 1:
            yield "And come back." if int(number) == repetitions else "Back."


def _without_instructions(said: list[str]) -> list[str]:
    return [re.sub(r"^((?:First|Next): .+?\.) .*", r"\1", each) for each in said]


def _run_whole(page: Page, address: str, handbook: Handbook, slug: str, speed: int) -> None:
    with_voice(page)
    open_run(page, address, f"routine/{slug}", speed)
    begin(page)
    expect(page.get_by_role("heading", name="That was the last one")).to_be_visible(timeout=40_000)
    told = [*_told(handbook, handbook.routines[slug]), "That was the last one."]
    assert _without_instructions(page.evaluate("said")) == told, slug


def test_a_run_tells_what_the_data_say(page: Page, address: str, handbook: Handbook) -> None:
    _run_whole(page, address, handbook, ROUTINE, 240)


@pytest.mark.audit
def test_every_routine_at_sixty_times_its_speed(page: Page, address: str, handbook: Handbook) -> None:
    for slug in handbook.routines:
        _run_whole(page, address, handbook, slug, 60)


def _opened(page: Page, address: str, words: str = f"routine/{ROUTINE}") -> None:
    """A run at its start, with a clock that the test moves."""
    with_voice(page)
    page.clock.install()
    open_run(page, address, words)
    begin(page)


def test_a_page_that_slept_wakes_up_at_what_is_due(page: Page, address: str) -> None:
    """After 20 minutes without a tick nothing is lost, and only what is due is told."""
    _opened(page, address, "routine/maintenance-3x-week")
    page.clock.run_for(1000)
    told = len(page.evaluate("said"))
    page.clock.fast_forward("20:00")
    page.clock.run_for(200)
    assert position(page) == pytest.approx(1201, abs=0.5)
    cue = page.evaluate("[player.run.cue.kind, player.run.exerciseOf(player.run.cue).name]")
    assert page.locator(".follow-name").inner_text() == cue[1].split(" (")[0]
    assert len(page.evaluate("said")) <= told + 2


def test_a_page_whose_process_is_stopped_comes_back_to_what_is_due(
    page: Page, browser: Browser, address: str
) -> None:
    """A locked phone or a tab behind others: not one timer runs until the page is seen again."""
    with_voice(page)
    open_run(page, address, f"routine/{ROUTINE}")
    begin(page)
    began = page.evaluate("Date.now() - 1000 * player.run.clock.position")
    page.evaluate("window.ticks = 0; setInterval(() => ticks++, 100)")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [each["id"] for each in processes if each["type"] == "renderer"]
    for process in pages:
        os.kill(process, signal.SIGSTOP)
    time.sleep(STOPPED)
    for process in pages:
        os.kill(process, signal.SIGCONT)
    page.wait_for_function(f"() => player.run.clock.position > {STOPPED}")
    assert page.evaluate("ticks") < 10 * STOPPED / 2
    drift = page.evaluate(f"(Date.now() - {began}) / 1000 - player.run.clock.position")
    assert abs(drift) < 0.05
    told = page.evaluate("player.run.exerciseOf(player.run.cue).name").split(" (")[0]
    expect(page.locator(".follow-name")).to_have_text(told)


def test_a_reload_goes_on_where_the_run_is_due(page: Page, address: str, handbook: Handbook) -> None:
    page.emulate_media(reduced_motion="reduce")  # without a graphics card every moving frame takes its time
    page.clock.install()
    page.goto(f"{address}routines/{ROUTINE}/")
    page.get_by_role("button", name="Start now").click()
    begin(page)
    page.clock.run_for(20_000)
    page.reload()
    expect(page.locator(".follow-left")).to_be_visible()
    page.clock.run_for(10_000)
    minutes, seconds = page.locator(".follow-left").inner_text().removesuffix(" left").split(":")
    pairs = [(item, handbook.exercises[item.exercise]) for item in handbook.routines[ROUTINE].items]
    total = sum(dose_of(item, each).seconds(each.sides, handbook.pace) for item, each in pairs)
    assert 60 * int(minutes) + int(seconds) == pytest.approx(total - 30, abs=1)


def test_pause_keeps_the_place_and_back_skip_and_repeat_find_theirs(page: Page, address: str) -> None:
    _opened(page, address, "exercise/upper-trapezius-stretch")
    page.clock.run_for(17_000)
    page.get_by_role("button", name="Pause").click()
    here = position(page)
    page.clock.fast_forward("05:00")
    assert position(page) == here
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(80_000)
    kind = "player.run.cue.kind + player.run.cue.side"
    assert page.evaluate(kind) in ("change2", "in2", "hold2")
    page.evaluate("player.act(() => player.run.repeatSide())")
    assert page.evaluate("player.run.cue.side") in (1, 2)
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Back").click()
    assert position(page) == pytest.approx(0, abs=0.5)
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_role("heading", name="That was the last one")).to_be_visible()
    expect(page.locator(".follow-panel")).to_contain_text("0 of 1 exercise done")


def test_slower_stretches_all_but_the_holds_and_keeps_the_place(page: Page, address: str) -> None:
    _opened(page, address)
    page.clock.run_for(16_000)
    before = page.evaluate("[player.run.index, player.run.total]")
    holds = "player.run.cues.filter(c => c.kind === 'hold').map(c => c.until - c.at)"
    usual = page.evaluate(holds)
    page.evaluate("player.act(() => player.run.setSlow(2), false)")
    index, total = page.evaluate("[player.run.index, player.run.total]")
    assert (index, page.evaluate(holds)) == (before[0], usual)
    assert before[1] < total == 2 * before[1] - sum(usual)


def test_an_easier_sibling_takes_the_place_for_this_run(page: Page, address: str, handbook: Handbook) -> None:
    hard = next(each for each in handbook.exercises.values() if each.easier.exercise)
    easier = handbook.exercises[str(hard.easier.exercise)]
    _opened(page, address, f"exercise/{hard.slug}")
    page.get_by_role("button", name="Too much today?").click()
    page.get_by_role("button", name=f"Do “{easier.name}” instead").click()
    expect(page.locator(".follow-name")).to_have_text(easier.name.split(" (")[0])
    assert page.evaluate("player.run.clock.running") is True


def test_a_stop_sign_leads_to_the_warning_signs(page: Page, address: str, handbook: Handbook) -> None:
    _opened(page, address)
    page.get_by_role("button", name="Too much today?").click()
    for sign in handbook.safety.stop:
        expect(page.get_by_role("button", name=sign, exact=True)).to_be_visible()
    page.get_by_role("button", name=handbook.safety.stop[0], exact=True).click()
    panel = page.locator(".follow-panel")
    expect(panel).to_contain_text(handbook.safety.red_flag_line)
    link = panel.get_by_role("link", name="See the warning signs").get_attribute("href") or ""
    assert link.endswith("/guidance/red-flags/")
    assert page.evaluate("player.run.clock.running") is False


def test_a_screen_reader_hears_changes_of_phase_and_no_seconds(page: Page, address: str) -> None:
    _opened(page, address, "exercise/upper-trapezius-stretch")
    page.evaluate("""() => {
      window.heard = []
      const aloud = document.querySelector(".follow-aloud")
      new MutationObserver(() => heard.push(aloud.textContent)).observe(aloud, { childList: true })
    }""")
    page.clock.run_for(60_000)
    heard = page.evaluate("heard")
    assert heard == ["Get ready.", "Hold for 20 seconds.", "Half-time.", "Half-time."]
    assert page.locator(".follow-count").get_attribute("role") == "timer"


def test_it_works_with_nothing_to_tell_it(page: Page, address: str) -> None:
    """No voice, no sound, no vibration, no lock on the screen, nothing to keep anything in."""
    page.add_init_script("""
      for (const name of ["speechSynthesis", "AudioContext", "webkitAudioContext"])
        Object.defineProperty(window, name, { value: undefined })
      for (const name of ["wakeLock", "vibrate"]) Object.defineProperty(navigator, name, { value: undefined })
      for (const place of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, place, { get() { throw new DOMException("no") } })
    """)
    page.clock.install()
    open_run(page, address, f"routine/{ROUTINE}")
    begin(page)
    page.clock.run_for(16_000)
    expect(page.locator(".follow-order")).to_have_text(re.compile("Go|Hold"))
    expect(page.locator(".follow-note")).to_contain_text("may go dark")


def test_pages_offer_start_and_load_no_more_before_it(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}routines/{ROUTINE}/")
    expect(page.get_by_role("button", name="Start now")).to_be_visible()
    page.goto(f"{address}exercises/neck/chin-tuck/")
    expect(page.get_by_role("button", name="Follow along")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if "follow" in each] == []


def test_without_scripts_nothing_offers_what_cannot_be(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}routines/{ROUTINE}/")
    expect(plain_page.get_by_text("Start now")).to_have_count(0)
    expect(plain_page.locator("[data-follow]")).to_be_hidden()


def test_my_own_sheet_is_followed_with_its_own_doses(page: Page, address: str) -> None:
    """A link's sheet, too: sides that it leaves out are not asked for, and its notes are shown."""
    open_builder(page, address, "#1&t=Mine&chin-tuck:3.2.1.1&upper-trapezius-stretch:15.1.1.1l~Gently")
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_role("heading", name="Mine")).to_be_visible()
    begin(page)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".follow-name")).to_have_text("Upper-trapezius stretch")
    expect(page.locator(".follow-where")).to_have_text("Left side only")
    expect(page.locator(".follow-how")).to_contain_text("Gently.")


def test_the_run_waits_for_a_reader_who_needs_longer(page: Page, address: str) -> None:
    """Even when the page slept: it stands where the reader was last waited for."""
    with_voice(page)
    page.clock.install()
    open_run(page, address, f"routine/{ROUTINE}")
    page.get_by_label("Wait for me before each exercise").check()
    begin(page)
    page.clock.fast_forward("03:00")
    page.clock.run_for(200)
    expect(page.locator(".follow-note")).to_contain_text("Go on when you are in place")
    assert position(page) == 10
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(6000)
    assert position(page) == pytest.approx(16, abs=0.5)


def test_an_exercise_may_be_followed_at_its_first_days_dose(
    page: Page, address: str, handbook: Handbook
) -> None:
    smaller = next(each for each in handbook.exercises.values() if each.first_days)
    open_run(page, address, f"exercise/{smaller.slug}")
    page.get_by_role("button", name="take the smaller dose").click()
    assert smaller.first_days
    item = page.evaluate("player.run.items[0]")
    assert (item["hold"], item["repetitions"]) == (smaller.first_days.hold, smaller.first_days.repetitions)
    begin(page)
    expect(page.locator(".follow-order")).to_have_text("First")


def test_no_phrase_is_long_and_one_that_hangs_is_given_up(
    page: Page, address: str, handbook: Handbook
) -> None:
    with_voice(page)
    page.add_init_script("""
      window.cancelled = 0
      speechSynthesis.cancel = () => { window.cancelled++; speechSynthesis.speaking = false }
      speechSynthesis.speak = phrase => { if (phrase.text) speechSynthesis.speaking = true }
    """)
    page.clock.install()
    open_run(page, address, f"routine/{ROUTINE}")
    begin(page)
    page.clock.run_for(200)
    before = page.evaluate("cancelled")
    page.get_by_role("button", name="Pause").click()
    page.evaluate("player.voice.say('Hold.')")
    hung = page.evaluate("cancelled")
    page.clock.run_for(3500)
    assert page.evaluate("cancelled") == hung + 1 and hung >= before
    longest = page.evaluate(
        """async root => {
          const { momentsOf } = await import(`${root}assets/follow/moments.js`)
          const { said } = await import(`${root}assets/follow/words.js`)
          const { planOf } = await import(`${root}assets/follow/start.js`)
          const { catalogue } = player.run
          const plans = [...catalogue.routines.keys()].map(id => planOf(`routine/${id}`, catalogue))
          const runs = plans.map(plan => player.run.with(plan))
          return Math.max(...runs.flatMap(run => momentsOf(run.cues).map(each => said(run, each).length)))
        }""",
        address,
    )
    assert 20 < longest <= 140, "about ten seconds aloud"


def test_the_screen_is_kept_lit_while_it_is_wanted(page: Page, address: str) -> None:
    """Asked for again when the page is seen again; let go of in a pause."""
    page.add_init_script("""
      window.locks = []
      Object.defineProperty(navigator, "wakeLock", { value: { async request() {
        const lock = { released: false, async release() { lock.released = true } }
        locks.push(lock)
        return lock
      } } })
    """)
    _opened(page, address)
    held = "locks.filter(each => !each.released).length"
    assert page.evaluate(held) == 1
    page.evaluate("locks[0].released = true; document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate(f"[locks.length, {held}]") == [2, 1]
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate(held) == 0
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate(held) == 0, "nobody wants it in a pause"


def test_each_way_of_telling_is_on_or_off_alone(page: Page, address: str) -> None:
    with_voice(page)
    page.clock.install()
    open_run(page, address, f"routine/{ROUTINE}")
    page.get_by_role("button", name="Bell only").click()
    page.get_by_label("Flash of the screen").check()
    page.evaluate("void (player.bell.play = name => (window.bells.push(name), true))")
    begin(page)
    page.clock.run_for(14_500)
    assert page.evaluate("said") == []
    assert page.evaluate("bells")[:5] == ["rest", "ready", "count", "count", "count"]
    kept = page.evaluate("JSON.parse(localStorage.getItem('/unknot/follow'))")
    assert (kept["voice"], kept["bell"], kept["flash"]) == (False, True, True)
