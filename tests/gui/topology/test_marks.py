"""What is told beside the picture itself: tooltips, marks for hosts out of sight, counts on frames."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRectF

from tests.gui.topology.conftest import Stage
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.topology.edge_marks import EdgeMarks
from vmotion_gui.gui.topology.items_frame import verdict_counts
from vmotion_gui.gui.topology.tooltips import tooltip


def test_everything_that_is_drawn_has_a_tooltip_with_its_name(stage: Stage) -> None:
    for id_ in (*stage.view.picture.placed_ids, *stage.inventory.vms):
        entity = stage.inventory.get(id_)
        assert entity is not None
        text = tooltip(stage.inventory, id_)
        assert f"<b>{entity.name}" in text
        assert text.count("<br>") >= 1
    assert tooltip(stage.inventory, "no such id") == ""


def test_a_name_cannot_break_the_tooltip(stage: Stage) -> None:
    vm = stage.inventory.vms["vm-web-01"]
    odd = stage.inventory.with_entities([msgspec.structs.replace(vm, name="<img src=x> & co")])
    assert "&lt;img src=x&gt; &amp; co" in tooltip(odd, "vm-web-01")


def test_a_vms_tooltip_says_where_it_is_and_what_it_has(stage: Stage) -> None:
    vm = stage.inventory.vms["vm-web-01"]
    text = tooltip(stage.inventory, vm.id)
    assert stage.inventory.hosts[vm.host].name in text
    assert stage.inventory.datastores[vm.home_datastore].name in text
    assert "Powered on" in text


def test_frames_count_verdicts_of_their_hosts(stage: Stage) -> None:
    verdicts = stage.session.checker().hosts_for(["vm-web-01"])
    stage.view.set_verdicts(verdicts)
    picture = stage.view.picture.picture
    hosts = stage.view.picture.frames["vcenter-hq"].hosts
    counts = dict(verdict_counts(picture, hosts))
    assert sum(counts.values()) == len(hosts) == 12
    assert counts[Severity.ERROR] == sum(verdicts.of(host) == Severity.ERROR for host in hosts)
    stage.view.set_verdicts(None)
    assert verdict_counts(picture, hosts) == []


def test_hosts_out_of_sight_are_counted_at_the_edge_where_they_are(stage: Stage) -> None:
    marks = EdgeMarks(stage.view.picture, stage.view.viewport())
    stage.view.picture.judge(stage.session.checker().hosts_for(["vm-web-01"]))
    boxes = stage.view.picture.picture.layout.boxes
    marks.judge(QRectF(*boxes["cluster-prod"]), 1.0)
    assert set(stage.inventory.hosts_in("cluster-dr")) <= set(marks.sides["right"])
    assert set(stage.inventory.hosts_in("cluster-db")) <= set(marks.sides["down"])
    counted = [host for hosts in marks.sides.values() for host in hosts]
    assert sorted(counted) == sorted(set(stage.inventory.hosts) - set(stage.inventory.hosts_in("cluster-prod")))
    marks.judge(stage.view.sceneRect(), 1.0)
    assert marks.sides == {}
    stage.view.picture.judge(None)
