"""What somebody who edits sees in the browser: changes, problems with their place, and that problems go."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.serving.running import PATIENCE, Served, copied, serving

NOD = "exercises/neck/nod/"
WHY = "It keeps your neck moving."
ALT_B = 'B: {alt: "The chin has sunk towards the chest; the back is tall."'
STANDING = """
sitting-on-chair:
  name: Standing all the same
  stance: upright
  arms: {upper: down 8 out 1, bend: 8, palm: in}
  legs: {hip: {bend: 0, open: 4, turn_out: 5}, knee: 2}
  contacts: {both sole: floor}
"""
LIVE = re.compile(r'<link rel="stylesheet" href="/\.serve/live\.css">.*live\.js"></script>', re.DOTALL)
DRAWING = re.compile(r'id="fig-nod-b-title".*?</svg>', re.DOTALL)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over a copy of the small handbook; every test mends what it breaks."""
    root = copied(tmp_path_factory.mktemp("served"), ROOT / "tests" / "content")
    _without_fault(root / "content")
    with serving(root) as running:
        running.wait_for(NOD, lambda page: WHY in page)
        yield running


def _without_fault(content: Path) -> None:
    """Take out what the small handbook does wrong on purpose, and give its base pose a body that stands."""
    exercises = content / "exercises" / "neck"
    (exercises / "hostile.yml").unlink()
    swap(exercises / "nod.yml", ", exercise: hostile", "")
    swap(content / "routines" / "tiny.yml", ', {exercise: hostile, note: "<i>slow</i>"}', "")
    (content / "poses.yml").write_text(STANDING, encoding="utf-8")


@pytest.fixture
def tab(browser: Browser, served: Served) -> Iterator[Page]:
    """A browser with the page of the small nod open, which must never load by hand.

    Tests that use it belong to `make audit`: a browser that waits for ever would keep all others waiting.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    opened = context.new_page()
    opened.goto(served.site + NOD)
    yield opened
    opened.goto("about:blank")  # a page that is just loading anew can keep its context from closing
    context.close()


def swap(file: Path, old: str, new: str) -> None:
    """Replace a text that must stand in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def nod(served: Served) -> Path:
    """The file of the small nod."""
    return served.root / "content" / "exercises" / "neck" / "nod.yml"


@pytest.mark.audit
def test_a_changed_word_comes_and_the_open_page_loads_it(served: Served, tab: Page) -> None:
    swap(nod(served), WHY, "It oils your neck.")
    expect(tab.get_by_text("It oils your neck.")).to_be_visible(timeout=PATIENCE * 1000)
    swap(nod(served), "It oils your neck.", WHY)
    served.wait_for(NOD, lambda page: WHY in page and "It oils" not in page)


def test_an_editor_that_saves_by_renaming_is_heard(served: Served) -> None:
    new = nod(served).with_name(".nod.yml.swp")
    new.write_text(nod(served).read_text(encoding="utf-8").replace(WHY, "It was renamed."), encoding="utf-8")
    os.replace(new, nod(served))
    served.wait_for(NOD, lambda page: "It was renamed." in page)
    swap(nod(served), "It was renamed.", WHY)
    served.wait_for(NOD, lambda page: WHY in page)


def test_a_changed_pose_draws_its_figure_anew(served: Served) -> None:
    swap(nod(served), ALT_B, f"{ALT_B}, head: {{nod: 10}}")
    first = DRAWING.findall(served.wait_for(NOD, lambda page: bool(DRAWING.search(page))))
    swap(nod(served), "nod: 10}", "nod: 20}")
    served.wait_for(NOD, lambda page: DRAWING.findall(page) not in ([], first))
    swap(nod(served), ", head: {nod: 20}", "")
    served.wait_for(NOD, lambda page: not DRAWING.search(page))


