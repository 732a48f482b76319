"""What must stand, word for word the same, on every page that moves a body."""

from pydantic import Field

from generator.model.base import Frozen, Slug, Text


class Sign(Frozen):
    """A warning sign and why it matters."""

    sign: Text
    why: Text
    sources: tuple[str, ...] = ()
    to_confirm: bool = False
    """No source was read for it: it stands on the page "to be confirmed by a clinician"."""


class SignGroup(Frozen):
    """Signs that belong together."""

    title: Text
    signs: tuple[Sign, ...] = Field(min_length=1, max_length=7)


class Light(Frozen):
    """One colour of the traffic light."""

    name: Text
    feeling: Text
    action: Text


class TrafficLight(Frozen):
    """How much discomfort is all right."""

    green: Light
    amber: Light
    red: Light


class Safety(Frozen):
    """The whole of content/safety.yml: the one source of every safety line."""

    scope: Text
    red_flag_line: Text
    """One or two sentences, on every exercise, routine and sheet; leads to the red-flag page."""
    red_flag_short: Text
    """The same for a printed sheet's foot."""
    not_advice: Text
    """That the handbook supports a clinician and does not replace one."""
    not_reviewed: Text
    """Shown until a real person has signed."""
    stop: tuple[Text, ...] = Field(min_length=1, max_length=7)
    """Signs that end any exercise at once."""
    stop_short: Text
    """The same as one line for a printed sheet."""
    traffic_light: TrafficLight
    emergency: tuple[SignGroup, ...]
    urgent: tuple[SignGroup, ...]
    emergency_words: tuple[Text, ...]
    """What a person types in an emergency; the search answers with the red-flag page first."""
    red_flag_page: Slug = "red-flags"
