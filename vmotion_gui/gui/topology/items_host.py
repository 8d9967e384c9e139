"""The item that draws one host: its card with all its chips and local datastores."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.topology import paint_host
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.card import chip_box, slot_at
from vmotion_gui.gui.topology.facts import chip_facts, host_facts
from vmotion_gui.gui.topology.paint_host import Card
from vmotion_gui.gui.topology.picture import Detail, Picture
from vmotion_gui.gui.topology.slots import Slots

_PAINTERS = {
    Detail.FAR: paint_host.far,
    Detail.SUMMARY: paint_host.summary,
    Detail.MID: paint_host.mid,
    Detail.NEAR: paint_host.near,
}
HOST_Z = 10.0


class HostItem(QGraphicsRectItem):
    """A host card. A rectangle item, so that its bounds are known without asking Python."""

    def __init__(self, host: str, picture: Picture) -> None:
        super().__init__()
        self.setZValue(HOST_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._host = host
        self._picture = picture
        self._card: Card | None = None
        self.slots = Slots(picture.inventory.vms_on(host))
        self._place()

    def _place(self) -> None:
        box = self.box
        self.setRect(QRectF(box.x - 3.0, box.y - 3.0, box.w + 6.0, box.h + 8.0))

    @property
    def box(self) -> Box:
        return self._picture.layout.boxes[self._host]

    def relocate(self) -> None:
        """The layout is another one."""
        self._card = None
        self._place()

    def refresh(self) -> None:
        """Something about the host or its VMs is new: read it again and repaint."""
        self.slots.update(self._picture.inventory.vms_on(self._host))
        self._card = None
        self.update()

    def chip_box(self, vm: str) -> Box | None:
        """Where a VM's chip is; None if it is not on this host."""
        slot = self.slots.slot_of(vm)
        return None if slot < 0 else self.slot_box(slot)

    def slot_box(self, slot: int) -> Box:
        """Where the chip of a slot is, or would be."""
        plan = self._picture.layout.plans[self._host]
        return chip_box(self.box, plan, slot, max(self.slots.count, slot + 1))

    def vm_at(self, x: float, y: float) -> str:
        """The VM whose chip is at a point of the scene; "" for none."""
        slot = slot_at(self.box, self._picture.layout.plans[self._host], self.slots.count, x, y)
        vms = self.slots.vms
        return vms[slot] if 0 <= slot < len(vms) else ""

    def card(self) -> Card:
        """What the card shows now."""
        if self._card is None:
            self._card = self._read()
        return self._card

    def _read(self) -> Card:
        picture, inventory = self._picture, self._picture.inventory
        layout = picture.layout
        stores, vms = [], tuple(self.slots.vms)
        for id_ in layout.ties.of_host.get(self._host, ()):
            store = inventory.datastores.get(id_)
            if store is not None and layout.ties.local.get(id_) == self._host:
                free = QCoreApplication.translate("Topology", "{size} free")
                text = free.format(size=words.quantity(store.free_bytes, "bytes"))
                fill = 1.0 - store.free_bytes / store.capacity_bytes if store.capacity_bytes else 0.0
                stores.append((id_, store.name, text, fill, layout.boxes[id_]))
        return Card(
            id=self._host,
            box=self.box,
            plan=layout.plans[self._host],
            facts=host_facts(inventory, inventory.hosts[self._host]),
            read_chips=lambda: [chip_facts(inventory.vms[vm]) if vm else None for vm in vms],
            slots=self.slots.count,
            stores=stores,
        )

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        picture = self._picture
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, picture.detail >= Detail.NEAR)
        _PAINTERS[picture.detail](painter, self.card(), picture)
