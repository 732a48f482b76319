"""Signs of danger in a query: found however put, told apart by how soon, never raised by spelling."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.handbook import Handbook
from generator.model.search import ENGLISH, AboutMuscles, Ages, Danger, in_english
from generator.pages.warnings import words_at
from generator.press.browser import at_home
from tests.conftest import ROOT
from tests.search.evaluate import HOME, ask, engine, slug

HERE = Path(__file__).parent
WANTED = yaml.safe_load((HERE / "danger.yml").read_text(encoding="utf-8"))
KNOWN = yaml.safe_load((HERE / "queries.yml").read_text(encoding="utf-8"))
FRESH = yaml.safe_load((HERE / "open.yml").read_text(encoding="utf-8"))
FRAMES = ("back pain {}", "sore neck {}", "{} stretch for back", "how to {} with a bad back")
SPELLED = """queries => queries.filter(query =>
  search.find(query).danger === "now" && search.find(query, { literal: true }).danger !== "now")"""


@pytest.fixture(scope="module")
def search(browser: Browser, handbook: Handbook) -> Iterator[Page]:
    """A page with the engine of the search, over the real handbook."""
    page = browser.new_page(service_workers="block")
    yield engine(at_home(page, ROOT / "docs", HOME), handbook)
    page.close()


def levels(page: Page, queries: list[str]) -> dict[str, str]:
    """The danger that each query holds: now, soon or nothing."""
    return {query: each["danger"] for query, each in zip(queries, ask(page, queries), strict=True)}


def fresh(kind: str, level: str = "") -> list[str]:
    """The fresh queries of a kind."""
    return [row["q"] for row in FRESH if row["kind"] == kind and row.get("level", "") == level]


def test_every_sign_of_danger_is_found_at_once(search: Page, handbook: Handbook) -> None:
    queries = [*WANTED["now"], *KNOWN["danger"], *words_at(handbook, "emergency"), *fresh("emergency", "now")]
    found = levels(search, queries)
    assert [query for query, level in found.items() if level != "now"] == []


def test_signs_that_can_wait_get_an_answer_of_their_own(search: Page) -> None:
    found = levels(search, [*WANTED["soon"], *fresh("emergency", "soon")])
    wrong = [query for query, level in found.items() if level != "soon"]
    assert len(wrong) <= 1, wrong


def test_what_only_looks_like_a_sign_raises_no_alarm(search: Page) -> None:
    plain = [row["q"] for row in FRESH if row["kind"] in ("plain", "offtopic")]
    queries = [*WANTED["harmless"], *KNOWN["harmless"], *fresh("harmless"), *plain]
    assert [query for query, level in levels(search, queries).items() if level == "now"] == []


def test_few_look_alikes_get_advice_to_have_them_checked(search: Page) -> None:
    wrong = [query for query, level in levels(search, WANTED["harmless"]).items() if level]
    assert len(wrong) <= 1, wrong


def alarms(search: Page, questions: list[str]) -> list[str]:
    """The questions that raise the alarm by their spelling, asked in portions."""
    portions = (questions[at : at + 800] for at in range(0, len(questions), 800))
    return [each for portion in portions for each in search.evaluate(SPELLED, portion)]


@pytest.fixture(scope="module")
def common_words() -> list[str]:
    """The 4 800 commonest words of English."""
    words = (HERE / "common-words.txt").read_text(encoding="utf-8").split()
    assert len(words) == 4800
    return words


def test_no_common_word_raises_the_alarm_through_spelling(search: Page, common_words: list[str]) -> None:
    """Every third; all of them in the audit."""
    assert alarms(search, common_words[::3]) == []


@pytest.mark.audit
def test_no_common_word_at_all_raises_it(search: Page, common_words: list[str]) -> None:
    assert alarms(search, common_words) == []


@pytest.mark.parametrize("frame", FRAMES)
def test_nor_does_every_twelfth_in_a_question(search: Page, frame: str, common_words: list[str]) -> None:
    assert alarms(search, [frame.format(word) for word in common_words[::12]]) == []


@pytest.mark.audit
@pytest.mark.parametrize("frame", FRAMES)
def test_nor_does_any_in_a_question(search: Page, frame: str, common_words: list[str]) -> None:
    assert alarms(search, [frame.format(word) for word in common_words]) == []


def test_a_slip_of_the_finger_does_not_hide_a_sign(search: Page) -> None:
    slips = ["numness between my legs", "incontinance", "chst pain", "loss of bowl control", "cant urinat"]
    assert set(levels(search, slips).values()) == {"now"}


@pytest.mark.parametrize("begun", ["numb", "weak", "chest", "bladder", "numb betw", "tingling"])
def test_the_red_flags_lead_from_the_first_telling_word(search: Page, begun: str) -> None:
    assert slug(ask(search, [begun])[0]["found"][0]) == "red-flags"


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("numb", " between my legs"),
        ("numb", " between the legs"),
        ("numb", " round my bum"),
        ("chest", " pain"),
        ("pins", " and needles in both legs"),
        ("lost control of my", " bladder"),
        ("bladder", " wont empty"),
    ],
)
def test_the_red_flags_stay_while_a_sign_is_typed_on(search: Page, first: str, rest: str) -> None:
    """A half word is no other word: they must not go out between two letters."""
    typed = [first + rest[:letters] for letters in range(len(rest) + 1)]
    found = ask(search, typed)
    lit = [bool(each["danger"]) or slug(each["found"][0]) == "red-flags" for each in found]
    first_lit = lit.index(True)
    assert lit[-1] and first_lit <= len(rest) - 2
    assert [query for query, on in zip(typed[first_lit:], lit[first_lit:], strict=True) if not on] == []


def test_what_is_denied_is_no_sign(search: Page) -> None:
    denied = [
        "no numbness just a sore lower back",
        "not an accident just woke up stiff",
        "no chest pain only a knot",
    ]
    assert set(levels(search, denied).values()) == {""}


SPANISH = Danger(
    classes={
        "DORMIDO": ("dormido", "dormida", "dormidas"),
        "AMBAS": ("las dos piernas",),
        "MAYOR": ("abuelo",),
        "PECHO": ("pecho",),
        "OTRO": ("pierna", "músculo"),
    },
    now=(("DORMIDO AMBAS", "PECHO dolor", "PECHO tenso"),),
    soon=(("MAYOR golpe",),),
    ages=Ages(least=60, most=99, counts_as="MAYOR"),
    as_typed=("piernas",),
    as_typed_counts_as={"AMBAS": ("piernas",)},
    about_muscles=AboutMuscles(found_by=("PECHO",), beside=("tenso",), unless=("dolor",)),
    muscle_talk=("músculo",),
)


def test_a_translated_handbook_brings_rules_of_its_own(browser: Browser, spanish: Handbook) -> None:
    """Which ages tell, which words count as they stand, and when a chest is about its muscles."""
    page = browser.new_page(service_workers="block")
    search = engine(at_home(page, ROOT / "docs", HOME), replace(spanish, danger=SPANISH))
    wanted = {
        "piernas dormidas": "now",
        "pierna dormida": "",
        "legs dormidas": "",
        "golpe 62": "soon",
        "golpe 59": "",
        "abuelo golpe": "soon",
        "pecho tenso": "now",
        "pecho tenso músculo": "soon",
        "pecho tenso dolor músculo": "now",
    }
    assert levels(search, list(wanted)) == wanted
    page.close()


def test_a_file_in_english_that_lacks_the_newer_rules_tells_what_it_told(handbook: Handbook) -> None:
    """What an older copy of content/danger.yml could not say was known to the program, and still is."""
    said = handbook.danger.model_dump(exclude_unset=True, exclude=set(ENGLISH))
    older = in_english(Danger.model_validate(said))
    assert older == handbook.danger
    assert {name: getattr(handbook.danger, name) for name in ENGLISH} == ENGLISH
    silent = Danger.model_validate({**said, "as_typed": ()})
    assert in_english(silent).as_typed == ()
