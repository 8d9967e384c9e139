"""The scene follows the inventory item by item, and shows as much as can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.gui.theme import DARK, LIGHT, Theme
from vmotion_gui.gui.topology.picture import COLLAPSE_ABOVE, Detail, detail_for
from vmotion_gui.gui.topology.scene import TopologyScene
from vmotion_gui.inventory.changes import EntityRemoved, FieldsChanged, VmMoved
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory

_SIZE = (1200, 800)


def _nothing() -> None:
    """No overlay to clear."""


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[TopologyScene]:
    holder = QObject()
    yield TopologyScene(load(resources.path("labs/demo.json")).inventory, LIGHT, holder)
    holder.deleteLater()


def _shown(scene: TopologyScene, id_: str, scale: float, detail: Detail) -> QImage:
    """The scene around an object, as a picture with that object's top left corner at (10, 10)."""
    box = scene.box_of(id_)
    assert box is not None
    scene.picture.scale, scene.picture.detail = scale, detail
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    seen = QRectF(box.x - 10.0 / scale, box.y - 10.0 / scale, _SIZE[0] / scale, _SIZE[1] / scale)
    scene.render(painter, QRectF(0.0, 0.0, *_SIZE), seen)
    painter.end()
    return image


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, _SIZE[0], 3) for y in range(0, _SIZE[1], 3)}


# --- level of detail --------------------------------------------------------------------------------------------------


def test_more_is_shown_the_nearer_one_comes() -> None:
    scales = [0.05, 0.15, 0.25, 0.45, 0.8, 1.0, 2.0]
    details = [detail_for(scale, 50) for scale in scales]
    assert details == sorted(details)
    assert set(details) == set(Detail)


def test_many_objects_collapse_below_reading_zoom_and_never_at_it() -> None:
    assert detail_for(0.8, COLLAPSE_ABOVE) == Detail.NEAR
    assert detail_for(0.8, COLLAPSE_ABOVE + 1) == Detail.MID
    assert detail_for(1.0, 10_000) == Detail.NEAR


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("scale", "detail"), [(0.12, Detail.FAR), (0.27, Detail.SUMMARY), (0.5, Detail.MID), (1.0, Detail.NEAR)]
)
def test_every_level_paints_in_the_themes_colours(
    scene: TopologyScene, theme: Theme, scale: float, detail: Detail
) -> None:
    scene.dress(theme)
    colours = _colours(_shown(scene, "cluster-prod", scale, detail))
    assert QColor(theme.raised).name() in colours
    assert QColor(theme.panel).name() in colours
    assert len(colours) > 4


# --- in step with the inventory ---------------------------------------------------------------------------------------


def _refreshed_by(scene: TopologyScene, change: Callable[[Inventory], Inventory]) -> set[str]:
    before = {host: item.card() for host, item in scene.hosts.items()}
    assert not scene.follow(change(scene.picture.inventory), before_rebuild=_nothing)
    return {host for host, item in scene.hosts.items() if item.card() is not before[host]}


def test_a_move_redoes_two_cards(scene: TopologyScene) -> None:
    touched = _refreshed_by(scene, VmMoved(vm="vm-web-01", host="host-4").apply)
    assert touched == {"host-1", "host-4"}
    assert scene.host_of("vm-web-01") == "host-4"
    box = scene.box_of("vm-web-01")
    assert box is not None
    assert scene.picture.layout.boxes["host-4"].holds(box)
    assert scene.object_at(*box.center) == "vm-web-01"


def test_those_who_stay_keep_their_places(scene: TopologyScene) -> None:
    before = {vm: scene.box_of(vm) for vm in scene.picture.inventory.vms_on("host-1") if vm != "vm-web-01"}
    scene.follow(VmMoved(vm="vm-web-01", host="host-4").apply(scene.picture.inventory), before_rebuild=_nothing)
    assert {vm: scene.box_of(vm) for vm in before} == before


def test_a_hosts_state_redoes_its_card_alone(scene: TopologyScene) -> None:
    change = FieldsChanged(id="host-2", fields={"maintenance_state": "inMaintenance"})
    assert _refreshed_by(scene, change.apply) == {"host-2"}
    assert scene.hosts["host-2"].card().facts.state == "maintenance"


