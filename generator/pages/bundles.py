"""What pages load, as one style and a script or two whose names hold a hash of what they say.

The sources stay in their rooms below docs/assets/, where what a page loads later finds them, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, normpath, relpath
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
ON_EVERY_PAGE: Final = (
    "assets/page/scheme.js",
    "assets/page/terms.js",
    "assets/search/box.js",
    "assets/sheet/basket.js",
    "assets/follow/open.js",
    "assets/offline/copy.js",
)
ON_A_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "builder": ("assets/builder/editor.js",),
    "days": ("assets/days/page.js",),
    "finder": ("assets/finder/panel.js",),
    "gone": ("assets/page/gone.js",),
    "routines": ("assets/days/left.js", "assets/finder/routines.js"),
    "start": ("assets/start/screens.js",),
}
"""By the word that a page has as `script` in its front matter: what it runs besides ("gone": the 404)."""
ON_A_SHEET: Final = ("assets/sheet/view.js", "assets/days/on-sheet.js", "assets/offline/copy.js")
"""A ready sheet has nothing of what is on every page, but for these."""
HASH_LENGTH: Final = 10  # hex digits
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE: Final = re.compile(r"\s+")
AROUND: Final = re.compile(r" ?([{};]) ?")
IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "([^"]+)"\n', re.MULTILINE)
LATER: Final = re.compile(r'\bimport\("([^"]+)"\)')
EXPORT: Final = re.compile(r"^export ((?:async )?(?:function\*?|const|let|class) (\w+))", re.MULTILINE)
NOT_BUNDLED: Final = re.compile(r"^(?:import|export)\b", re.MULTILINE)


@dataclass(frozen=True)
class Bundle:
    """A file below docs/ and what it says."""

    stem: str
    ending: str
    text: str

    @property
    def name(self) -> str:
        """The file's name, such as "site.0f5e66d9aa.css"."""
        return f"{self.stem}.{sha256(self.text.encode()).hexdigest()[:HASH_LENGTH]}.{self.ending}"


def style_bundle(first: str) -> Bundle:
    """One style sheet: `first`, which sets the brand's colours, then all others."""
    whole = "\n".join((first, *map(_source, STYLES)))
    return Bundle("site", "css", AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", whole))).strip() + "\n")


def script_bundles() -> dict[str, Bundle]:
    """The script of every page, "site"; what a kind of page runs besides; and the whole script of a "sheet".

    In each a module stands once, after those it imports, in a function of its own; what "site" has is taken
    from there. `generator.offline` makes them lean.
    Raises ValueError where a module imports or exports in a way this cannot follow.
    """
    names: dict[str, str] = {}
    text = _joined(ON_EVERY_PAGE, names)
    shared = f"{{ {', '.join(names.values())} }}"
    site = Bundle("site", "js", f"{text}\nexport {shared}\n")
    take = f'import {shared} from "./{site.name}"\n'
    besides = {
        kind: Bundle(kind, "js", take + _joined(files, dict(names))) for kind, files in ON_A_KIND.items()
    }
    return {"site": site, **besides, "sheet": Bundle("sheet", "js", _joined(ON_A_SHEET, {}))}


def whole_module(file: str) -> str:
    """A module with all that it imports, as one file that can stand at the module's own address."""
    names: dict[str, str] = {}
    whole = _joined([file], names, home=dirname(file))
    return f"{whole}\nexport const {{ {_exports(_source(file))} }} = {names[file]}\n"


def enclosed_module(file: str) -> str:
    """A module with its names in a function, where a lean script has short ones; its imports stay outside."""
    text = _source(file)
    imports = "".join(found[0] for found in IMPORT.finditer(text))
    body = EXPORT.sub(r"\1", IMPORT.sub("", text))
    own = _exports(text)
    return f"{imports}export const {{ {own} }} = (() => {{\n{body}return {{ {own} }}\n}})()\n"


def _joined(files: Iterable[str], names: dict[str, str], home: str = ".") -> str:
    return "\n".join(part for file in files for part in _modules(file, names, home))


def _modules(file: str, names: dict[str, str], home: str) -> Iterator[str]:
    """A module as a function, after those that it imports; `names` are those that stand already.

    `home` is the folder of the file that they come to stand in.
    """
    if file in names:
        return
    text = _source(file)
    for _, way in IMPORT.findall(text):
        yield from _modules(_beside(file, way), names, home)
    names[file] = f"m{len(names)}"
    taken = IMPORT.sub(lambda found: _taken(found[1], names[_beside(file, found[2])]), text)
    body = EXPORT.sub(r"\1", taken)
    if NOT_BUNDLED.search(body):
        raise ValueError(f"{file}: only `import {{…}} from` and `export` before a declaration are bundled")
    body = body.replace("import.meta.url", _address(file, home))
    body = LATER.sub(lambda found: f"import({_address(_beside(file, found[1]), home)})", body)
    yield f"const {names[file]} = (() => {{\n{body}return {{ {_exports(text)} }}\n}})()"


def _exports(text: str) -> str:
    return ", ".join(name for _, name in EXPORT.findall(text))


def _address(file: str, home: str) -> str:
    """How a script in `home` names a file, wherever the site is served."""
    return f'new URL("{relpath(file, home)}", import.meta.url)'


def _taken(wanted: str, module: str) -> str:
    return f"const {{{wanted.replace(' as ', ': ')}}} = {module}\n"


def _beside(file: str, way: str) -> str:
    return normpath(f"{file}/../{way}")


def _source(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")
