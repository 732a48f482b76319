"""The wording, read again whenever content changed and nothing more urgent is to be done."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from generator.problem import Problem
from generator.serving.stamps import Stamp, stamps


@dataclass
class Proof:
    """What is wrong with the wording of `content`; `begin` has it read elsewhere, and `ring` says when."""

    content: Path
    begin: Callable[[Path], Future[list[Problem]]]
    ring: Callable[[], None]
    _read: Mapping[str, Stamp] = field(default_factory=dict)
    _reading: Future[list[Problem]] | None = None
    _found: list[Problem] = field(default_factory=list)

    def read(self) -> list[Problem]:
        """The newest Problems known; if content changed since, they are looked for again."""
        if self._reading is not None and self._reading.done():
            if self._reading.exception() is None:
                self._found = self._reading.result()
            self._reading = None
        now = stamps(self.content)
        if self._reading is None and now != self._read:
            self._read = now
            self._reading = self.begin(self.content)
            self._reading.add_done_callback(lambda _: self.ring())
        return self._found
