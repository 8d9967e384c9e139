"""Laws of maintenance mode, whatever the estate and whatever people do meanwhile."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import worlds as w
from tests.simulation.laws import law
from tests.simulation.tasks.estates import AUTOMATIC
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    CancelTask,
    Command,
    EditInventory,
    EnterMaintenanceMode,
    ExitMaintenanceMode,
    HostFailed,
    InjectFault,
    RepairFault,
    TimedCommand,
    VmotionNetworkLost,
)
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.engine import Engine

_GIB = w.GIB
_HOSTS = st.sampled_from(["h-1", "h-2", "h-3"])
_LEVELS: st.SearchStrategy[e.DrsBehavior] = st.sampled_from(["fullyAutomated", "partiallyAutomated", "manual"])
_END_S = 3000.0


@st.composite
def _machines(draw: st.DrawFn) -> list[e.VirtualMachine]:
    return [
        w.vm(
            number,
            on=draw(st.sampled_from(["h-1", "h-1", "h-2", "h-3"])),
            memory=draw(st.integers(1, 12)) * _GIB,
            writes=draw(st.sampled_from([0.0, 3000.0])),
            working_set=200 * w.MIB,
            power_state=draw(st.sampled_from(["poweredOn", "poweredOn", "poweredOn", "poweredOff", "suspended"])),
            drs_behavior=draw(st.sampled_from(["default", "default", "default", "disabled", "manual"])),
        )
        for number in range(1, draw(st.integers(2, 8)))
    ]


@st.composite
def _inventories(draw: st.DrawFn) -> w.Inventory:
    machines = draw(_machines())
    names = st.lists(st.sampled_from([vm.id for vm in machines]), min_size=2, max_size=3, unique=True).map(tuple)
    rules: tuple[e.ClusterRule, ...] = ()
    if len(machines) > 1:
        rules = draw(
            st.sampled_from(
                [
                    (),
                    (e.VmAntiAffinityRule(name="apart", vms=draw(names)),),
                    (e.VmAffinityRule(name="together", vms=draw(names)),),
                ]
            )
        )
    cluster = msgspec.structs.replace(
        AUTOMATIC,
        drs=e.DrsConfig(enabled=draw(st.sampled_from([True, True, False])), default_vm_behavior=draw(_LEVELS)),
        das=e.DasConfig(
            enabled=draw(st.booleans()),
            admission_control_enabled=draw(st.booleans()),
            failover_level=draw(st.integers(0, 2)),
        ),
        rules=rules,
    )
    hosts = [w.host(number, goodput=400.0 * w.MIB, memory_bytes=48 * _GIB) for number in (1, 2, 3)]
    return w.inventory(*hosts, *machines).with_entities([cluster])


def _power(state: str) -> st.SearchStrategy[Command]:
    changes = st.sampled_from(["vm-1", "vm-2"]).map(lambda vm: (FieldsChanged(id=vm, fields={"power_state": state}),))
    return st.builds(EditInventory, changes=changes)


_FAULTS = st.one_of(st.builds(HostFailed, host=_HOSTS), st.builds(VmotionNetworkLost, host=_HOSTS))
_ENTER = st.builds(
    EnterMaintenanceMode,
    host=_HOSTS,
    timeout_s=st.sampled_from([0.0, 0.0, 30.0, 900.0]),
    evacuate_powered_off=st.booleans(),
)
_OTHERS: st.SearchStrategy[Command] = st.one_of(
    st.builds(ExitMaintenanceMode, host=_HOSTS),
    st.builds(CancelTask, task=st.sampled_from(["task-1", "task-2"])),
    st.builds(ApplyRecommendations, task=st.sampled_from(["task-1", "task-2"])),
    st.builds(w.move, st.integers(1, 3), to=_HOSTS),
    st.builds(CancelMigration, migration=st.sampled_from(["migration-1", "migration-3"])),
)
_DISTURBING: st.SearchStrategy[Command] = st.one_of(
    st.builds(InjectFault, fault=_FAULTS),
    st.builds(RepairFault, fault=_FAULTS),
    _power("poweredOff"),
    _power("poweredOn"),
)


def _journals(commands: st.SearchStrategy[Command]) -> st.SearchStrategy[tuple[TimedCommand, ...]]:
    """One host that enters at the beginning, and whatever else in the next minutes."""
    later = st.lists(st.tuples(st.floats(0.0, 400.0), st.one_of(_ENTER, commands)), max_size=6)
    return st.tuples(_ENTER, later).map(
        lambda both: tuple(
            w.at(time_s, command) for time_s, command in [(0.0, both[0]), *sorted(both[1], key=lambda timed: timed[0])]
        )
    )


def _play(running: Engine) -> None:
    while (due := running.next_event_s) is not None and due < _END_S:
        running.advance(due, max_events=1)
        _nothing_runs_in_maintenance(running)


def _nothing_runs_in_maintenance(running: Engine) -> None:
    inventory = running.inventory
    for host in inventory.hosts.values():
        if host.maintenance_state == "inMaintenance":
            assert not [id_ for id_ in inventory.vms_on(host.id) if inventory.vms[id_].power_state == "poweredOn"]
        open_ = [t for t in running.tasks().values() if t.host == host.id and not t.ended]
        assert len(open_) == (host.maintenance_state == "entering"), "a host enters as long as its task runs"


@law
@given(inventory=_inventories(), commands=_journals(st.one_of(_OTHERS, _DISTURBING)))
def test_no_vm_ever_runs_on_a_host_in_maintenance_mode(
    inventory: w.Inventory, commands: tuple[TimedCommand, ...]
) -> None:
    running = Engine(Lab(inventory=inventory, commands=commands))
    _play(running)
    for task in running.tasks().values():
        assert 0.0 <= task.progress <= 1.0
        assert 0 <= task.left <= task.leaving
        running_there = [vm for vm in inventory.vms.values() if vm.host == task.host and vm.power_state == "poweredOn"]
        assert task.ended or task.blockers or not running_there or running.active_ids()


@law
@given(inventory=_inventories(), commands=_journals(_OTHERS))
def test_whatever_ends_it_every_vm_is_as_it_was_somewhere(
    inventory: w.Inventory, commands: tuple[TimedCommand, ...]
) -> None:
    """Without faults and people's switches, nothing changes a VM's power state."""
    running = Engine(Lab(inventory=inventory, commands=commands))
    _play(running)
    after = running.inventory
    assert {id_: vm.power_state for id_, vm in after.vms.items()} == {
        id_: vm.power_state for id_, vm in inventory.vms.items()
    }
    assert all(vm.host in after.hosts for vm in after.vms.values())
    if not running.active_ids():
        assert not w.still_held(running)


@law
@given(
    inventory=_inventories(),
    commands=_journals(st.one_of(_OTHERS, _DISTURBING)),
    steps=st.lists(st.floats(0.1, 300.0), min_size=1, max_size=8),
)
def test_slices_of_any_size_and_checkpoints_on_the_way_give_the_same(
    inventory: w.Inventory, commands: tuple[TimedCommand, ...], steps: list[float]
) -> None:
    lab = Lab(inventory=inventory, commands=commands)
    whole, sliced = Engine(lab), Engine(lab)
    whole.advance(_END_S)
    for step in steps:
        sliced.advance(sliced.now_s + step)
        kept = sliced.checkpoint()
        sliced.advance(min(_END_S, sliced.now_s + 50.0))
        sliced = Engine.restore(kept)
    sliced.advance(_END_S)
    assert (whole.events, whole.tasks(), whole.ordered) == (sliced.events, sliced.tasks(), sliced.ordered)
    assert whole.inventory == sliced.inventory


@law
@given(inventory=_inventories(), commands=_journals(_OTHERS), to_s=st.floats(0.0, 600.0))
def test_going_back_shows_the_task_as_it_was(
    inventory: w.Inventory, commands: tuple[TimedCommand, ...], to_s: float
) -> None:
    backend = EmbeddedBackend(Lab(inventory=inventory, commands=commands))
    backend.advance(to_s)
    then = (backend.tasks(), backend.inventory, tuple(backend.events))
    backend.advance(1500.0)
    end = (backend.tasks(), backend.inventory, tuple(backend.events))
    backend.rewind(to_s)
    assert (backend.tasks(), backend.inventory, tuple(backend.events)) == then
    backend.rewind(1500.0)
    assert (backend.tasks(), backend.inventory, tuple(backend.events)) == end


@law
@given(machines=_machines())
def test_drs_never_breaks_what_may_not_be_broken(machines: list[e.VirtualMachine]) -> None:
    """Every move that DRS asks for passes the table of rules at the moment of its check, and separates what must be."""
    names = tuple(vm.id for vm in machines)
    rules = (e.VmAntiAffinityRule(name="apart", vms=names[:2]),) if len(names) > 1 else ()
    cluster = msgspec.structs.replace(AUTOMATIC, rules=rules, das=e.DasConfig(enabled=False))
    inventory = w.inventory(*(w.host(n) for n in (1, 2, 3)), *machines).with_entities([cluster])
    broken = len({inventory.vms[id_].host for id_ in names[:2]}) < 2
    running = Engine(Lab(inventory=inventory, commands=(w.at(0.0, EnterMaintenanceMode(host="h-1")),)))
    running.advance(_END_S)
    assert all(running.status(id_).fault is None for id_ in running.migration_ids())
    if rules and not broken:
        assert len({running.inventory.vms[id_].host for id_ in names[:2]}) == 2
