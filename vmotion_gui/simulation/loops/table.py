"""The loops by the name that a profile gives."""

from __future__ import annotations

from vmotion_gui.simulation.loops.adaptive import RisingRate
from vmotion_gui.simulation.loops.at_once import PostCopy, StopAndCopy
from vmotion_gui.simulation.loops.loop import Loop
from vmotion_gui.simulation.loops.passes import WholePasses
from vmotion_gui.simulation.loops.qemu import ThresholdLoop
from vmotion_gui.simulation.loops.simgrid import SimGridLoop
from vmotion_gui.simulation.profiles.profile import LoopName

LOOPS: dict[LoopName, Loop] = {
    "passes": WholePasses(),
    "adaptive": RisingRate(),
    "threshold": ThresholdLoop(),
    "stopAndCopy": StopAndCopy(),
    "postCopy": PostCopy(),
    "simgrid": SimGridLoop(),
}
