"""The rival: MkDocs with Material as it comes, on the same Markdown."""

import json
import re
import shutil
from pathlib import Path

import yaml

from tests.bench.handbooks import Grown
from tests.conftest import ROOT

OWN_TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)
"""The front matter that asks for a template of our theme, which stock Material does not have."""


def stock(grown: Grown, folder: Path) -> list[str]:
    """Set up stock Material on a handbook's pages below `folder`; return how to build it.

    The Markdown is the same but for the line that asks for our own template; drawings stay comments, which
    spares the rival their parsing, too. So are the extensions it is written for. Theme, plugins (search),
    navigation and settings are what `theme: material` gives.
    """
    shutil.copytree(grown.root / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(OWN_TEMPLATE.sub("", page.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = {
        "site_name": "Stock",
        "site_url": "https://stock.example/",
        "theme": {"name": "material"},
        "markdown_extensions": ours["markdown_extensions"],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return ["mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]
