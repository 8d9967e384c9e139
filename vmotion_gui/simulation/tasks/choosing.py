"""Where a VM goes whose host is emptied: one question behind a protocol, so that a planner can answer it, too.

What answers by default is simple and always answers alike: what no host may do is no host, what breaks a rule between
VMs is none either (vCenter never breaks one by itself), a "should" rule is broken last; of the rest, the host whose
memory is least used with the VM on it, then the inventory's order. Source of the order of constraints: VMware's
documents on DRS, `ClusterRuleInfo` in the API reference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.checker import Checker, HostVerdicts
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.estate import Inventory

_SEPARATE, _TOGETHER, _SHOULD = "rule.separate", "rule.together", "rule.vmhostShould"
_ALL_RULES = frozenset((_SEPARATE, _TOGETHER, "rule.vmhost"))

Obstacle = Literal["", "noHost", "capacity", "rule"]
"""What is missing: a host that fits; room on those that fit; a host where no rule of the cluster is broken."""


class Choice(NamedTuple):
    """A host, or why there is none."""

    host: str
    """Empty: none."""
    obstacle: Obstacle = ""
    reasons: tuple[Reason, ...] = ()
    """What stands against the hosts, the first of each rule."""


class Evacuator(Protocol):
    """Somebody who says where VMs go whose host is emptied: the same answer for the same arguments."""

    def choose(self, inventory: Inventory, vms: Sequence[str], hosts: Sequence[str]) -> Choice:
        """A host for the first of `vms`, which must stay together; the others, still on the same host, must fit there
        too. `inventory` has VMs that are on their way at their destinations already; `hosts` are those in question."""


class LeastUsed:
    """The default: the compatible host whose memory is least used afterwards."""

    def __init__(self, checker: Callable[[Inventory], Checker]) -> None:
        """`checker` gives the checker of an inventory; one that remembers makes the next question cheap."""
        self._checker = checker

    def choose(self, inventory: Inventory, vms: Sequence[str], hosts: Sequence[str]) -> Choice:
        """See `Evacuator`."""
        checker = self._checker(inventory)
        columns = checker.columns
        rows = np.array([columns.index[id_] for id_ in hosts], dtype=np.intp)
        if not len(rows):
            return Choice("", "noHost")
        verdicts = checker.hosts_for(vms)
        refused = verdicts.severity >= Severity.ERROR
        unwanted = _broken(verdicts, _SEPARATE) | _broken(verdicts, _TOGETHER, unless=len(vms) > 1)
        able = rows[~(refused | unwanted)[rows]]
        if not len(able):
            return _no_choice(verdicts, hosts)
        arriving = sum(inventory.vms[id_].memory_bytes for id_ in vms if inventory.vms[id_].power_state == "poweredOn")
        used = (columns.running_bytes + arriving) / columns.memory_bytes
        # lexsort is stable: what is alike stays in the inventory's order
        order = np.lexsort((used[able], _broken(verdicts, _SHOULD)[able]))
        return Choice(columns.ids[int(able[order[0]])])


def _broken(verdicts: HostVerdicts, rule: str, *, unless: bool = False) -> npt.NDArray[np.bool_]:
    """(n,) where a rule would be broken. A group that leaves as one breaks its rule only on the way."""
    levels = None if unless else verdicts.by_rule().get(rule)
    return np.zeros(len(verdicts.host_ids), dtype=np.bool_) if levels is None else levels > Severity.NONE


def _no_choice(verdicts: HostVerdicts, hosts: Sequence[str]) -> Choice:
    """Why none of the hosts can be taken; what is nearest to a host that can is named first."""
    found: dict[str, Reason] = {}
    obstacles: list[Obstacle] = []
    for host in hosts:
        against = [r for r in verdicts.reasons(host) if r.severity is Severity.ERROR or r.rule in _ALL_RULES]
        obstacles.append(_obstacle(against))
        for reason in against:
            found.setdefault(reason.rule, reason)
    obstacle = min(obstacles, key=("rule", "capacity", "noHost").index)
    return Choice("", obstacle, tuple(sorted(found.values(), key=lambda reason: _obstacle([reason]) != obstacle)))


def _obstacle(against: Sequence[Reason]) -> Obstacle:
    if all(reason.rule in _ALL_RULES for reason in against):
        return "rule"
    return "capacity" if all(r.rule in _ALL_RULES or r.group == "capacity" for r in against) else "noHost"
