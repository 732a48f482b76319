"""What others could slip into the house: each way in is held, and runs no more often than it must."""

import re
from typing import Any

import pytest
import yaml

from generator.press.browser import confined
from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def _workflow(name: str) -> Any:
    # The base loader leaves `on` a word.
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_a_branch_with_a_pull_request_is_tested_once() -> None:
    asked = _workflow("site.yml")["on"]
    assert "pull_request" in asked
    assert asked["push"] == {"branches": ["main"]}


def test_a_fork_names_the_handbook_that_is_published_and_tests_run_on_ours() -> None:
    """The tests know our handbook; what goes to readers after them is the one that CONTENT names."""
    steps = _workflow("site.yml")["jobs"]["check"]["steps"]
    made = {each["run"].partition("  #")[0].strip(): each for each in steps if "run" in each}
    order = list(made)
    assert order.index("make test") < order.index("make check site") < order.index("make pdf")
    assert "env" not in made["make test"]
    assert all("vars.CONTENT" in made[each]["env"]["CONTENT"] for each in ("make check site", "make pdf"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_named_by_its_commit(file: Any) -> None:
    used = re.findall(r"uses: *(\S+)", file.read_text(encoding="utf-8"))
    assert used and [each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each)] == []


def test_somebody_is_told_when_a_pinned_part_is_old() -> None:
    told = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    assert {each["package-ecosystem"] for each in told["updates"]} == {"github-actions", "pip"}
    assert all((ROOT / each["directory"].lstrip("/")).is_dir() for each in told["updates"])


def test_the_tool_that_reads_the_lock_is_held_by_hashes() -> None:
    lines = (ROOT / ".ci" / "uv.txt").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith(("#", " "))]
    hashes = [line for line in lines if re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)]
    assert len(named) == 1 and re.fullmatch(r"uv==[\d.]+ \\", named[0])
    assert hashes
    fetched = [
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if "pip install" in line
    ]
    assert fetched and all("--require-hashes --requirement .ci/uv.txt" in line for line in fetched)


def test_a_browser_keeps_its_sandbox_wherever_it_can() -> None:
    assert confined(root=False, job=False) == ()
    assert confined(root=True, job=False) == confined(root=False, job=True) == ("--no-sandbox",)
    files = (file for folder in ("generator", "tests") for file in (ROOT / folder).rglob("*.py"))
    said = [file.name for file in files if '"--no-sandbox"' in file.read_text(encoding="utf-8")]
    assert sorted(said) == ["browser.py", "test_supply.py"]
