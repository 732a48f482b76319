"""The bridge to Firefox: what passes through it stays what it is."""

import json
from pathlib import Path

from tests.engines.__main__ import counted
from tests.engines.between import forgiving
from tests.engines.limits import FIXTURES, LIMITS, reason

ROOT = Path(__file__).parent.parent


def test_only_an_emulation_that_firefox_does_not_know_is_forgiven() -> None:
    known = json.dumps({"type": "success", "id": 1, "result": {}})
    unknown = {"type": "error", "id": 1, "error": "unknown command"}
    assert forgiving(json.dumps({**unknown, "message": "emulation.setX"})) == known
    for other in ({**unknown, "message": "input.setFiles"}, {"type": "error", "id": 1, "error": "timeout"}):
        assert json.loads(forgiving(json.dumps(other))) == other


def test_every_limit_names_tests_that_there_are() -> None:
    names = {path.name for path in ROOT.rglob("test_*.py")}
    words = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("test_*.py"))
    for engine, limits in LIMITS.items():
        for why, tests in limits.items():
            for name in tests:
                assert name in names or f"def {name}(" in words, f"{engine}: {name}"
                assert reason(engine, f"tests/x/{name}::y", ()) == why
    for why, fixtures in FIXTURES.items():
        assert all(f"def {name}(" in (ROOT / "conftest.py").read_text(encoding="utf-8") for name in fixtures)
        assert reason("firefox", "x", fixtures) == why and reason("chromium", "x", fixtures) is None


def test_a_report_is_counted(tmp_path: Path) -> None:
    cases = "".join(f"<testcase>{each}</testcase>" for each in ("", "<failure/>", "<error/>", "<skipped/>"))
    report = tmp_path / "report.xml"
    report.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>", encoding="utf-8")
    assert counted(report) == {"passed": 1, "failed": 2, "not possible": 1}
