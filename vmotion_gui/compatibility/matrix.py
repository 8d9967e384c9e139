"""Who can go where: every VM against every other host, told per cluster.

Each pair of VM and host is judged by the same rules as a drag; what is kept is how many hosts of each cluster would
take the VM, take it with warnings, or refuse it, and which rules speak how often. The work is an iterator of small
steps, so that a window does a slice of it per frame and a worker process all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import migration_type
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.memo import Finding, Memo
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.inventory.commands import MigrationSpec

_LEVELS = len(Severity)
_WARNING = int(Severity.WARNING)
_COLUMN = (0, 0, 1, 2)
"""Severity -> column of the counts."""
_MOST_SUMS = 4096
"""Sums that are remembered; where VMs differ more than that, they are made anew."""
_ORDER = {rule.id: number for number, rule in enumerate(RULES)}
Counts = npt.NDArray[np.int64]


class Matrix(msgspec.Struct):
    """The summary, plain data; rows of VMs that are not judged yet are zero."""

    vm_ids: tuple[str, ...]
    cluster_ids: tuple[str, ...]
    """Clusters that have hosts, in the order of their first hosts; "" stands for the hosts outside clusters."""
    counts: npt.NDArray[np.uint16]
    """(vms, clusters, 3): hosts that are able, able with warnings, unable. The VM's own host is left out."""
    reasons: dict[str, Counts]
    """Rule -> (clusters, 2): pairs of VM and other host at which it warns, and at which it is an error."""
    spoken: list[tuple[str, ...]]
    """For each VM: the rules that speak at any other host, information too, in the table's order."""
    examples: dict[str, tuple[str, str]] = {}
    """Rule -> a VM and a host at which it warns or is an error, the first that were found."""
    judged: int = 0
    """VMs that have been judged."""
    able: int = 0
    cautioned: int = 0
    unable: int = 0
    """Pairs of VM and other host, of all judged VMs together."""

    @property
    def done(self) -> bool:
        """Whether all VMs have been judged."""
        return self.judged == len(self.vm_ids)

    def stuck(self) -> npt.NDArray[np.bool_]:
        """(vms,) the judged VMs that no other host would take."""
        refused, taken = self.counts[:, :, 2].sum(axis=1), self.counts[:, :, :2].sum(axis=(1, 2))
        stuck: npt.NDArray[np.bool_] = (refused > 0) & (taken == 0)
        return stuck


class Work:
    """Fills a matrix; `steps` may be left at any time and gone on with, `prefer` says what is wanted first."""

    def __init__(
        self, checker: Checker, vm_ids: Sequence[str] | None = None, *, busy: Mapping[str, str] | None = None
    ) -> None:
        """All VMs of the checker's inventory, or these. KeyError for an unknown id. `busy`: as in `Checker.check`."""
        self._inventory, self._columns = checker.inventory, checker.columns
        ids = tuple(self._inventory.vms if vm_ids is None else vm_ids)
        self._busy = busy or {}
        self._codes, clusters = self._columns.codes("cluster", lambda host: host.cluster)
        self.matrix = Matrix(
            vm_ids=ids,
            cluster_ids=tuple(clusters),
            counts=np.zeros((len(ids), len(clusters), 3), dtype=np.uint16),
            reasons={},
            spoken=[()] * len(ids),
        )
        self._memos: dict[MigrationType, Memo] = {}
        self._sums: dict[tuple[int, ...], _Sum] = {}
        index, vms = self._columns.index, self._inventory.vms
        self._own = [index[vms[id_].host] for id_ in ids]
        by_cluster = np.argsort(self._codes[np.array(self._own, dtype=np.intp)], kind="stable")
        self._left: list[int] = by_cluster[::-1].tolist()
        self._judged = bytearray(len(ids))

    def steps(self) -> Iterator[int]:
        """Judge VM after VM, cluster after cluster; yields how many have been judged after each."""
        while self._left:
            row = self._left.pop()
            if not self._judged[row]:
                self._judge(row)
                yield self.matrix.judged

    def prefer(self, rows: Iterable[int]) -> None:
        """Judge these VMs (their rows) next."""
        self._left += [row for row in rows if not self._judged[row]]

    def is_judged(self, row: int) -> bool:
        """Whether a row of the matrix says something."""
        return bool(self._judged[row])

    def levels(self, row: int) -> npt.NDArray[np.uint8]:
        """(hosts,) the worst `Severity` of one VM at each host, in the columns' order.

        The VM's own host is judged like any other, which means nothing.
        """
        found = self._findings(self.matrix.vm_ids[row])
        return _worst(found, len(self._codes))

    @property
    def own(self) -> Sequence[int]:
        """For each VM: the row of its own host in the columns' order."""
        return self._own

    def finish(self) -> Matrix:
        """All that is left, at once."""
        for _ in self.steps():
            pass
        return self.matrix

    def _judge(self, row: int) -> None:
        found = self._findings(self.matrix.vm_ids[row])
        key = tuple(map(id, found))
        known = self._sums.get(key)
        if known is None:
            if len(self._sums) >= _MOST_SUMS:
                self._sums = {}
            known = self._sums[key] = _Sum(found, self._codes, len(self.matrix.cluster_ids))
        own = self._own[row]
        here = self._codes[own]
        self.matrix.counts[row] = known.counts
        self.matrix.counts[row, here, _COLUMN[known.worst_at(own)]] -= 1
        self._add_up(known.totals, known.worst_at(own))
        self.matrix.spoken[row] = known.spoken_but(own)
        for finding, pairs in known.pairs:
            total = self.matrix.reasons.get(finding.rule)
            if total is None:
                total = self.matrix.reasons[finding.rule] = np.zeros_like(pairs)
            total += pairs
            level = finding.levels[own]
            if level >= _WARNING:
                total[here, level - _WARNING] -= 1
            if finding.rule not in self.matrix.examples:
                self._note_example(row, finding)
        self._judged[row] = True
        self.matrix.judged += 1

    def _add_up(self, totals: Sequence[int], at_home: int) -> None:
        able, cautioned, unable = totals
        home = _COLUMN[at_home]
        self.matrix.able += able - (home == 0)
        self.matrix.cautioned += cautioned - (home == 1)
        self.matrix.unable += unable - (home == 2)

    def _note_example(self, row: int, finding: Finding) -> None:
        """The host at which it is worst."""
        levels = finding.levels.copy()
        levels[self._own[row]] = 0
        host = int(np.argmax(levels))
        if levels[host] >= _WARNING:
            self.matrix.examples[finding.rule] = self.matrix.vm_ids[row], self._columns.ids[host]

    def _findings(self, vm_id: str) -> list[Finding]:
        type_ = migration_type(self._inventory, MigrationSpec(vm=vm_id))
        memo = self._memos.get(type_)
        if memo is None:
            memo = self._memos[type_] = Memo(self._columns, type_, RULES)
        return memo.findings(self._inventory.vms[vm_id], self._busy.get(vm_id, ""))


