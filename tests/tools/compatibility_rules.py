"""Write docs/compatibility-rules.md from the table of rules: `python -m tests.tools.compatibility_rules`.

Each rule's level is not declared anywhere: it is what the rule says of its failing example with the VM powered on,
powered off and suspended, and with its adapters and devices disconnected.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import msgspec

from tests.compatibility.all_examples import EXAMPLES
from tests.compatibility.examples import VM, healthy, spec_of
from tests.compatibility.vsphere_faults import ELSEWHERE, EVC_ALIKE
from vmotion_gui.compatibility import evc_admission
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.cures import CURABLE
from vmotion_gui.compatibility.rule import Rule
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import catalogue

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "compatibility-rules.md"
_LETTERS = {
    MigrationType.VMOTION: "V",
    MigrationType.STORAGE_VMOTION: "SV",
    MigrationType.XVMOTION: "X",
    MigrationType.COLD: "C",
    MigrationType.SUSPENDED: "S",
}
_TOPICS = {
    "vm-state": "The virtual machine's state",
    "host-state": "The hosts' states",
    "processor": "Processor, EVC and virtual hardware",
    "capacity": "Room, reservations and licences",
    "vmotion-network": "The vMotion network",
    "vm-networks": "The virtual machine's networks",
    "addresses": "Addresses that go along",
    "storage": "Storage, disks and snapshots",
    "devices": "Devices",
    "cluster-rules": "The cluster's rules",
    "cross-vcenter": "Between vCenter Servers",
}
_HEAD = """# The checks before a migration

Made from the table of rules by `python -m tests.tools.compatibility_rules`. One row is one function in
`vmotion_gui/compatibility/rules/`; the same table colours hosts during a drag, fills the wizard's panel, decides the
engine's check and answers `vmotion-gui check`.

**Types**: V vMotion, SV Storage vMotion, X vMotion with storage, C cold, S suspended; moves between vCenter Servers are
one of these. **Level**: what the rule says of its example with the VM powered on / off / suspended: E error (the
migration does not start), W warning (it starts), I information, – nothing; in brackets the level while the device or
adapter is not connected. **Fault**: `vim.fault` name; after "also" those by which vSphere tells the same trouble on
other hosts, in older releases or for a part of the cases; after "in" the fault that wraps it. *Simplified*: no source
documents the exact behaviour or level. **Cure**: what to do; ⚙ marks those for which
`vmotion_gui/compatibility/cures/` knows the changes of the estate.
"""


def page() -> str:
    """The whole document."""
    lines = [_HEAD]
    healthy_estate = healthy()
    for topic, rules in itertools.groupby(sorted(RULES, key=_order), key=lambda rule: rule.topic):
        lines += [
            f"## {_TOPICS[topic]}",
            "",
            "| Rule | Fault | Types | Level | Sentence | Cure |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(rule, healthy_estate) for rule in rules]
        lines.append("")
    lines += [
        "## EVC: joining a cluster and setting its mode",
        "",
        "| Rule | Fault | Sentence | Cure |",
        "|---|---|---|---|",
    ]
    lines += [_evc_row(rule, fault) for rule, fault in evc_admission.FAULTS.items()]
    lines.append("")
    lines += ["## Faults without a row", "", "| Fault | Why |", "|---|---|"]
    lines += [f"| `{fault}` | {why} |" for fault, why in ELSEWHERE.items()]
    lines.append("")
    return "\n".join(lines)


def _evc_row(rule: str, fault: str) -> str:
    words = catalogue("en")
    text, cure = (_plain(words.template(f"rule.{rule}.{part}")) for part in ("text", "cure"))
    also = [name for name, same in EVC_ALIKE.items() if same == fault]
    faults = f"`{fault}`" + "".join(f" also `{name}`" for name in also)
    return f'| <a id="{rule}"></a>`{rule}` | {faults} | {text} | {cure} |'


def _order(rule: Rule) -> tuple[int, int]:
    return list(_TOPICS).index(rule.topic), RULES.index(rule)


def _row(rule: Rule, estate: Inventory) -> str:
    words = catalogue("en")
    fault = f"`{rule.fault}`" if rule.fault else "none of its own"
    if rule.also:
        fault += " also " + ", ".join(f"`{name}`" for name in rule.also)
    if rule.wrapper:
        fault += f" in `{rule.wrapper}`"
    types = "all" if len(rule.types) == len(_LETTERS) else " ".join(_LETTERS[t] for t in _LETTERS if t in rule.types)
    cells = [
        f'<a id="{rule.id}"></a>`{rule.id}`' + (" *simplified*" if rule.simplified else ""),
        fault,
        types,
        _levels(rule, estate),
        _plain(words.template(f"rule.{rule.id}.text")),
        _plain(words.template(f"rule.{rule.id}.cure")) + (" ⚙" if rule.id in CURABLE else ""),
    ]
    return f"| {' | '.join(cells)} |"


def _plain(template: str) -> str:
    return re.sub(r"\{(\w+)(?::\w+)?\}", r"*\1*", template).replace("|", "\\|")


def _levels(rule: Rule, estate: Inventory) -> str:
    example = EXAMPLES[rule.id]
    edited = example.edit(estate)
    states = ("poweredOn", "poweredOff", "suspended")
    own = edited.vms[VM].power_state
    levels = [
        (_level(rule, edited, state), _level(rule, _disconnected(edited), state))
        if state == own or MigrationType.COLD in rule.types or MigrationType.SUSPENDED in rule.types
        else ("–", "–")
        for state in states
    ]
    return " / ".join(level if level == apart else f"{level} ({apart})" for level, apart in levels)


def _level(rule: Rule, inventory: Inventory, state: str) -> str:
    example = EXAMPLES[rule.id]
    vm = msgspec.structs.replace(inventory.vms[VM], power_state=state)
    edited = inventory.with_entities([vm])
    verdict = Checker(edited).check(spec_of(example, edited), busy=example.busy)
    found = max((r.severity for r in verdict.reasons if r.rule == rule.id), default=Severity.NONE)
    return {Severity.NONE: "–", Severity.INFO: "I", Severity.WARNING: "W", Severity.ERROR: "E"}[found]


def _disconnected(inventory: Inventory) -> Inventory:
    vm = inventory.vms[VM]
    nics = tuple(msgspec.structs.replace(nic, connected=False) for nic in vm.nics)
    devices = tuple(msgspec.structs.replace(device, connected=False) for device in vm.devices)
    return inventory.with_entities([msgspec.structs.replace(vm, nics=nics, devices=devices)])


if __name__ == "__main__":
    DOCUMENT.write_text(page(), encoding="utf-8")