@pytest.mark.audit
def test_a_problem_shows_in_the_page_and_goes_when_it_is_mended(served: Served, tab: Page) -> None:
    swap(nod(served), "goal: mobility", 'goal: "<b>mobile</b>"')
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("content/exercises/neck/nod.yml:7")
    expect(alert).to_contain_text("<b>mobile</b>")
    expect(alert).to_contain_text("last good page")
    expect(tab.get_by_text(WHY)).to_be_visible()
    assert "content/exercises/neck/nod.yml:7: goal:" in served.said
    tab.locator("#serve-problems summary").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("list", name="Problems")).to_be_hidden()
    swap(nod(served), 'goal: "<b>mobile</b>"', "goal: mobility")
    expect(alert).to_be_empty()
    served.until(lambda: "all mended" in served.said)


def test_a_problem_stands_in_pages_without_a_script_too(served: Served) -> None:
    swap(nod(served), "level: easy", "level: easier")
    page = served.wait_for(NOD, lambda page: "nod.yml:9" in page)
    assert WHY in page
    assert "nod.yml:9" in served.get("no/such/page/")
    swap(nod(served), "level: easier", "level: easy")
    served.wait_for(NOD, lambda page: "nod.yml:9" not in page)


@pytest.mark.audit
def test_the_end_of_a_page_can_be_read_above_the_problems(served: Served, tab: Page) -> None:
    swap(nod(served), "level: easy", "level: easier")
    expect(tab.get_by_role("alert")).to_contain_text("nod.yml:9")
    tab.keyboard.press("End")
    tab.wait_for_function(
        "() => document.querySelector('footer').getBoundingClientRect().bottom"
        " <= document.querySelector('#serve-problems').getBoundingClientRect().top + 1"
    )
    swap(nod(served), "level: easier", "level: easy")
    expect(tab.get_by_role("alert")).to_be_empty()


def test_a_new_name_comes_to_all_pages_that_tell_it(served: Served) -> None:
    swap(nod(served), "name: Small nod", "name: Tiny nod")
    for path in (NOD, "exercises/", "exercises/neck/", "a-z/", "routines/tiny/"):
        served.wait_for(path, lambda page: "Tiny nod" in page and "Small nod" not in page)
    swap(nod(served), "name: Tiny nod", "name: Small nod")
    served.wait_for("a-z/", lambda page: "Tiny nod" not in page)


def test_a_page_comes_and_goes_with_its_file(served: Served) -> None:
    pages = served.root / "content" / "pages" / "guidance"
    text = (pages / "first-72-hours.md").read_text(encoding="utf-8")
    one, other = pages / "one.md", pages / "other.md"
    one.write_text(text.replace("title:", "title: One of", 1), encoding="utf-8")
    served.wait_for("guidance/one/", lambda page: "One of" in page)
    served.wait_for("guidance/", lambda page: "One of" in page)
    one.rename(other)
    served.wait_for("guidance/other/", lambda page: "One of" in page)
    served.wait_for("guidance/one/", lambda page: "This page is not here" in page)
    other.unlink()
    served.wait_for("guidance/other/", lambda page: "This page is not here" in page)
    served.wait_for("guidance/", lambda page: "One of" not in page)


@pytest.mark.parametrize(
    ("template", "after", "fragment"),
    [
        ("templates/exercise.md.j2", "", "{% if %}"),
        ("theme/main.html", "{% block htmltitle %}", "{% if %}"),
        ("theme/main.html", "{% block htmltitle %}", "{{ x.y.z }}"),
    ],
)
def test_a_broken_template_is_told_and_the_last_good_page_stays(
    served: Served, template: str, after: str, fragment: str
) -> None:
    file = served.root / "generator" / template
    text = file.read_text(encoding="utf-8")
    at = text.index(after) + len(after) if after else len(text)
    file.write_text(f"{text[:at]}\n{fragment}{text[at:]}", encoding="utf-8")
    line = text[:at].count("\n") + 2
    page = served.wait_for(NOD, lambda page: f"generator/{template}:{line}" in page)
    assert WHY in page
    file.write_text(text, encoding="utf-8")
    served.wait_for(NOD, lambda page: template not in page)


