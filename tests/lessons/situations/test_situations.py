"""Each situation shows what its name says, and its goal can be reached, but is not reached by doing nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import msgspec
import pytest

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import EntityPut
from vmotion_gui.inventory.commands import EditInventory, EnterMaintenanceMode, Migrate, MigrationSpec
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.lessons.situations.table import SITUATIONS, Situation
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.status import Phase

BY_ID = {situation.id: situation for situation in SITUATIONS}
OVER = MigrationSpec(vm="vm-1", host="host-2")
HOME = MigrationSpec(vm="vm-1", host="host-1")


def begun(situation: Situation) -> EmbeddedBackend:
    """Opened, with all that begins by itself at its end."""
    backend = EmbeddedBackend(situation.make())
    for spec in situation.begins:
        assert backend.submit(Migrate(spec=spec)).accepted
    backend.advance(600.0)
    return backend


def put(backend: EmbeddedBackend, id_: str, **fields: object) -> None:
    entity = backend.inventory.get(id_)
    assert entity is not None
    changed = msgspec.structs.replace(entity, **fields)
    assert backend.submit(EditInventory(changes=(EntityPut.of(changed),))).accepted


def move(backend: EmbeddedBackend, *specs: MigrationSpec) -> None:
    """One after the other, each to its end."""
    for spec in specs:
        ticket = backend.submit(Migrate(spec=spec))
        assert ticket.accepted
        backend.advance(backend.now_s + 600.0)
        assert backend.phase(ticket.id) is Phase.COMPLETED


def faster(backend: EmbeddedBackend) -> None:
    for id_ in ("host-1", "host-2"):
        host = backend.inventory.hosts[id_]
        put(
            backend,
            id_,
            pnics=tuple(msgspec.structs.replace(nic, speed_bits_per_s=25_000_000_000) for nic in host.pnics),
        )
    move(backend, HOME, OVER)


def without_other_traffic(backend: EmbeddedBackend) -> None:
    pnics = backend.inventory.hosts["host-1"].pnics
    put(backend, "host-1", pnics=tuple(msgspec.structs.replace(nic, loads=()) for nic in pnics))
    move(backend, HOME, OVER)


def in_turn(backend: EmbeddedBackend) -> None:
    move(backend, HOME, OVER, MigrationSpec(vm="vm-2", host="host-1"))


def jumbo(backend: EmbeddedBackend) -> None:
    adapters = backend.inventory.hosts["host-2"].vmk_adapters
    put(backend, "host-2", vmk_adapters=tuple(msgspec.structs.replace(vmk, mtu=9000) for vmk in adapters))
    move(backend, OVER)


def power_cycled(backend: EmbeddedBackend) -> None:
    put(backend, "vm-1", power_state="poweredOff")
    move(backend, OVER)
    put(backend, "vm-1", power_state="poweredOn", min_required_evc_mode_key="intel-skylake")


def mounted(backend: EmbeddedBackend) -> None:
    mounts = backend.inventory.hosts["host-2"].mounts
    put(backend, "host-2", mounts=(*mounts, e.DatastoreMount(datastore="ds-array-2")))
    move(backend, OVER)


def unreserved(backend: EmbeddedBackend) -> None:
    for vm in list(backend.inventory.vms):
        put(backend, vm, memory_reservation_bytes=0)
    emptied(backend)


def emptied(backend: EmbeddedBackend) -> None:
    assert backend.submit(EnterMaintenanceMode(host="host-1")).accepted
    backend.advance(backend.now_s + 600.0)


def switched_off(backend: EmbeddedBackend) -> None:
    put(backend, "vm-3", power_state="poweredOff")
    emptied(backend)


CURES: dict[str, Callable[[EmbeddedBackend], None]] = {
    "justNot": faster,
    "saturated": without_other_traffic,
    "shared": in_turn,
    "wrongMtu": jumbo,
    "evcMismatch": power_cycled,
    "missingDatastore": mounted,
    "nMinus1": unreserved,
    "cannotLeave": switched_off,
}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: str(situation.id))
def test_the_goal_is_reached_by_what_the_hint_says_and_not_by_waiting(situation: Situation) -> None:
    assert not situation.reached(EmbeddedBackend(situation.make()))
    backend = begun(situation)
    assert situation.reached(backend) is (situation.id == "converges")
    if situation.id in CURES:
        CURES[situation.id](backend)
        assert situation.reached(backend)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: str(situation.id))
def test_its_lab_is_sound_and_its_words_are_there(situation: Situation) -> None:
    lab = situation.make()
    assert lab.inventory.get(situation.selected) is not None
    assert not validate_lab(lab)
    for language in LANGUAGES:
        keys = {situation.name.key, situation.goal.key, situation.hint.key, situation.lesson.key}
        assert keys <= catalogue(language).keys


def test_one_converges_and_the_next_just_does_not() -> None:
    passes = begun(BY_ID["converges"]).migrations()["migration-1"].passes
    sizes = [one.sent_bytes for one in passes]
    assert all(later < 0.5 * earlier for earlier, later in itertools.pairwise(sizes))
    events = {event.type for event in begun(BY_ID["justNot"]).events}
    assert "GuestThrottled" in events


def test_a_full_link_takes_more_than_twice_as_long_and_two_moves_share_one() -> None:
    loaded = begun(BY_ID["saturated"])
    without_other_traffic(loaded)
    first, *_, last = loaded.migrations().values()
    assert (first.total_s or 0.0) > 2.0 * (last.total_s or 0.0)
    both = begun(BY_ID["shared"])
    together = sum(status.sent_bytes for status in both.migrations().values())
    in_turn(both)
    *_, alone, _back = both.migrations().values()
    assert 2.0 * alone.sent_bytes < together


def test_the_checks_say_why() -> None:
    rules = {}
    for id_ in ("wrongMtu", "evcMismatch", "missingDatastore"):
        verdict = Checker(BY_ID[id_].make().inventory).check(OVER)
        rules[id_] = {reason.rule for reason in verdict.reasons}
    assert rules == {"wrongMtu": {"vmotion.mtu"}, "evcMismatch": {"cpu.evc"}, "missingDatastore": {"ds.config"}}


def test_a_host_that_cannot_be_emptied_says_who_stays() -> None:
    for id_, kind, vms in (("nMinus1", "failover", {"vm-11", "vm-12"}), ("cannotLeave", "noHost", {"vm-3"})):
        backend = begun(BY_ID[id_])
        emptied(backend)
        (task,) = backend.tasks().values()
        assert task.state == "running"
        assert {(blocker.vm, blocker.kind) for blocker in task.blockers} == {(vm, kind) for vm in vms}
