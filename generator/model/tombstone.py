"""An exercise that has gone or has another name; its id stays taken for ever."""

from generator.model.base import Day, Frozen, Slug, Text


class Tombstone(Frozen):
    """What became of an old slug."""

    now: Slug | None = None
    """The exercise that took its place, so that old links and sheets go on working."""
    since: Day
    reason: Text
