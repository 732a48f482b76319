"""All that is wrong at one time, by where it was noticed, and the part of it that is news to the terminal."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.problem import Problem
from generator.serving.board import Notice


@dataclass
class Troubles:
    """What is wrong now."""

    blocking: list[Problem] = field(default_factory=list)
    """Of content, code or settings: pages stay as they are."""
    failed: dict[str, Problem] = field(default_factory=dict)
    """By page: why it could not be made."""
    warned: dict[str, list[Problem]] = field(default_factory=dict)
    """By page: what MkDocs warned of."""
    anchors: list[Problem] = field(default_factory=list)
    wording: list[Problem] = field(default_factory=list)
    example: list[Problem] = field(default_factory=list)
    """What is still to be made somebody's own before it is published."""
    _printed: AbstractSet[Problem] = frozenset()

    def forget_all_but(self, pages: AbstractSet[str]) -> None:
        """Drop what was wrong with pages that are gone."""
        for name in (self.failed.keys() | self.warned.keys()) - pages:
            self.failed.pop(name, None)
            self.warned.pop(name, None)

    def notice(self) -> Notice:
        """Everything, as browsers are told it; what is new is printed."""
        found = frozenset(self._all())
        for problem in sorted(found - self._printed):
            print(problem.for_terminal(), flush=True)
        if self._printed and not found:
            print("all mended", flush=True)
        self._printed = found
        return Notice(tuple(sorted(found)), bool(self.blocking or self.failed))

    def _all(self) -> Iterator[Problem]:
        yield from self.blocking
        yield from self.failed.values()
        yield from (problem for found in self.warned.values() for problem in found)
        yield from self.anchors
        yield from self.wording
        yield from self.example
