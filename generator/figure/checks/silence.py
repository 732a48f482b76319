"""Which findings a figure's writer has looked at and found right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..finding import Finding


def silenced(findings: Iterable[Finding], silence: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the findings nobody silenced, by "check subject" or "B: check subject"."""
    for each in findings:
        if not _keys(each) & silence.keys():
            yield each


def told(findings: Iterable[Finding], silence: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the findings nobody silenced, and a notice for each key that silences nothing."""
    found = tuple(findings)
    yield from silenced(found, silence)
    used = {key for each in found for key in _keys(each)}
    for key in silence:
        if key not in used:
            yield Finding("notice", "", "", "silence", f"nothing is called '{key}' here; take the line out")


def _keys(finding: Finding) -> set[str]:
    return {finding.check, f"{finding.frame}: {finding.check}"}
