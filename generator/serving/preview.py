"""The site as MkDocs makes it, kept in memory: of all pages only those are made anew that would differ.

What MkDocs' own build does for every page at once happens here page by page, with the same functions and
in the same order. `make site` does not come through here.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.serving.stamps import Stamp, stamp_of, stamps

MARKDOWN = ".md"
Made = tuple[bytes, tuple[str, ...]]
"""A page and what MkDocs warned of while it made it."""


@dataclass(frozen=True)
class _Loaded:
    """The site's plan: settings, files, order of pages, templates."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    templates: Environment
    pages: Mapping[str, File | str]
    """Each page by its file in the site: the Markdown it is made from, or the theme's template."""


@dataclass
class Preview:
    """The site of the MkDocs settings in `root`."""

    root: Path
    heard: list[str] = field(default_factory=list)
    """What MkDocs said of its settings and the plan; what it says of a page comes with the page."""
    _loaded: _Loaded | None = None
    _plan: object = None
    _docs: Mapping[str, Stamp] = field(default_factory=dict)
    _round: int = 0
    _made: dict[str, tuple[Stamp | None, int]] = field(default_factory=dict)

    def look(self) -> bool:
        """Take in what changed on disk; return whether a file that is no page changed."""
        docs = stamps(self.root / "docs")
        plan = (docs.keys(), *self._settings())
        if plan != self._plan:
            first, self._plan = self._loaded is None, None
            self._load()
            self._plan = (docs.keys(), *self._settings()) if first else plan
        before, self._docs = self._docs, docs
        return any(docs[name] != before.get(name) for name in docs if not name.endswith(MARKDOWN))

    def _settings(self) -> Iterator[object]:
        """The stamps of all that decides about every page."""
        for file in ("mkdocs.yml", "build/nav.yml"):
            yield stamp_of(self.root / file)
        theme = self._loaded.config.theme.custom_dir if self._loaded else None
        yield stamps(Path(theme)) if theme else {}

    def _load(self) -> None:
        with _heard() as self.heard:
            config = load_config(str(self.root / "mkdocs.yml"))
            config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            files, templates = get_files(config), config.theme.get_env()
            files.add_files_from_theme(templates, config)
            files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
            pages: dict[str, File | str] = {name: name for name in sorted(config.theme.static_templates)}
            for each in files.documentation_pages():
                page = each.page or Page(None, each, config)
                page.read_source(config)
                pages[each.dest_uri] = each
            templates = config.plugins.on_env(templates, config=config, files=files) or templates
        self._loaded = _Loaded(config, files, nav, templates, MappingProxyType(pages))
        self._round += 1
        self._made = {}

    @property
    def mount(self) -> str:
        """Where the site begins on its server: `/` or `/handbook/`."""
        address = self._loaded.config.site_url if self._loaded else ""
        return urlsplit(address or "/").path.rstrip("/") + "/"

    @property
    def pages(self) -> frozenset[str]:
        """Every page, made or not, by its file in the site."""
        return frozenset(self._loaded.pages) if self._loaded else frozenset()

    @property
    def assets(self) -> Mapping[str, Path]:
        """Where every file lies that is no page, by its place in the site."""
        files = self._loaded.files if self._loaded else ()
        return {
            file.dest_uri: Path(file.abs_src_path)
            for file in files
            if file.abs_src_path and not file.is_documentation_page()
        }

    def source(self, name: str) -> str:
        """The Markdown file below docs/ that a page is made from, or the theme's template."""
        found = self._loaded.pages.get(name) if self._loaded else None
        return found.src_uri if isinstance(found, File) else name

    def stale(self) -> list[str]:
        """The pages that would differ if they were made now; those whose own text changed come first."""
        own: list[str] = []
        others: list[str] = []
        for name in self._loaded.pages if self._loaded else ():
            wanted, made = self._wanted(name), self._made.get(name, (None, 0))
            if wanted != made:
                (own if wanted[0] != made[0] else others).append(name)
        return own + others

    def _wanted(self, name: str) -> tuple[Stamp | None, int]:
        return self._docs.get(self.source(name)), self._round

    def make(self, name: str) -> Made:
        """Make one page; raise whatever MkDocs or the theme raises.

        The other pages show nothing of it but its title: if that changed, they are stale from now on.
        """
        loaded = self._loaded
        assert loaded is not None
        found = loaded.pages[name]
        self._made[name] = self._wanted(name)
        with _heard() as warnings:
            if isinstance(found, str):
                template = loaded.templates.get_template(found)
                text = _build_template(found, template, loaded.files, loaded.config, loaded.nav)
            else:
                text = self._page(loaded, found)
        return text.encode("utf-8", errors="xmlcharrefreplace"), tuple(warnings)

    def _page(self, loaded: _Loaded, file: File) -> str:
        page = file.page
        assert page is not None
        before = page.title
        _populate_page(page, loaded.config, loaded.files)
        if page.title != before:
            self._round += 1
            self._made[file.dest_uri] = self._wanted(file.dest_uri)
        page.active = True
        try:
            pages = loaded.files.documentation_pages()
            context = get_context(loaded.nav, pages, loaded.config, page)
            plugins = loaded.config.plugins
            template = loaded.templates.get_template(str(page.meta.get("template", "main.html")))
            context = plugins.on_page_context(context, page=page, config=loaded.config, nav=loaded.nav)
            output = template.render(context)
            return plugins.on_post_page(output, page=page, config=loaded.config)
        finally:
            page.active = False

    def dead_anchors(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Each page's source and the warnings of its links to missing anchors; all pages must be made."""
        if self._loaded is None:
            return
        level = self._loaded.config.validation.links.anchors
        for file in self._loaded.files.documentation_pages():
            if file.page is not None:
                with _heard() as warnings:
                    file.page.validate_anchor_links(files=self._loaded.files, log_level=level)
                yield file.src_uri, tuple(warnings)


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What MkDocs says at the level of warnings, kept from the terminal."""
    ear, log = _Ear(), logging.getLogger("mkdocs")
    log.propagate = False
    log.addHandler(ear)
    try:
        yield ear.heard
    finally:
        log.removeHandler(ear)
