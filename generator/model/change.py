"""A change that readers should know of, from content/changes.yml."""

from generator.model.base import Day, Frozen, Switch, Text


class Change(Frozen):
    """What changed for readers, and when."""

    day: Day
    what: Text
    safety: Switch = False
    """Whether it is about safety, so that who has an older sheet should print it again."""
