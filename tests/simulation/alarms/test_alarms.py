"""Alarms turn yellow and red as vCenter's do, in simulated time, and are those of then when one goes back."""

from __future__ import annotations

import math
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, EntityPut, FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, HostFailed, InjectFault, RepairFault
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.simulation.alarms.definitions import DEFINITIONS
from vmotion_gui.simulation.alarms.log import Alarm, AlarmLog, Key
from vmotion_gui.simulation.embedded import EmbeddedBackend

GIB = 1024**3
STORE = "datastore-0-0"
USAGE = Key(STORE, "datastore.usage")


def estate() -> Inventory:
    """Two healthy hosts with one VM each."""
    return generate(2, 2, clusters_of=2)


def edit(backend: EmbeddedBackend, *changes: Change) -> None:
    assert backend.submit(EditInventory(changes=changes)).accepted


def fields(id_: str, **values: Any) -> Change:
    return FieldsChanged(id=id_, fields=values)


def levels(backend: EmbeddedBackend) -> dict[Key, int]:
    return {alarm.key: alarm.level for alarm in backend.alarms().at(backend.now_s)}


def fill(backend: EmbeddedBackend, share: float) -> None:
    store = backend.inventory.datastores[STORE]
    edit(backend, fields(STORE, free_bytes=int(store.capacity_bytes * (1.0 - share))))


def with_memory(host: e.Host, inventory: Inventory, share: float) -> e.Host:
    used = sum(inventory.vms[id_].memory_bytes for id_ in inventory.vms_on(host.id))
    return msgspec.structs.replace(host, memory_bytes=int(used / share))


def test_a_healthy_estate_has_none() -> None:
    backend = EmbeddedBackend(Lab(inventory=estate()))
    assert backend.alarms().at(0.0) == ()
    assert backend.alarms().next_turn_s(0.0) == math.inf


def test_a_full_datastore_is_told_at_once_yellow_then_red_then_green() -> None:
    backend = EmbeddedBackend(Lab(inventory=estate()))
    for share, level in ((0.80, 1), (0.90, 2), (0.78, 1), (0.5, None)):
        fill(backend, share)
        assert levels(backend).get(USAGE) == level
        backend.advance(backend.now_s + 1.0)
    turns = [(turn.time_s, turn.before, turn.after) for turn in backend.alarms().turns(backend.now_s)]
    assert turns == [(0.0, 0, 1), (1.0, 1, 2), (2.0, 2, 1), (3.0, 1, 0)]


def test_a_load_must_hold_for_five_minutes_without_a_break() -> None:
    inventory = estate()
    backend = EmbeddedBackend(Lab(inventory=inventory))
    host, calm = next(iter(inventory.hosts.values())), next(iter(inventory.hosts.values()))
    key = Key(host.id, "host.memory")

    def load(share: float) -> None:
        edit(backend, EntityPut.of(with_memory(host, inventory, share)))

    backend.advance(100.0)
    load(0.95)
    assert backend.alarms().next_turn_s(backend.now_s) == 400.0
    backend.advance(350.0)
    edit(backend, EntityPut.of(calm))
    backend.advance(360.0)
    load(0.8)
    backend.advance(659.0)
    assert key not in levels(backend)
    backend.advance(660.0)
    assert levels(backend)[key] == 1
    load(0.95)
    backend.advance(959.0)
    assert levels(backend)[key] == 1
    backend.advance(960.0)
    assert levels(backend)[key] == 2
    load(0.8)
    assert levels(backend)[key] == 1


def test_what_was_so_when_the_lab_began_has_been_so_for_long() -> None:
    inventory = estate()
    host = with_memory(next(iter(inventory.hosts.values())), inventory, 0.95)
    backend = EmbeddedBackend(Lab(inventory=inventory.with_entities([host])))
    (alarm,) = backend.alarms().at(0.0)
    assert alarm == Alarm(key=Key(host.id, "host.memory"), level=2, since_s=-math.inf)


