"""A reason together with the migration that it speaks about: what a cure is asked for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.cures import Cure, cures_for
from vmotion_gui.compatibility.verdict import Reason, Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec

T = TypeVar("T")
MOST_ASKED = 60
"""Of more problems than that only the first, which are the worst, are asked for cures."""


class Problem(NamedTuple):
    """One thing that stands against a migration, or is to be minded."""

    spec: MigrationSpec
    reason: Reason


def problems_of(answers: Iterable[tuple[MigrationSpec, Verdict]]) -> tuple[Problem, ...]:
    """All errors and warnings of several migrations, errors first."""
    found = [
        Problem(spec, reason)
        for spec, verdict in answers
        for reason in verdict.reasons
        if reason.severity >= Severity.WARNING
    ]
    return tuple(sorted(found, key=lambda problem: -problem.reason.severity))


def cures_of(checker: Checker, problem: Problem) -> tuple[Cure, ...]:
    """What would cure it; nothing where people must act outside the estate, or it is about objects that are gone."""
    inventory, spec = checker.inventory, problem.spec
    if spec.vm not in inventory.vms or (spec.host and spec.host not in inventory.hosts):
        return ()
    return cures_for(inventory, spec, problem.reason.rule, columns=checker.columns)


def curable(checker: Checker, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that have a cure, each once; the first of very many."""
    found = [problem for problem in itertools.islice(problems, MOST_ASKED) if cures_of(checker, problem)]
    return tuple(distinct(found))


def is_curable(checker: Checker, problems: Iterable[Problem]) -> bool:
    """Whether one of the first of them has a cure."""
    return any(cures_of(checker, problem) for problem in itertools.islice(problems, MOST_ASKED))


def distinct(things: Iterable[T]) -> list[T]:
    """Each once, in their order; they need not be hashable."""
    found: list[T] = []
    for thing in things:
        if thing not in found:
            found.append(thing)
    return found
