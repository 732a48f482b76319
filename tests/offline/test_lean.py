"""The built site's scripts say the same in fewer bytes, and one that is no script is told by its name."""

from pathlib import Path

import pytest

from generator.offline.lean import make_lean


def test_a_script_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "torn.js").write_text("export function open() { return", encoding="utf-8")
    with pytest.raises(ValueError, match=r"torn\.js"):
        make_lean(tmp_path)


def test_scripts_of_the_theme_stay_as_they_came(tmp_path: Path) -> None:
    theme, ours = tmp_path / "assets/javascripts/bundle.js", tmp_path / "assets/page/terms.js"
    for file in (theme, ours):
        file.parent.mkdir(parents=True)
        file.write_text("/* told */ const longer = 1 + 1", encoding="utf-8")
    before, after = make_lean(tmp_path)
    assert theme.read_text(encoding="utf-8").startswith("/* told */")
    assert "told" not in ours.read_text(encoding="utf-8") and after < before
