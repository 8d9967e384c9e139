"""Write docs/compatibility-rules.md and resources/checks/ from the table: `python -m tests.tools.compatibility_rules`.

Each rule's level is not declared anywhere: it is what the rule says of its failing example with the VM powered on,
powered off and suspended, and with its adapters and devices disconnected.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import msgspec

from tests.compatibility.all_examples import EXAMPLES
from tests.compatibility.examples import TARGET, VM, healthy, spec_of
from tests.compatibility.examples_evc import CLUSTER, JOIN, MODE, SET, old_guests
from tests.compatibility.vsphere_faults import ELSEWHERE, EVC_ALIKE
from vmotion_gui.compatibility import evc_admission
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.cures import CURABLE
from vmotion_gui.compatibility.explanation import Example, Level
from vmotion_gui.compatibility.rule import Rule
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType, Reason, Severity
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import LANGUAGES, catalogue

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "compatibility-rules.md"
DATA = Path(__file__).resolve().parents[2] / "resources" / "checks" / "examples.json"
_LETTERS = {
    MigrationType.VMOTION: "V",
    MigrationType.STORAGE_VMOTION: "SV",
    MigrationType.XVMOTION: "X",
    MigrationType.COLD: "C",
    MigrationType.SUSPENDED: "S",
}
_TOPICS = (
    "vm-state",
    "host-state",
    "processor",
    "capacity",
    "vmotion-network",
    "vm-networks",
    "addresses",
    "storage",
    "devices",
    "cluster-rules",
    "cross-vcenter",
)
_STATES = ("poweredOn", "poweredOff", "suspended")
_SHORT = {Severity.NONE: "–", Severity.INFO: "I", Severity.WARNING: "W", Severity.ERROR: "E"}
_WORDS: dict[str, Level] = {"–": "none", "I": "info", "W": "warning", "E": "error"}
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
    lines, words = [_HEAD], catalogue("en")
    healthy_estate = healthy()
    for topic, rules in itertools.groupby(sorted(RULES, key=_order), key=lambda rule: rule.topic):
        lines += [
            f"## {words.template(f'check.topic.{topic}.name')}",
            "",
            "| Rule | Fault | Types | Level | Sentence | Cure |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(rule, healthy_estate) for rule in rules]
        lines.append("")
    lines += [
        f"## {words.template('check.topic.evc.name')}",
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
    return _TOPICS.index(rule.topic), RULES.index(rule)


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
    edited = EXAMPLES[rule.id].edit(estate)
    levels = zip(_levels_of(rule, edited), _levels_of(rule, _disconnected(edited)), strict=True)
    return " / ".join(level if level == apart else f"{level} ({apart})" for level, apart in levels)


def _levels_of(rule: Rule, edited: Inventory) -> list[str]:
    """(3,) a letter for each power state, of the rule's own example."""
    own = edited.vms[VM].power_state
    cold = MigrationType.COLD in rule.types or MigrationType.SUSPENDED in rule.types
    return [_level(rule, edited, state) if cold or state == own else "–" for state in _STATES]


def _level(rule: Rule, inventory: Inventory, state: str) -> str:
    reason = _reason(rule, inventory, state)
    return _SHORT[reason.severity if reason else Severity.NONE]


def _reason(rule: Rule, inventory: Inventory, state: str) -> Reason | None:
    example = EXAMPLES[rule.id]
    vm = msgspec.structs.replace(inventory.vms[VM], power_state=state)
    edited = inventory.with_entities([vm])
    verdict = Checker(edited).check(spec_of(example, edited), busy=example.busy)
    said = [reason for reason in verdict.reasons if reason.rule == rule.id]
    return max(said, key=lambda reason: reason.severity, default=None)


def data() -> str:
    """`examples`, as it is stored."""
    return msgspec.json.format(msgspec.json.encode(examples()), indent=1).decode() + "\n"


def examples() -> dict[str, Example]:
    """What every check says of its own failing example, for the program's explanations."""
    healthy_estate = healthy()
    found = {rule.id: _example(rule, healthy_estate) for rule in RULES}
    ready = old_guests(healthy_estate)
    for id_, edit in JOIN.items():
        found[id_] = _spoken(next(r for r in evc_admission.joining(edit(ready), TARGET, CLUSTER) if r.rule == id_))
    for id_, edit in SET.items():
        found[id_] = _spoken(next(r for r in evc_admission.setting(edit(ready), CLUSTER, MODE) if r.rule == id_))
    return found


def _example(rule: Rule, estate: Inventory) -> Example:
    edited = EXAMPLES[rule.id].edit(estate)
    own = _reason(rule, edited, edited.vms[VM].power_state)
    assert own is not None, rule.id
    levels = dict(zip(_STATES, (_WORDS[level] for level in _levels_of(rule, edited)), strict=True))
    apart = dict(zip(_STATES, (_WORDS[level] for level in _levels_of(rule, _disconnected(edited))), strict=True))
    return msgspec.structs.replace(_spoken(own), levels=levels, disconnected=apart if apart != levels else {})


def _spoken(reason: Reason) -> Example:
    words = {language: catalogue(language) for language in LANGUAGES}
    return Example(
        sentence={language: words[language].render(reason.text) for language in LANGUAGES},
        cure={language: words[language].render(reason.cure) for language in LANGUAGES},
    )


def _disconnected(inventory: Inventory) -> Inventory:
    vm = inventory.vms[VM]
    nics = tuple(msgspec.structs.replace(nic, connected=False) for nic in vm.nics)
    devices = tuple(msgspec.structs.replace(device, connected=False) for device in vm.devices)
    return inventory.with_entities([msgspec.structs.replace(vm, nics=nics, devices=devices)])


if __name__ == "__main__":
    DOCUMENT.write_text(page(), encoding="utf-8")
    DATA.write_text(data(), encoding="utf-8")
