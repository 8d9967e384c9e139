"""The cards of any object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui.workspace import facts_places as places
from vmotion_gui.gui.workspace.card import Card, Fact
from vmotion_gui.gui.workspace.facts_host import host_cards
from vmotion_gui.gui.workspace.facts_vm import vm_cards
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

_CARDS: dict[type[e.Entity], Callable[[Any, Inventory], list[Card]]] = {
    e.VirtualMachine: vm_cards,
    e.Host: host_cards,
    e.Cluster: places.cluster_cards,
    e.Datastore: places.datastore_cards,
    e.DatastoreCluster: places.datastore_cluster_cards,
    e.Subnet: places.subnet_cards,
    e.NetworkLink: places.link_cards,
    e.PortGroup: places.portgroup_cards,
    e.Switch: places.switch_cards,
}


def cards_of(entity: e.Entity, inventory: Inventory) -> list[Card]:
    """All cards of an object; one more where an import had to assume something."""
    cards = _CARDS.get(type(entity), places.container_cards)(entity, inventory)
    if entity.assumed:
        what = (
            QCoreApplication.translate("Facts", "The export does not have this object; all its values are assumed.")
            if entity.assumed == ("*",)
            else ", ".join(entity.assumed)
        )
        cards.append(
            Card(QCoreApplication.translate("Facts", "Assumed by the import"), [Fact("", what, "", "warning")])
        )
    return cards
