"""Cures: changes of the estate that take a reason away, with what else they would bring."""

from vmotion_gui.compatibility.cures.cure import Cure
from vmotion_gui.compatibility.cures.table import CURABLE, cures_for

__all__ = ["CURABLE", "Cure", "cures_for"]