def test_a_host_that_fails_and_lost_uplinks_are_told() -> None:
    inventory = estate()
    backend = EmbeddedBackend(Lab(inventory=inventory))
    host = next(iter(inventory.hosts.values()))
    backend.submit(InjectFault(fault=HostFailed(host=host.id)))
    assert levels(backend) == {Key(host.id, "host.connection"): 2}
    backend.submit(RepairFault(fault=HostFailed(host=host.id)))
    assert levels(backend) == {}
    pnics = tuple(
        e.PhysicalNic(device=f"vmnic{number}", switch="switch-1", speed_bits_per_s=speed)
        for number, speed in enumerate((10_000_000_000, 0))
    )
    edit(backend, EntityPut.of(msgspec.structs.replace(host, pnics=pnics)))
    assert levels(backend) == {Key(host.id, "host.redundancy"): 1}
    dead = tuple(msgspec.structs.replace(nic, speed_bits_per_s=0) for nic in pnics)
    edit(backend, EntityPut.of(msgspec.structs.replace(host, pnics=dead)))
    assert levels(backend) == {Key(host.id, "host.network"): 2}


def test_a_busy_vm_is_told_while_it_runs() -> None:
    inventory = estate()
    backend = EmbeddedBackend(Lab(inventory=inventory))
    vm = next(vm for vm in inventory.vms.values() if vm.power_state == "poweredOn")
    phase = WorkloadPhase(cpu_load=0.95, working_set_bytes=int(0.8 * vm.memory_bytes))
    busy = msgspec.structs.replace(vm, workload=Workload(phases=(phase,)))
    edit(backend, EntityPut.of(busy))
    backend.advance(300.0)
    assert levels(backend) == {Key(vm.id, "vm.cpu"): 2, Key(vm.id, "vm.memory"): 1}
    edit(backend, fields(vm.id, power_state="poweredOff"))
    assert levels(backend) == {}


def test_acknowledged_and_reset_until_it_turns_again() -> None:
    backend = EmbeddedBackend(Lab(inventory=estate()))
    log = backend.alarms()
    fill(backend, 0.8)
    backend.advance(10.0)
    log.acknowledge(USAGE, backend.now_s)
    assert [alarm.acknowledged for alarm in log.at(backend.now_s)] == [True]
    assert [alarm.acknowledged for alarm in log.at(5.0)] == [False]
    log.reset(USAGE, backend.now_s)
    assert log.at(backend.now_s) == ()
    backend.advance(20.0)
    fill(backend, 0.9)
    assert [(alarm.level, alarm.acknowledged) for alarm in log.at(backend.now_s)] == [(2, False)]


@given(st.lists(st.tuples(st.floats(1.0, 400.0), st.sampled_from((0.5, 0.8, 0.95))), max_size=12), st.data())
def test_going_back_shows_what_was_then_and_a_branch_knows_its_past(
    steps: list[tuple[float, float]], data: st.DataObject
) -> None:
    inventory = estate()
    backend = EmbeddedBackend(Lab(inventory=inventory))
    host = next(iter(inventory.hosts.values()))
    seen = {0.0: backend.alarms().at(0.0)}
    for pause_s, share in steps:
        edit(backend, EntityPut.of(with_memory(host, inventory, share)))
        fill(backend, share)
        seen[backend.now_s] = backend.alarms().at(backend.now_s)
        backend.advance(backend.now_s + pause_s)
        seen[backend.now_s] = backend.alarms().at(backend.now_s)
    for moment in data.draw(st.lists(st.sampled_from(sorted(seen)), max_size=4)):
        backend.rewind(moment)
        assert backend.alarms().at(moment) == seen[moment]
    now_s, before = backend.now_s, backend.alarms()
    fill(backend, 0.95)
    assert {alarm.key for alarm in backend.alarms().at(now_s)} >= {USAGE}
    if backend.alarms() is not before:
        past = [time_s for time_s in seen if time_s < now_s]
        assert [backend.alarms().at(time_s) for time_s in past] == [seen[time_s] for time_s in past]


def test_every_definition_has_words() -> None:
    for language in LANGUAGES:
        words = catalogue(language)
        for definition in DEFINITIONS:
            assert {definition.name.key, definition.why.key} <= words.keys


def test_a_log_of_its_own_reads_the_estate_it_was_given() -> None:
    inventory = estate()
    store = inventory.datastores[STORE]
    full = msgspec.structs.replace(store, free_bytes=store.capacity_bytes // 10)
    assert [alarm.key for alarm in AlarmLog(inventory.with_entities([full])).at(0.0)] == [USAGE]
