"""Ways out of a cluster's frame in the gaps between its cards, so that a path covers no chip. No Qt."""

from __future__ import annotations

from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.card import CARD_W, CHIP_GAP
from vmotion_gui.gui.topology.layout import FRAME_PAD, GAP, Layout

Point = tuple[float, float]

_BEYOND = 8.0
"""How far outside of the frame a way ends."""
_LANES = 3
_LANE_STEP = 3.0


def way_out(layout: Layout, host: str, start: Box, toward: float) -> list[Point]:
    """Corners of the way from a chip of a host, or from its card, to beside its frame; `toward` is the x of its aim.

    It runs below the chip, beside the card, and below the card's row; where no card is in between, straight out.
    """
    card, frame = layout.boxes[host], layout.boxes[layout.parents[host]]
    left = toward < frame.center[0]
    out = frame.x - _BEYOND if left else frame.right + _BEYOND
    shift = _lane(start)
    beside = card.x - GAP / 2.0 + shift if left else card.right + GAP / 2.0 + shift
    below = card.bottom + GAP / 2.0 + shift
    blocked = card.x - frame.x > FRAME_PAD + 1.0 if left else frame.right - card.right > CARD_W
    if start == card:
        edge = card.x if left else card.right
        aside, under = (edge, card.center[1]), (card.center[0], card.bottom)
        return [under, (under[0], below), (out, below)] if blocked else [aside, (out, aside[1])]
    x, bottom = start.center[0], start.bottom
    gap = bottom + CHIP_GAP / 2.0
    if not blocked:
        return [(x, bottom), (x, gap), (out, gap)]
    return [(x, bottom), (x, gap), (beside, gap), (beside, below), (out, below)]


def _lane(start: Box) -> float:
    """Ways of different chips lie side by side in a gap, not upon each other."""
    return (round(start.x / 30.0 + start.y / 27.0) % _LANES - 1) * _LANE_STEP