def test_a_local_datastore_redoes_its_hosts_card(scene: TopologyScene) -> None:
    change = FieldsChanged(id="datastore-local-3", fields={"free_bytes": 1024**3})
    assert _refreshed_by(scene, change.apply) == {"host-3"}
    assert "1.00 GB" in scene.hosts["host-3"].card().stores[0][2]


def test_a_link_that_fails_is_drawn_anew(scene: TopologyScene) -> None:
    before = scene.nodes["link-wan"].facts().line
    scene.follow(
        FieldsChanged(id="link-wan", fields={"state": "down"}).apply(scene.picture.inventory), before_rebuild=_nothing
    )
    assert scene.nodes["link-wan"].facts().state == "down"
    assert scene.nodes["link-wan"].facts().line != before


def test_a_host_that_goes_makes_a_new_picture(scene: TopologyScene) -> None:
    told: list[str] = []
    inventory = scene.picture.inventory
    for vm in inventory.vms_on("host-24"):
        inventory = EntityRemoved(id=vm).apply(inventory)
    inventory = EntityRemoved(id="host-24").apply(inventory)
    assert scene.follow(inventory, before_rebuild=lambda: told.append("rebuilt"))
    assert told == ["rebuilt"]
    assert "host-24" not in scene.hosts
    assert scene.box_of("host-24") is None


def test_frames_count_what_is_in_them(scene: TopologyScene) -> None:
    assert "5" in scene.frames["cluster-prod"].facts()[2]
    before = scene.frames["cluster-prod"].facts()[2]
    scene.follow(VmMoved(vm="vm-web-01", host="host-6").apply(scene.picture.inventory), before_rebuild=_nothing)
    assert scene.frames["cluster-prod"].facts()[2] != before


# --- marks ------------------------------------------------------------------------------------------------------------


def test_verdicts_tint_cards_at_every_level(scene: TopologyScene) -> None:
    verdicts = Checker(scene.picture.inventory).hosts_for(["vm-web-01"])
    for scale, detail in ((0.15, Detail.FAR), (0.27, Detail.SUMMARY), (0.5, Detail.MID), (1.0, Detail.NEAR)):
        corner = (round(10 + 6 * scale), round(10 + 8 * scale))
        scene.judge(None)
        plain = {host: _shown(scene, host, scale, detail).pixelColor(*corner) for host in ("host-2", "host-5")}
        scene.judge(verdicts)
        able, unable = (_shown(scene, host, scale, detail).pixelColor(*corner) for host in ("host-2", "host-5"))
        assert able.green() > able.red(), detail
        assert unable.red() > unable.green(), detail
        assert plain["host-5"] != unable


def test_every_object_is_found_at_its_middle(scene: TopologyScene) -> None:
    for vm in scene.picture.inventory.vms:
        box = scene.box_of(vm)
        assert box is not None
        assert scene.object_at(*box.center) == vm
    for node in (*scene.nodes, *scene.picture.layout.ties.local):
        assert scene.object_at(*scene.picture.layout.boxes[node].center) == node
    assert scene.object_at(-500.0, -500.0) == ""


def test_hover_and_selection_light_the_edges_of_an_object(scene: TopologyScene) -> None:
    quiet = _shown(scene, "vcenter-hq", 0.5, Detail.MID)
    scene.hover("host-1")
    hovered = _shown(scene, "vcenter-hq", 0.5, Detail.MID)
    assert quiet != hovered
    scene.hover("")
    assert _shown(scene, "vcenter-hq", 0.5, Detail.MID) == quiet
    scene.select(["datastore-vmfs-01"])
    assert _shown(scene, "vcenter-hq", 0.5, Detail.MID) != quiet


def test_the_graph_shows_the_same_objects(scene: TopologyScene) -> None:
    nested = set(scene.placed_ids)
    scene.set_mode("graph")
    assert set(scene.placed_ids) == nested
    box = scene.box_of("vm-web-01")
    assert box is not None
    assert scene.object_at(*box.center) == "vm-web-01"
    assert len(_colours(_shown(scene, "host-1", 0.5, Detail.MID))) > 4