def test_broken_settings_are_told(served: Served) -> None:
    settings = served.root / "mkdocs.yml"
    swap(settings, "docs_dir: docs", "docs_dir: [docs")
    page = served.wait_for(NOD, lambda page: "mkdocs.yml:" in page)
    assert WHY in page
    swap(settings, "docs_dir: [docs", "docs_dir: docs")
    served.wait_for(NOD, lambda page: "mkdocs.yml:" not in page)


def test_a_dead_link_is_told_with_its_line(served: Served) -> None:
    about = served.root / "content" / "pages" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "\n[Gone](/guidance/nowhere/)\n", encoding="utf-8")
    line = len(text.splitlines()) + 2
    served.wait_for("about/", lambda page: f"content/pages/about.md:{line}" in page)
    about.write_text(text, encoding="utf-8")
    served.wait_for("about/", lambda page: "nowhere" not in page)


def test_hard_words_are_told_and_the_page_comes_all_the_same(served: Served) -> None:
    swap(nod(served), WHY, "Do it for a few days.")
    page = served.wait_for(NOD, lambda page: "is vague; give a number" in html.unescape(page))
    assert "Do it for a few days." in page and "last good page" not in page
    swap(nod(served), "Do it for a few days.", WHY)
    served.wait_for(NOD, lambda page: "is vague" not in page)


def test_many_files_changed_at_once_come_together(served: Served) -> None:
    content = served.root / "content"
    files = (
        nod(served),
        content / "routines" / "tiny.yml",
        content / "areas.yml",
        content / "pages" / "about.md",
    )
    before = {file: file.read_text(encoding="utf-8") for file in files}
    swap(files[0], "start: Sit", "start: At once sit")
    swap(files[1], "summary: Two moves", "summary: At once two moves")
    swap(files[2], "name: ", "name: At once ")
    swap(files[3], "A short line.", "At once a short line.")
    for path in (NOD, "routines/tiny/", "exercises/neck/", "about/"):
        served.wait_for(path, lambda page: "At once" in page)
    for file, text in before.items():
        file.write_text(text, encoding="utf-8")
    for path in (NOD, "routines/tiny/", "exercises/neck/", "about/"):
        served.wait_for(path, lambda page: "At once" not in page)


def test_changed_code_starts_the_server_anew_and_broken_code_does_not(served: Served) -> None:
    module = served.root / "generator" / "pages" / "doses.py"
    text = module.read_text(encoding="utf-8")
    module.write_text(text + "\nnot python\n", encoding="utf-8")
    line = len(text.splitlines()) + 2
    served.wait_for(NOD, lambda page: f"generator/pages/doses.py:{line}" in page)
    module.write_text(text + "\nraise RuntimeError('no')\n", encoding="utf-8")
    served.wait_for(NOD, lambda page: "RuntimeError: no" in page)
    assert "starting anew" not in served.said
    module.write_text(text + "\n# better\n", encoding="utf-8")
    served.until(lambda: served.said.count("Open http") == 2)
    page = served.wait_for(NOD, lambda page: WHY in page)
    assert "RuntimeError" not in page
    assert served.process.poll() is None


def test_what_is_served_after_all_that_is_what_would_be_built(served: Served) -> None:
    """Runs last: after every edit above, no page may differ from one that is built from nothing."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for command in (["generator", "build"], ["mkdocs", "build", "--quiet"]):
        subprocess.run([sys.executable, "-m", *command], cwd=served.root, env=environment, check=True)
    site = served.root / "build" / "site"
    pages = sorted(site.rglob("index.html"))
    assert len(pages) > 10
    for file in pages:
        served_page = served.get(f"{file.relative_to(site).parent.as_posix()}/".removeprefix("./"))
        assert LIVE.sub("", served_page) == LIVE.sub("", file.read_text(encoding="utf-8")), file


def test_the_built_site_knows_nothing_of_the_server(site: Path) -> None:
    assert [file for file in site.rglob("*.html") if ".serve/" in file.read_text(encoding="utf-8")] == []
