"""What is put into a page while it is served: the problems, and the script that keeps the page current."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.serving.board import Notice

FOLDER = Path(__file__).parent.parent / "templates"
MOST = 20
"""Problems that a page shows; the terminal shows all."""
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDER), undefined=StrictUndefined, autoescape=True, auto_reload=False
)
# Read once: pages must still show problems while somebody edits these very templates.
_LIVE = _ENVIRONMENT.get_template("serve-live.html.j2")
_PROBLEMS = _ENVIRONMENT.get_template("serve-problems.html.j2")
_WAITING = _ENVIRONMENT.get_template("serve-waiting.html.j2")


def with_live(page: bytes, notice: Notice, since: str) -> bytes:
    """A page with its problems and its script, at the end of its body."""
    live = _LIVE.render(since=since, notice=notice, most=MOST).encode()
    before, body, after = page.rpartition(b"</body>")
    return before + live + body + after if body else page + live


def problems_html(notice: Notice) -> str:
    """The problems alone."""
    return _PROBLEMS.render(notice=notice, most=MOST)


def waiting_page() -> bytes:
    """What stands at an address whose page could not be made yet."""
    return _WAITING.render().encode()
