"""What the frame of the site says of its subject, and the pages and routines that it leads to."""

from generator.model.base import Slug, Text
from generator.model.saying import Saying

ROUTINE = "{routine}"


class Struck(Saying):
    """The door for somebody whom it has just struck, and what every page says of the first days."""

    title: Text = "It just began"
    page: Slug | None = None
    """The page of guidance behind the door; without one there is no door."""
    routine: Slug | None = None
    """The routine to begin with."""
    lead: Text = "What to do in the first days, and {routine}."
    """The line on the door; the words of the routine's link stand for {routine}."""
    link: Text = "a gentle routine"
    start: Text = "Start with the first routine"
    """The words of the link where an exercise is not for the first days."""
    when: Text = "In the first days"
    """What stands before "leave this one out"."""

    @property
    def around_routine(self) -> tuple[str, str]:
        """What stands before the routine's link, and what behind it."""
        before, _, behind = self.lead.partition(ROUTINE)
        return before, behind


class Doors(Saying):
    """The whole of content/doors.yml; a handbook that says nothing has neutral words and fewer doors."""

    about: Text | None = None
    """The page about the handbook, such as "about"; the foot of every page leads there."""
    young: Slug | None = None
    """The page of guidance for people whom the handbook is not for, because they are too young."""
    struck: Struck = Struck()
    exercises: Text | None = None
    """What stands behind "79 exercises" at the head of their list, such as "from the neck down"."""
    guidance: Text = "Short pages: when to get help, and what to do."
    """What a search engine says of the list of guidance."""
    topics: Text | None = None
    """What guidance is about, for somebody who came to a page that is not there."""
    search: Text | None = None
    """Words to try, in the empty field of the search."""
    self_care: Text = "Look after yourself"
    """The heading above the pages of guidance that need no other's help."""
