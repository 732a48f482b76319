"""Accept the pages of the tiny handbook as they are now: `python -m tests.goldens`."""

from generator.loading import load_handbook
from generator.pages import render_site
from tests.page.test_pages import GOLDEN, KEPT, TESTS, without_hashes


def main() -> None:
    """Write every golden page anew."""
    handbook, _ = load_handbook(TESTS / "content")
    pages = render_site(handbook, {})
    for path in KEPT:
        file = GOLDEN / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(without_hashes(pages[path]), encoding="utf-8")


if __name__ == "__main__":
    main()
