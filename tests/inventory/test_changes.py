"""Changes make the next inventory, and their inverses take them back."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import inventory_changes, labs
from vmotion_gui.inventory import changes as c
from vmotion_gui.inventory.estate import Inventory

GIB = 1024**3


@st.composite
def _inventory_and_changes(draw: st.DrawFn) -> tuple[Inventory, tuple[c.Change, ...]]:
    inventory = draw(labs()).inventory
    made = draw(st.lists(inventory_changes(inventory), max_size=6))
    if draw(st.booleans()):
        made.append(c.EntityRemoved(id=draw(st.sampled_from(sorted(inventory.vms)))))
    return inventory, tuple(made)


@given(_inventory_and_changes())
@settings(max_examples=60, deadline=None)
def test_changes_and_their_inverses_restore_the_inventory(
    case: tuple[Inventory, tuple[c.Change, ...]],
) -> None:
    inventory, made = case
    inverses = c.inverse_all(inventory, made)
    after = c.apply_all(inventory, made)
    back = c.apply_all(after, inverses)
    assert back == inventory
    for host in inventory.hosts:
        assert sorted(back.vms_on(host)) == sorted(inventory.vms_on(host))


@given(_inventory_and_changes())
@settings(max_examples=40, deadline=None)
def test_no_vm_is_ever_on_two_hosts_or_lost(case: tuple[Inventory, tuple[c.Change, ...]]) -> None:
    inventory, made = case
    after = c.apply_all(inventory, made)
    placed = [vm for host in after.hosts for vm in after.vms_on(host)]
    assert sorted(placed) == sorted(after.vms)


@given(_inventory_and_changes())
@settings(max_examples=40, deadline=None)
def test_a_change_that_was_saved_is_equal(case: tuple[Inventory, tuple[c.Change, ...]]) -> None:
    inventory, made = case
    every = (*made, *c.inverse_all(inventory, made))
    assert msgspec.json.decode(msgspec.json.encode(every), type=tuple[c.Change, ...]) == every


@given(labs())
@settings(max_examples=20, deadline=None)
def test_the_inventory_before_stays_as_it_was(lab: object) -> None:
    inventory = lab.inventory  # type: ignore[attr-defined]  # hypothesis hands out a Lab
    before = Inventory(inventory)
    vm = next(iter(inventory.vms.values()))
    c.VmMoved(vm=vm.id, host=next(reversed(inventory.hosts))).apply(inventory)
    c.FieldsChanged(id=vm.id, fields={"memory_bytes": 8 * GIB}).apply(inventory)
    c.EntityRemoved(id=vm.id).apply(inventory)
    assert inventory == before


def test_a_change_of_what_is_not_there_is_a_key_error() -> None:
    for change in (
        c.VmMoved(vm="vm", host="h"),
        c.FieldsChanged(id="vm", fields={}),
        c.EntityRemoved(id="vm"),
    ):
        with pytest.raises(KeyError):
            change.apply(Inventory())


@given(labs())
@settings(max_examples=10, deadline=None)
def test_a_value_that_is_not_allowed_is_refused(lab: object) -> None:
    inventory = lab.inventory  # type: ignore[attr-defined]  # as above
    host = next(iter(inventory.hosts))
    with pytest.raises(msgspec.ValidationError):
        c.FieldsChanged(id=host, fields={"cores": 0}).apply(inventory)
