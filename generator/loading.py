"""content/ as one Handbook, and every Problem of every file on the way."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_origin

from pydantic import BaseModel

from generator.filling import SOME, Numbers, with_numbers
from generator.folder import entry_files, outside, strangers
from generator.front_matter import read_page
from generator.handbook import Handbook, Known
from generator.model.base import KEY, SLUG
from generator.model.cert import CertItem
from generator.model.change import Change
from generator.model.coverage import Carried
from generator.model.demand import Demand
from generator.model.doors import Doors
from generator.model.exercise import Exercise
from generator.model.moved import Moved
from generator.model.page import Page
from generator.model.phrases import Phrases
from generator.model.policy import PolicyNumber
from generator.model.pose import BasePose
from generator.model.progress import Progress
from generator.model.promise import Hazard, Promise
from generator.model.publisher import Publisher
from generator.model.routine import Routine
from generator.model.safety import Safety
from generator.model.score import Score
from generator.model.search import Asked, Danger, Words
from generator.model.start import Start
from generator.model.tested import Tested
from generator.model.tombstone import Tombstone
from generator.model.vocabulary import Area, Caution, Equipment, Facets, Muscle, Reference, Term, WordPair
from generator.model.wording import Wording
from generator.problem import Problem
from generator.reading import read_entry, read_vocabulary
from generator.source import Source, read_source

SINGLE_FILES: Final = (
    *("handbook", "doors", "moved", "phrases", "safety", "facets"),
    *("search", "danger", "start", "progress", "tested", "wording"),
)
VOCABULARIES: Final[Mapping[str, type[BaseModel]]] = {
    "policy": PolicyNumber,
    "areas": Area,
    "muscles": Muscle,
    "equipment": Equipment,
    "cautions": Caution,
    "demands": Demand,
    "sources": Reference,
    "glossary": Term,
    "pairs": WordPair,
    "asked": Asked,
    "promises": Promise,
    "hazards": Hazard,
    "changes": Change,
    "cert": CertItem,
    "scores": Score,
    "poses": BasePose,
    "coverage": Carried,
    "tombstones": Tombstone,
}
KEYED: Final = ("coverage", "sources")
"""Vocabularies whose ids are keys such as NICE-NG59, and stand in no address."""
MAY_BE_LEFT_OUT: Final = (
    *("asked", "cert", "changes", "coverage", "danger", "doors", "hazards", "moved", "pairs", "progress"),
    *("phrases", "promises", "scores", "search", "start", "tested", "tombstones", "wording"),
)
Entry = TypeVar("Entry", bound=BaseModel)


def load_handbook(content: Path) -> tuple[Handbook, list[Problem]]:
    """Read everything below `content`; what could not be read is left out and is a Problem."""
    loader = _Loader(content)
    return loader.handbook(), sorted(set(loader.problems))


class _Loader:
    """Reads one file after the other and keeps what they hold and what is wrong with them."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.known: dict[str, Known] = {}
        self.folders: dict[str, str] = {}
        self.numbers: Numbers = None

    def handbook(self) -> Handbook:
        policy = self.vocabulary("policy", PolicyNumber)
        if "policy" in self.known:
            read = {id: each.number for id, each in policy.items()}
            self.numbers = {id: read.get(id, SOME) for id in sorted(self.known["policy"])}
        rest = {name: model for name, model in VOCABULARIES.items() if name != "policy"}
        words = {name: self.vocabulary(name, model) for name, model in rest.items()}
        safety, facets = self.single("safety", Safety), self.single("facets", Facets)
        self._know("facets", *Facets.model_fields)
        start = self.single("start", Start)
        self._know("safety", "groups", "signs")
        self._know("start", "where", "since", "can")
        self.problems += strangers(
            self.content, frozenset(f"{name}.yml" for name in (*SINGLE_FILES, *VOCABULARIES))
        )
        return Handbook(
            publisher=self.single("handbook", Publisher),
            doors=self.single("doors", Doors),
            moved=self.single("moved", Moved),
            phrases=self.single("phrases", Phrases),
            policy=policy,
            safety=safety,
            facets=facets,
            search=self.single("search", Words),
            danger=self.single("danger", Danger),
            wording=self.single("wording", Wording),
            start=start,
            progress=self.single("progress", Progress),
            tested=self.single("tested", Tested),
            references=words.pop("sources"),  # type: ignore[arg-type]  # one dict of many models
            exercises=self.exercises(words["areas"], getattr(facets, "levels", {})),
            routines=self.routines(),
            pages=self.pages(),
            known=MappingProxyType(self.known),
            sources=MappingProxyType(self.sources),
            folders=MappingProxyType(self.folders),
            **words,  # type: ignore[arg-type]
        )

    def _path(self, file: Path) -> str:
        return file.as_posix()

    def _source(self, file: Path, key: str) -> Source:
        source = outside(file, self.content) or with_numbers(
            read_source(file, self._path(file)), self.numbers
        )
        self._report(source)
        self.sources.setdefault(key, source)
        return source

    def single(self, name: str, model: type[Entry]) -> Entry:
        """One file that is one entry. Without it checks still go on, but nothing will be rendered."""
        if self._left_out(name):
            return model()
        source = self._source(self.content / f"{name}.yml", name)
        entry, problems = read_entry(source, model)
        self.problems += problems
        return entry if entry is not None else model.model_construct(**_empty(model))

    def vocabulary(self, name: str, model: type[Entry]) -> Mapping[str, Entry]:
        """One file that maps ids to entries."""
        if self._left_out(name):
            self.known[name] = frozenset()
            return MappingProxyType({})
        source = self._source(self.content / f"{name}.yml", name)
        entries, problems = read_vocabulary(source, model, KEY if name in KEYED else SLUG)
        self.problems += problems
        if isinstance(source.data, dict):
            self.known[name] = frozenset(source.data)
        return MappingProxyType(entries)

    def _left_out(self, name: str) -> bool:
        file = self.content / f"{name}.yml"
        left_out = name in MAY_BE_LEFT_OUT and not file.exists() and not file.is_symlink()
        if left_out:
            self.sources[name] = Source(self._path(file))
        return left_out

    def _know(self, file: str, *names: str) -> None:
        """The ids of small vocabularies that are fields of one file."""
        data = self.sources[file].data
        for name in names:
            ids = data.get(name) if isinstance(data, dict) else None
            if isinstance(ids, dict):
                self.known[name] = frozenset(ids)

    def _entries(self, folder: str, pattern: str, model: type[Entry], key: str) -> dict[str, Entry]:
        """Every entry of a folder by slug; a slug that stands twice is a Problem at the second."""
        found: dict[str, Entry] = {}
        files = self._files(folder, pattern)
        self.known[folder] = frozenset(file.stem for file in files)
        for file in files:
            address = key.format(parent=file.parent.name, slug=file.stem)
            self.folders[address] = folder
            source = self._source(file, address)
            entry, problems = read_entry(source, model)
            self.problems += problems
            if entry is not None and file.stem in found:
                message = f"another {folder[:-1]} has the slug '{file.stem}'; each slug stands once"
                self.problems.append(Problem(source.path, source.line(("slug",)), "slug", message))
            elif entry is not None:
                found[file.stem] = _where_it_lies(entry, file)
        return found

    def _files(self, folder: str, pattern: str) -> list[Path]:
        files, problems = entry_files(self.content, folder, pattern)
        self.problems += problems
        return files

    def exercises(self, areas: Iterable[str], levels: Iterable[str]) -> Mapping[str, Exercise]:
        """Every exercise: in the order of the areas, the easy ones first, then by slug."""
        found = self._entries("exercises", "*/*.yml", Exercise, "exercises/{parent}/{slug}")
        area, level = _ranks(areas), _ranks(levels)
        ordered = sorted(found.values(), key=lambda each: (area(each.area), level(each.level), each.slug))
        return MappingProxyType({each.slug: each for each in ordered})

    def routines(self) -> Mapping[str, Routine]:
        """Every routine, shortest word first: by the order its file gives, then by slug."""
        found = self._entries("routines", "*.yml", Routine, "routines/{slug}")
        ordered = sorted(found.items(), key=lambda pair: (pair[1].order, pair[0]))
        return MappingProxyType(dict(ordered))

    def pages(self) -> Mapping[str, Page]:
        """Every hand-written page by its path."""
        found: dict[str, Page] = {}
        for file in self._files("pages", "**/*.md"):
            path = file.relative_to(self.content / "pages").with_suffix("").as_posix()
            path = "" if path == "index" else path
            if leading := outside(file, self.content):
                self._report(leading)
                continue
            source, page, problems = read_page(file, self._path(file), path, self.numbers)
            if path in self.sources:
                message = f"{self.sources[path].path} has this address already; give the page another name"
                self.problems.append(Problem(source.path, 1, "", message))
                continue
            self.sources[path], self.folders[path] = source, "pages"
            self.problems += problems
            if page is not None:
                found[path] = page
        self.known["pages"] = frozenset(path for path, folder in self.folders.items() if folder == "pages")
        ordered = sorted(found.items(), key=lambda pair: (pair[1].order, pair[0]))
        return MappingProxyType(dict(ordered))

    def _report(self, source: Source) -> None:
        """A Problem for each fault of a text."""
        self.problems += [Problem(source.path, each.line, each.where, each.message) for each in source.faults]


def _where_it_lies(entry: Entry, file: Path) -> Entry:
    """The entry with the slug and area of its file, so that its address is right while both are corrected."""
    place = {"slug": file.stem, "area": file.parent.name}
    return entry.model_copy(update={name: place[name] for name in place if name in type(entry).model_fields})


def _empty(model: type[BaseModel]) -> dict[str, Any]:
    """What a file must have, with nothing in it, so that checks go over it all the same."""
    needed = {name: each.annotation for name, each in model.model_fields.items() if each.is_required()}
    return {name: _nothing(kind) for name, kind in needed.items()}


def _nothing(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind.model_construct(**_empty(kind))
    made = get_origin(kind) or kind
    return made() if made in (dict, tuple, str, int) else None


def _ranks(ids: Iterable[str]) -> Callable[[str], int]:
    """A sort key: the position of an id; unknown ids come last."""
    position = {each: index for index, each in enumerate(ids)}
    return lambda each: position.get(each, len(position))