class _Sum:
    """What several rules say together, per cluster. It keeps the findings, so that their identities stay theirs."""

    def __init__(self, findings: Sequence[Finding], codes: npt.NDArray[np.intp], clusters: int) -> None:
        places = codes * _LEVELS
        self._spoken = tuple(sorted((finding.rule for finding in findings), key=_ORDER.__getitem__))
        rows = [(finding.rule, np.flatnonzero(finding.levels)) for finding in findings]
        self._at_one_host = {(int(found[0]), rule) for rule, found in rows if len(found) == 1}
        self.pairs = [(finding, _pairs(finding, places, clusters)) for finding in findings]
        levels = _per_cluster(places, _worst(findings, len(codes)), clusters)
        levels[:, 1] += levels[:, 0]
        self.counts = levels[:, 1:]
        self.totals: list[int] = self.counts.sum(axis=0).tolist()

    def spoken_but(self, row: int) -> tuple[str, ...]:
        """The rules that speak, without those that do so at this host alone."""
        if not self._at_one_host:
            return self._spoken
        return tuple(rule for rule in self._spoken if (row, rule) not in self._at_one_host)

    def worst_at(self, row: int) -> int:
        return max((finding.levels[row] for finding, _ in self.pairs), default=0)


def _worst(findings: Sequence[Finding], hosts: int) -> npt.NDArray[np.uint8]:
    if not findings:
        return np.zeros(hosts, dtype=np.uint8)
    worst: npt.NDArray[np.uint8] = np.maximum.reduce([finding.levels for finding in findings])
    return worst


def _pairs(finding: Finding, places: npt.NDArray[np.intp], clusters: int) -> Counts:
    """(clusters, 2) hosts of each cluster at which it warns, and at which it is an error; counted once."""
    if finding.per_cluster is None:
        finding.per_cluster = _per_cluster(places, finding.levels, clusters)[:, _WARNING:]
    return finding.per_cluster


def _per_cluster(places: npt.NDArray[np.intp], levels: npt.NDArray[np.uint8], clusters: int) -> Counts:
    """(clusters, levels) how many hosts of each cluster have each level."""
    counts = np.bincount(places + levels, minlength=clusters * _LEVELS)
    return counts.reshape(clusters, _LEVELS)


def matrix(checker: Checker, vm_ids: Sequence[str] | None = None, *, busy: Mapping[str, str] | None = None) -> Matrix:
    """The whole summary at once; for a worker process or the command line."""
    return Work(checker, vm_ids, busy=busy).finish()
