"""The geometry of a host's card: header, load bars, chips in columns, local datastores at its foot. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from vmotion_gui.gui.topology.boxes import Box

CHIP_W, CHIP_H, CHIP_GAP = 104.0, 22.0, 5.0
COLUMNS = 3
PAD = 10.0
HEADER_H = 44.0
BARS_H = 26.0
FOOT_H = 28.0
CARD_W = 2 * PAD + COLUMNS * CHIP_W + (COLUMNS - 1) * CHIP_GAP
FREE_SLOTS = 2
"""Room for arrivals that a card keeps beyond the fullest host of its cluster."""


@dataclass(frozen=True)
class CardPlan:
    """What the cards of one cluster have in common."""

    rows: int
    foot: bool
    """Whether there is a strip for local datastores."""

    @property
    def height(self) -> float:
        chips = self.rows * (CHIP_H + CHIP_GAP) - CHIP_GAP
        return HEADER_H + BARS_H + chips + PAD + (FOOT_H if self.foot else 0.0)


def card_plan(most_vms: int, foot: bool) -> CardPlan:
    """Room for so many VMs and a few more."""
    return CardPlan(rows=max(2, math.ceil((most_vms + FREE_SLOTS) / COLUMNS)), foot=foot)


def chip_columns(plan: CardPlan, slots: int) -> int:
    """Columns that the chips need: the usual ones, more and narrower ones where a card is overfull."""
    return max(COLUMNS, math.ceil(slots / plan.rows))


def chip_box(card: Box, plan: CardPlan, slot: int, slots: int) -> Box:
    """The chip in a slot (from 0, row by row) of a card that shows `slots` of them."""
    columns = chip_columns(plan, slots)
    row, column = divmod(slot, columns)
    pitch = (card.w - 2 * PAD + CHIP_GAP) / columns
    x = card.x + PAD + column * pitch
    y = card.y + HEADER_H + BARS_H + row * (CHIP_H + CHIP_GAP)
    return Box(x, y, pitch - CHIP_GAP, CHIP_H)


def slot_at(card: Box, plan: CardPlan, slots: int, x: float, y: float) -> int:
    """The slot under a point; -1 between chips and outside of them."""
    columns = chip_columns(plan, slots)
    pitch = (card.w - 2 * PAD + CHIP_GAP) / columns
    column, in_x = divmod(x - card.x - PAD, pitch)
    row, in_y = divmod(y - card.y - HEADER_H - BARS_H, CHIP_H + CHIP_GAP)
    inside = 0 <= column < columns and 0 <= row < plan.rows and in_x < pitch - CHIP_GAP and in_y < CHIP_H
    slot = int(row) * columns + int(column)
    return slot if inside and slot < slots else -1


def foot_boxes(card: Box, count: int) -> list[Box]:
    """Places of the local datastores, side by side at the card's foot."""
    if not count:
        return []
    pitch = (card.w - 2 * PAD + CHIP_GAP) / count
    top = card.bottom - FOOT_H + 3.0
    return [Box(card.x + PAD + k * pitch, top, pitch - CHIP_GAP, FOOT_H - 6.0) for k in range(count)]


def bars_box(card: Box) -> Box:
    """The strip with the bars for CPU and memory."""
    return Box(card.x + PAD, card.y + HEADER_H, card.w - 2 * PAD, BARS_H - 8.0)
