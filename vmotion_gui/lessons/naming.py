"""What a command does, as a sentence in both languages, and what it is about."""

from __future__ import annotations

import re
import unicodedata

from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    CancelTask,
    ChangeSettings,
    Command,
    EditInventory,
    EnterDatastoreMaintenanceMode,
    EnterMaintenanceMode,
    ExitDatastoreMaintenanceMode,
    ExitMaintenanceMode,
    InjectFault,
    Migrate,
    RepairFault,
    fault_target,
)
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.lessons.document import Text
from vmotion_gui.messages import Message, catalogue, message
from vmotion_gui.simulation.backend import Backend

_LONGEST_NAME = 80
_DOMAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+){2,}")


def text_of(said: Message, *, keep_braces: bool = False) -> Text:
    """A sentence in both languages. What a lesson's texts may not hold is left out: names come from anywhere."""

    def clean(text: str) -> str:
        seen = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Co"))
        return seen if keep_braces else seen.replace("{", "(").replace("}", ")")

    return Text(en=clean(catalogue("en").render(said)), de=clean(catalogue("de").render(said)))


def title_of(said: Message) -> Text:
    """The same as a title: no full stop."""
    text = text_of(said)
    return Text(en=text.en.rstrip("."), de=text.de.rstrip("."))


def object_ids(command: Command) -> tuple[str, ...]:
    """The objects that a command names, the one that it changes first."""
    match command:
        case Migrate(spec=spec):
            return tuple(id_ for id_ in (spec.vm, spec.host, spec.datastore) if id_)
        case InjectFault(fault=fault) | RepairFault(fault=fault):
            return (fault_target(fault),)
        case EnterMaintenanceMode(host=host) | ExitMaintenanceMode(host=host):
            return (host,)
        case EnterDatastoreMaintenanceMode(datastore=store) | ExitDatastoreMaintenanceMode(datastore=store):
            return (store,)
        case EditInventory(changes=changes):
            ids = (getattr(c, "id", "") or getattr(c, "vm", "") or getattr(c, "entity", {}).get("id") for c in changes)
            return tuple(dict.fromkeys(id_ for id_ in ids if id_))
        case ApplyRecommendations(vms=vms):
            return vms
        case _:
            return ()


def short_name(name: str) -> str:
    """A host's name without its domain, for titles and buttons; addresses and other names as they are."""
    return name.partition(".")[0] if _DOMAIN_NAME.fullmatch(name) else name


def command_message(command: Command, run: Backend, inventory: Inventory, *, short: bool = False) -> Message:
    """What a command asks for; names are those of `inventory`, migrations those of `run`; `short`: for a title."""

    def name(id_: str) -> str:
        entity = inventory.get(id_) or run.inventory.get(id_)
        found = entity.name[:_LONGEST_NAME] if entity is not None else id_
        return short_name(found) if short else found

    match command:
        case Migrate(spec=spec):
            places = [name(id_) for id_ in (spec.host, spec.datastore) if id_]
            return message("lesson.recorded.migrate", vm=name(spec.vm), places=places)
        case CancelMigration(migration=migration):
            status = run.migrations().get(migration)
            return message("lesson.recorded.cancel", vm=name(status.vm) if status is not None else migration)
        case InjectFault(fault=fault):
            return message("lesson.recorded.fault", name=name(fault_target(fault)))
        case RepairFault(fault=fault):
            return message("lesson.recorded.repair", name=name(fault_target(fault)))
        case EnterMaintenanceMode(host=host):
            return message("lesson.recorded.enterMaintenance", host=name(host))
        case ExitMaintenanceMode(host=host):
            return message("lesson.recorded.exitMaintenance", host=name(host))
        case EnterDatastoreMaintenanceMode(datastore=store):
            return message("lesson.recorded.enterMaintenance", host=name(store))
        case ExitDatastoreMaintenanceMode(datastore=store):
            return message("lesson.recorded.exitMaintenance", host=name(store))
        case EditInventory(changes=changes):
            names = [name(id_) for id_ in object_ids(command)[:5]]
            states = {c.fields.get("power_state") if isinstance(c, FieldsChanged) else None for c in changes}
            state = str(states.pop()) if len(states) == 1 else ""
            return message(_POWER.get(state, "lesson.recorded.edit"), names=names)
        case ChangeSettings():
            return message("lesson.recorded.settings")
        case ApplyRecommendations():
            return message("lesson.recorded.apply")
        case CancelTask():
            return message("lesson.recorded.cancelTask")


_POWER = {
    "poweredOn": "lesson.recorded.powerOn",
    "poweredOff": "lesson.recorded.powerOff",
    "suspended": "lesson.recorded.suspend",
}
