"""One Handbook: everything that content says, and where each of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.base import switched_on
from generator.model.cert import CertItem
from generator.model.change import Change
from generator.model.coverage import Carried
from generator.model.demand import Demand
from generator.model.doors import Doors
from generator.model.exercise import Exercise
from generator.model.moved import Moved
from generator.model.page import Page
from generator.model.phrases import Phrases
from generator.model.policy import CHANGE_OVER_ID, CHANGE_SIDES_ID, GET_READY_ID, REST_ID, Pace, PolicyNumber
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
from generator.source import Place, Source, spell

Known = frozenset[str]


@dataclass(frozen=True)
class Handbook:
    """Everything the content says, by slug or id and in reading order."""

    publisher: Publisher
    doors: Doors
    phrases: Phrases
    policy: Mapping[str, PolicyNumber]
    safety: Safety
    facets: Facets
    areas: Mapping[str, Area]
    muscles: Mapping[str, Muscle]
    equipment: Mapping[str, Equipment]
    cautions: Mapping[str, Caution]
    demands: Mapping[str, Demand]
    references: Mapping[str, Reference]
    glossary: Mapping[str, Term]
    pairs: Mapping[str, WordPair]
    asked: Mapping[str, Asked]
    """Classes of names that people ask for, each with the pages that answer."""
    promises: Mapping[str, Promise]
    hazards: Mapping[str, Hazard]
    cert: Mapping[str, CertItem]
    """Where the handbook tells what a report of exercise should tell, item by item."""
    scores: Mapping[str, Score]
    """What people scored each kind of page; empty until somebody did."""
    changes: Mapping[str, Change]
    """What readers should know of, the newest first."""
    search: Words
    wording: Wording
    danger: Danger
    start: Start
    """The guided start; without rows where there is none."""
    progress: Progress
    """How readers see whether they get better; without readings where nobody asks."""
    tested: Tested
    """What the last run of the long tests found; without a day where there was none."""
    poses: Mapping[str, BasePose]
    moved: Moved
    coverage: Mapping[str, Carried]
    tombstones: Mapping[str, Tombstone]
    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    pages: Mapping[str, Page]
    known: Mapping[str, Known]
    """Every id of each kind, those of entries that could not be read included."""
    sources: Mapping[str, Source]
    """The file behind each address and each vocabulary's name."""
    folders: Mapping[str, str]
    """The folder of content/ that each address comes from: exercises, routines or pages."""

    def folder_of(self, key: str) -> str:
        """The folder behind an address; nothing for the single files."""
        return self.folders.get(key, "")

    @property
    def pace(self) -> Pace:
        """Seconds between sets, between sides and between exercises."""
        return Pace(
            rest=self.policy[REST_ID].least,
            change_over=self.policy[CHANGE_OVER_ID].least,
            change_sides=self.policy[CHANGE_SIDES_ID].least,
            ready=self.policy[GET_READY_ID].least,
        )

    @property
    def fresh(self) -> str:
        """The phase of a fresh injury, in which doses are smaller; nothing where facets.yml names none."""
        phases = getattr(self.facets, "phases", {})
        return next((id for id, each in phases.items() if switched_on(each.fresh)), "")

    @property
    def wheelchair(self) -> str:
        """The position of somebody in a wheelchair; nothing where facets.yml names none."""
        positions = getattr(self.facets, "positions", {})
        return next((id for id, each in positions.items() if each.wheelchair), "")

    def page_with(self, block: str) -> str:
        """The address of the page that holds a block such as "glossary"; nothing where none does."""
        line = f"[[{block}]]"
        return next((path for path, page in self.pages.items() if line in page.body), "")

    def problem(self, key: str, place: Place, message: str) -> Problem:
        """A Problem at a place of the file behind an address or a vocabulary's name."""
        source = self.sources[key]
        where = "body" if place[:1] == ("body",) else spell(place)
        return Problem(source.path, source.line(place), where, message)
