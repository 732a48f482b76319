"""What lies outside content/ is no content, by whatever way it is reached."""

import shutil
from pathlib import Path

import pytest

from generator.loading import load_handbook
from tests.conftest import ROOT

PAGE = "---\ntitle: Secret page\ndescription: A page that nobody meant to publish.\n---\nTOPSECRET\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The tiny handbook, beside a folder with a page, an exercise and a vocabulary."""
    shutil.copytree(ROOT / "tests" / "content", tmp_path / "content")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(PAGE, encoding="utf-8")
    shutil.copy(tmp_path / "content/exercises/neck/nod.yml", outside / "nod.yml")
    shutil.copy(tmp_path / "content/glossary.yml", outside / "glossary.yml")
    return tmp_path / "content"


LINKS = (
    ("pages/secret.md", "secret.md"),
    ("pages/guidance/more", "."),
    ("exercises/neck/nod.yml", "nod.yml"),
    ("exercises/outside", "."),
    ("glossary.yml", "glossary.yml"),
)


@pytest.mark.parametrize(("link", "target"), LINKS)
def test_a_link_out_of_content_is_told_and_not_read(link: str, target: str, content: Path) -> None:
    file = content / link
    file.unlink(missing_ok=True)
    file.symlink_to((content.parent / "outside" / target).resolve())
    handbook, problems = load_handbook(content)
    assert [each for each in problems if link in each.path], problems
    assert not [page for page in handbook.pages.values() if "TOPSECRET" in page.body]


def test_a_link_within_content_is_read(content: Path) -> None:
    (content / "pages" / "again.md").symlink_to(content / "pages" / "about.md")
    handbook, _ = load_handbook(content)
    assert "again" in handbook.pages
