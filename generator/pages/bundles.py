"""What every page loads, as one style and one script whose names hold a hash of what they say.

The sources stay in their rooms below docs/assets/, where what a page loads later finds them, too.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from posixpath import normpath
from typing import Final

DOCS: Final = Path(__file__).parent.parent.parent / "docs"
STYLES: Final = (
    "assets/page/tokens.css",
    "assets/figures/style.css",
    "assets/page/frame.css",
    "assets/page/content.css",
    "assets/page/doing.css",
    "assets/page/cards.css",
    "assets/search/box.css",
    "assets/sheet/basket.css",
    "assets/page/terms.css",
    "assets/page/print.css",
)
"""In the order in which they overrule each other."""
SCRIPTS: Final = (
    "assets/page/scheme.js",
    "assets/page/terms.js",
    "assets/search/box.js",
    "assets/sheet/basket.js",
    "assets/follow/open.js",
    "assets/offline/copy.js",
)
HASH_LENGTH: Final = 10  # hex digits
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE: Final = re.compile(r"\s+")
AROUND: Final = re.compile(r" ?([{};]) ?")
IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "([^"]+)"\n', re.MULTILINE)
LATER: Final = re.compile(r'\bimport\("([^"]+)"\)')
EXPORT: Final = re.compile(r"^export ((?:async )?(?:function\*?|const|let|class) (\w+))", re.MULTILINE)
NOT_BUNDLED: Final = re.compile(r"^(?:import|export)\b", re.MULTILINE)


def named(ending: str, text: str) -> str:
    """The file of a bundle below docs/, such as "site.0f5e66d9aa.css"."""
    return f"site.{sha256(text.encode()).hexdigest()[:HASH_LENGTH]}.{ending}"


def style_bundle(first: str) -> str:
    """One style sheet: `first`, which sets the brand's colours, then all others."""
    whole = "\n".join((first, *map(_source, STYLES)))
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", whole))).strip() + "\n"


def script_bundle() -> str:
    """One script: every module once, after those it imports, each in a function of its own.

    `generator.offline` makes it lean.
    Raises ValueError where a module imports or exports in a way this cannot follow.
    """
    names: dict[str, str] = {}
    return "\n".join(part for script in SCRIPTS for part in _modules(script, names))


def _modules(file: str, names: dict[str, str]) -> Iterator[str]:
    """A module as a function, after those that it imports; `names` are those that stand already."""
    if file in names:
        return
    text = _source(file)
    for _, way in IMPORT.findall(text):
        yield from _modules(_beside(file, way), names)
    names[file] = f"m{len(names)}"
    taken = IMPORT.sub(lambda found: _taken(found[1], names[_beside(file, found[2])]), text)
    told = ", ".join(name for _, name in EXPORT.findall(text))
    body = EXPORT.sub(r"\1", taken)
    if NOT_BUNDLED.search(body):
        raise ValueError(f"{file}: only `import {{…}} from` and `export` before a declaration are bundled")
    here = f'new URL("{file}", import.meta.url)'
    body = body.replace("import.meta.url", here)
    body = LATER.sub(lambda found: f'import(new URL("{_beside(file, found[1])}", import.meta.url))', body)
    yield f"const {names[file]} = (() => {{\n{body}return {{ {told} }}\n}})()"


def _taken(wanted: str, module: str) -> str:
    return f"const {{{wanted.replace(' as ', ': ')}}} = {module}\n"


def _beside(file: str, way: str) -> str:
    return normpath(f"{file}/../{way}")


def _source(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")
