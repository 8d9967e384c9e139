"""Chips on a card: each in a place of its own, found where it is drawn, and where it was before."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.card import CARD_W, FOOT_H, HEADER_H, card_plan, chip_box, foot_boxes, slot_at
from vmotion_gui.gui.topology.slots import Slots

_IDS = st.lists(st.sampled_from([f"vm-{k}" for k in range(12)]), unique=True)


@given(st.integers(0, 60), st.integers(0, 90), st.booleans())
def test_chips_lie_on_the_card_apart_from_each_other_and_are_found(most: int, slots: int, foot: bool) -> None:
    plan = card_plan(most, foot)
    card = Box(37.0, -12.0, CARD_W, plan.height)
    room = Box(card.x, card.y + HEADER_H, card.w, card.h - HEADER_H - (FOOT_H if foot else 0.0))
    chips = [chip_box(card, plan, slot, slots) for slot in range(slots)]
    assert all(room.holds(chip) for chip in chips)
    assert not any(a.overlaps(b) for a, b in itertools.pairwise(chips))
    assert [slot_at(card, plan, slots, *chip.center) for chip in chips] == list(range(slots))


def test_between_chips_there_is_none() -> None:
    plan = card_plan(9, foot=False)
    card = Box(0.0, 0.0, CARD_W, plan.height)
    first = chip_box(card, plan, 0, 9)
    assert slot_at(card, plan, 9, first.right + 1.0, first.center[1]) == -1
    assert slot_at(card, plan, 9, first.center[0], first.bottom + 1.0) == -1
    assert slot_at(card, plan, 9, first.center[0], card.y + 3.0) == -1


@given(st.integers(1, 6))
def test_local_datastores_lie_side_by_side_at_the_foot(count: int) -> None:
    card = Box(10.0, 20.0, CARD_W, card_plan(6, foot=True).height)
    boxes = foot_boxes(card, count)
    assert len(boxes) == count
    assert all(card.holds(box) for box in boxes)
    assert not any(a.overlaps(b) for a, b in itertools.pairwise(boxes))


@given(_IDS, _IDS)
def test_who_stays_keeps_the_place(before: list[str], after: list[str]) -> None:
    slots = Slots(before)
    places = {vm: slots.slot_of(vm) for vm in before}
    slots.update(after)
    assert sorted(vm for vm in slots.vms if vm) == sorted(after)
    assert all(slots.slot_of(vm) == places[vm] for vm in after if vm in places)


def test_a_hole_is_taken_by_the_next_one_that_arrives() -> None:
    slots = Slots(["a", "b", "c"])
    slots.update(["a", "c"])
    assert list(slots.vms) == ["a", "", "c"]
    slots.update(["a", "c", "d"])
    assert list(slots.vms) == ["a", "d", "c"]


def test_a_reserved_slot_is_kept_for_the_one_on_its_way() -> None:
    slots = Slots(["a"])
    assert slots.reserve("x") == 1
    assert slots.reserve("y") == 2
    assert slots.reserve("x") == 1
    slots.update(["a", "z"])
    assert slots.slot_of("z") == 3
    slots.update(["a", "z", "y"])
    assert slots.slot_of("y") == 2
    slots.release("x")
    assert slots.reserve("w") == 1
