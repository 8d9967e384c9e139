"""What a rule is: one function and one row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np

from vmotion_gui.compatibility.case import EVERY, Case
from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.compatibility.verdict import MigrationType, Reason, ReasonGroup, Severity, TestGroup
from vmotion_gui.messages import Message

Judged = Mask | bool
"""Per host, or the same for all hosts."""
Words = Callable[[Case, int], Mapping[str, Any]]
About = Callable[[Case, int], tuple[str, ...]]


class Findings(msgspec.Struct):
    """What a rule found, per host or for all alike."""

    error: Judged = False
    warning: Judged = False
    info: Judged = False
    words: Words | None = None
    """Further arguments of the sentence for one host (its row)."""
    about: About | None = None
    """Ids of further objects that it is about at one host: datastores, port groups, a cluster, …"""

    @property
    def empty(self) -> bool:
        """Whether nothing was found for any host."""
        for judged in (self.error, self.warning, self.info):
            if judged is not False and (judged is True or np.count_nonzero(judged)):
                return False
        return True

    def severity(self, rows: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
        """(rows,) the severity for each host."""
        result = np.zeros(rows, dtype=np.uint8)
        for level, judged in (
            (Severity.INFO, self.info),
            (Severity.WARNING, self.warning),
            (Severity.ERROR, self.error),
        ):
            if judged is not False:
                result[np.broadcast_to(judged, rows)] = level
        return result


class Part(NamedTuple):
    """One thing that is wrong at some hosts: a datastore, a network, a rule."""

    mask: Mask
    id: str
    name: str


def naming(argument: str, parts: Sequence[Part]) -> tuple[Words, About]:
    """Words and objects that name the parts of each host; made once where there is only one part."""
    if len(parts) == 1:
        only, object_ = {argument: [parts[0].name]}, (parts[0].id,)
        return lambda _case, _row: only, lambda _case, _row: object_
    return (
        lambda _case, row: {argument: list(dict.fromkeys(part.name for part in parts if part.mask[row]))},
        lambda _case, row: tuple(dict.fromkeys(part.id for part in parts if part.mask[row])),
    )


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table; see the folder `rules` for the functions."""

    id: str
    fault: str
    """`vim.fault.*` name without the prefix; "" where vSphere has none of its own."""
    also: tuple[str, ...] = ()
    """Faults by which vSphere tells the same trouble on other hosts, in older releases or for a part of the cases."""
    wrapper: str = ""
    """The fault in which vSphere wraps this one, if any."""
    topic: str
    """The help page that explains it."""
    help: str
    """Where it is explained: "compatibility/<topic>#<id>", for the help pages and the lessons to resolve."""
    text: str
    cure: str
    """Keys of the sentences: what is wrong, and what to do about it."""
    group: ReasonGroup
    test_group: TestGroup
    types: frozenset[MigrationType]
    judge: Callable[[Case], Findings]
    simplified: bool

    def reason(self, case: Case, row: int, severity: Severity, findings: Findings) -> Reason:
        """The sentence for one host."""
        host = case.columns.hosts[row]
        args: dict[str, Any] = {"vm": case.vm.name, "host": host.name, "source": case.source.name}
        if findings.words is not None:
            args.update(findings.words(case, row))
        objects: tuple[str, ...] = (case.vm.id, host.id)
        if findings.about is not None:
            objects += findings.about(case, row)
        return Reason(
            rule=self.id,
            fault=self.fault,
            severity=severity,
            group=self.group,
            test_group=self.test_group,
            text=Message(self.text, args),
            cure=Message(self.cure, args),
            objects=objects,
            simplified=self.simplified,
            help=self.help,
        )


class RuleBook:
    """Collects the rules of one module in the order in which they are written."""

    def __init__(self, group: ReasonGroup, test_group: TestGroup, topic: str, *, wrapper: str = "") -> None:
        self.rules: list[Rule] = []
        self._topic = topic
        self._wrapper = wrapper
        self._group = group
        self._test_group = test_group

    def rule(
        self,
        id_: str,
        fault: str,
        *,
        types: Collection[MigrationType] = EVERY,
        test_group: TestGroup | None = None,
        also: tuple[str, ...] = (),
        wrapper: str | None = None,
        simplified: bool = False,
    ) -> Callable[[Callable[[Case], Findings]], Callable[[Case], Findings]]:
        """Enter a function as a rule."""

        def enter(judge: Callable[[Case], Findings]) -> Callable[[Case], Findings]:
            self.rules.append(
                Rule(
                    id=id_,
                    fault=fault,
                    also=also,
                    wrapper=self._wrapper if wrapper is None else wrapper,
                    topic=self._topic,
                    help=f"compatibility/{self._topic}#{id_}",
                    text=f"rule.{id_}.text",
                    cure=f"rule.{id_}.cure",
                    group=self._group,
                    test_group=test_group or self._test_group,
                    types=frozenset(types),
                    judge=judge,
                    simplified=simplified,
                )
            )
            return judge

        return enter
