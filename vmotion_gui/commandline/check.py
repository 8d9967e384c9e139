"""`check`: whether a VM could go to a host, and what stands against it."""

from __future__ import annotations

from pathlib import Path

from vmotion_gui.commandline.naming import named
from vmotion_gui.commandline.terminal import NO, YES, Terminal
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason, Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.messages import message

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


def check(terminal: Terminal, file: Path, vm_word: str, host_word: str, datastore_word: str | None) -> int:
    """Print the verdict; NO if an error stands against the migration."""
    inventory = load(file).inventory
    vm = named(inventory.vms, vm_word, "vm")
    host = named(inventory.hosts, host_word, "host")
    datastore = named(inventory.datastores, datastore_word, "datastore") if datastore_word else None
    spec = MigrationSpec(vm=vm.id, host=host.id, datastore=datastore.id if datastore else "")
    verdict = Checker(inventory).check(spec)
    kind = message(f"cli.type.{verdict.type.value}")
    key = "cli.check.possible" if verdict.possible else "cli.check.impossible"
    destination = f"{host.name}, {datastore.name}" if datastore else host.name
    _show(terminal, verdict)
    style = "bold green" if verdict.possible else "bold red"
    terminal.say(message(key, vm=vm.name, to=destination, type=kind), style=style)
    return YES if verdict.possible else NO


def _show(terminal: Terminal, verdict: Verdict) -> None:
    for reason in verdict.reasons:
        terminal.say(message("cli.check.reason", **_parts(reason)), style=_STYLES.get(reason.severity, ""))
        terminal.say(message("cli.check.cure", cure=reason.cure))


def _parts(reason: Reason) -> dict[str, object]:
    fault = message("cli.check.fault", fault=reason.fault) if reason.fault else ""
    return {
        "severity": message(f"cli.severity.{reason.severity.name.lower()}"),
        "fault": fault,
        "text": reason.text,
        "simplified": message("cli.check.simplified") if reason.simplified else "",
    }
