"""Every host as a target for VMs that bring their files: the same answers as a drop with the storage gives."""

from __future__ import annotations

import pytest

from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.steps import at_once
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory.document import load
from vmotion_gui.planning.drop import plan_drop
from vmotion_gui.planning.targets import StorageTargets, storage_targets


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load(resources.path("labs/demo.json")).inventory)


def _targets(checker: Checker, *vm_ids: str) -> StorageTargets:
    return at_once(storage_targets(checker, vm_ids, {}))


def _possible(severity: int) -> bool:
    return severity < Severity.ERROR


def test_each_host_is_marked_as_the_drop_will_be_judged(checker: Checker) -> None:
    for vm_id in list(checker.inventory.vms)[::17]:
        targets = _targets(checker, vm_id)
        for host, severity in zip(targets.host_ids, targets.severity, strict=True):
            assert severity == plan_drop(checker, [vm_id], host, with_storage=True).severity, (vm_id, host)


def test_several_vms_need_room_for_all(checker: Checker) -> None:
    crowd = [vm.id for vm in checker.inventory.vms.values() if vm.host == "host-1" and not vm.template]
    targets = _targets(checker, *crowd)
    for host, severity in zip(targets.host_ids, targets.severity, strict=True):
        assert _possible(severity) == _possible(plan_drop(checker, crowd, host, with_storage=True).severity), host


def test_a_host_without_the_datastore_is_a_target_when_the_files_come_along(checker: Checker) -> None:
    opened = [
        (vm_id, host)
        for vm_id in checker.inventory.vms
        for host, alone, along in zip(
            checker.columns.ids, checker.hosts(vm_id).severity, _targets(checker, vm_id).severity, strict=True
        )
        if not _possible(alone) and _possible(along)
    ]
    assert opened
    vm_id, host = opened[0]
    assert all(_possible(reason.severity) for reason in _targets(checker, vm_id).reasons(host))
    assert {reason.rule for reason in checker.hosts(vm_id).reasons(host)} - {
        reason.rule for reason in _targets(checker, vm_id).reasons(host)
    }
