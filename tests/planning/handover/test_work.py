"""From migrations of a lab to steps."""

from __future__ import annotations

import pytest

from vmotion_gui import resources
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.handover import work as w


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return load(resources.path("labs/demo.json")).inventory


def test_names_instead_of_ids(inventory: Inventory) -> None:
    vm = next(vm for vm in inventory.vms.values() if vm.power_state == "poweredOn")
    source = inventory.hosts[vm.host]
    other = next(h for h in inventory.hosts.values() if h.cluster == source.cluster and h.id != source.id)
    step = w.move_of(inventory, MigrationSpec(vm=vm.id, host=other.id, priority="highPriority"), wave=3)
    assert step == w.Move(
        vm=w.Machine(name=vm.name, instance_uuid=vm.instance_uuid),
        source=source.name,
        host=other.name,
        high_priority=True,
        wave=3,
    )


def test_another_vcenter_is_left_to_people_and_single_disks_are_named(inventory: Inventory) -> None:
    vm = next(vm for vm in inventory.vms.values() if vm.disks)
    here = inventory.vcenter_of_host(inventory.hosts[vm.host]).id
    far = next(h for h in inventory.hosts.values() if inventory.vcenter_of_host(h).id != here)
    assert isinstance(w.move_of(inventory, MigrationSpec(vm=vm.id, host=far.id)), w.ByHand)
    store = next(id_ for id_ in inventory.datastores if id_ not in vm.datastores)
    label = vm.disks[0].label
    step = w.move_of(inventory, MigrationSpec(vm=vm.id, disks={label: store}))
    assert isinstance(step, w.MoveFiles)
    assert (step.home, step.moving, dict(step.disks)[label]) == ("", (label,), inventory.datastores[store].name)


def test_only_neighbours_of_a_wave_start_together() -> None:
    def move(name: str, wave: int) -> w.Move:
        return w.Move(vm=w.Machine(name=name), source="s", host="h", wave=wave)

    steps = (move("a", 0), move("b", 0), w.ExitMaintenance(host="h"), move("c", 0), move("d", 1))
    assert [len(group) for group in w.waves(steps)] == [2, 1, 1, 1]
