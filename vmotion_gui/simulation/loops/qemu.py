"""QEMU's loop, as version 7.2 has it (migration/migration.c, migration/ram.c; QEMU's names in brackets).

The dirty log is not read at the end of a pass, but when what is left has fallen below a threshold: the bandwidth seen
lately times the downtime limit. What is unsent then stays to be sent, and the sending goes on from where it stood. If
what is left after a reading is still below the threshold, the guest is stopped and the rest is sent.

When that is looked at depends on what limits the rate. QEMU's own limit holds in windows of a tenth of a second
[BUFFER_DELAY]: what the window allows goes at once, then the sender sleeps until the next one begins, and looks. Where
the network is slower than that limit, the sender never sleeps and looks every 50 ms or a little more [MAX_WAIT], at
every 64th page. So a whole pass has one decision, whose time is computed. Only where less than a window's worth is left
do bursts matter: it goes at once, as fast as the way allows, and the log is read within milliseconds.

Auto-converge: at a reading more than a second after the start of a period, what was dirtied in it is held against half
of what was sent in it; at every second excess the throttle rises [migration_trigger_throttle].
"""

from __future__ import annotations

import dataclasses
import math
from typing import Literal

import numpy as np

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.ending import cancel
from vmotion_gui.simulation.loops.loop import LoopState
from vmotion_gui.simulation.memory import TINY_BYTES, MemoryCopy
from vmotion_gui.simulation.memory_copy import begin_pass, end_pass, limit_copy, set_throttle
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.status import FloatArray, PassRecord, Phase

_TINY_S = 1e-9
_MANY_LOOKS = 40.0
_BURST = 2.0
"""A burst is at least so many times as fast as the windows on average."""

Pace = Literal["steady", "burst", "spent", "zeros"]
"""steady: window by window, or as the network goes. burst: what is left of a pass fits into the window and goes at
once. spent: what is left of a window's allowance is going out until it ends. zeros: pages are only found to be zero."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QemuState(LoopState):
    """What the loop remembers of a migration."""

    begun_s: float
    pace: Pace = "steady"
    allowance: float = math.inf
    """Bytes that a window let out when the pace was chosen."""
    held: bool = False
    """QEMU's own limit holds the copy, not the network."""
    window_s: float
    """When the present window began; with steady pace one of the windows."""
    window_bytes: float = 0.0
    """Of the window's allowance, what had gone out when `from_bytes` was reached."""
    from_bytes: float = 0.0
    """Position in the pass at which the pace began."""
    until_bytes: float = math.inf
    """Position at which pages of another kind begin, zero or not; nobody looks there."""
    period_s: float
    """When auto-converge's present period began."""
    period_sent_bytes: float = 0.0
    """What had been sent by then."""
    period_dirty_pages: float = 0.0
    excesses: int = 0
    post_copy: bool = False
    """At the next look the guest goes over, whatever is left."""


class ThresholdLoop:
    """See `Loop`."""

    ends_with_pass = False

    def begin(self, core: Core, migration: Migration) -> None:
        """Send all touched pages, and tell of the zero ones."""
        now = core.state.now_s
        migration.loop = QemuState(begun_s=now, window_s=now, period_s=now)
        _wake(core, migration)
        set_throttle(core, migration, _limited_dirtying(core, migration))
        self._pace(core, migration)
        begin_pass(core, migration)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """When the next look comes that leads to something."""
        copy, state, now = _copy(migration), _state(migration), core.state.now_s
        rate, at = copy.move.rate, copy.position(now)
        if rate <= 0.0:
            return math.inf
        if state.allowance != _allowance(core, migration):
            return now
        stretch_end = _stretch(copy, at)[1]
        stretch_end_s = now + max(0.0, stretch_end - at) / rate
        held = _held(core, migration)
        if state.pace == "burst" and held:
            return stretch_end_s
        if state.pace == "spent":
            return min(stretch_end_s, max(now, state.window_s + _window_s(core.profile)))
        below = at if state.post_copy else _position_with_left(core, copy, _known_threshold(core, migration))
        ripe_s = max(now + (below - at) / rate, state.begun_s + core.profile.window_s)
        if state.pace == "steady" and held:
            fits_s = now + (stretch_end - _allowance(core, migration) - at) / rate
            window = _window_s(core.profile)
            number = math.ceil((max(now, min(ripe_s, fits_s)) - state.window_s - _TINY_S) / window)
            return max(now, state.window_s + number * window)
        look = _iteration_bytes(core.profile, rate)
        looks = max(1.0, (at + (ripe_s - now) * rate - state.from_bytes) / look)
        # After many looks nobody knows when exactly the next one comes: half an iteration later on average.
        looks = looks + 0.5 if looks > _MANY_LOOKS else math.ceil(looks - 1e-9)
        return min(stretch_end_s, max(now, now + (state.from_bytes + looks * look - at) / rate))

    def decide(self, core: Core, migration: Migration) -> None:
        """Read the dirty log if what is left is below the threshold, else change the pace."""
        copy, state, now = _copy(migration), _state(migration), core.state.now_s
        at = copy.position(now)
        if state.allowance != _allowance(core, migration):
            migration.loop = dataclasses.replace(state, held=True, window_bytes=0.0, from_bytes=at)
            self._pace(core, migration)
            core.replan(core, migration)
            return
        left = _left_bytes(core, copy, at)
        ripe = state.post_copy or left < _threshold(core, migration) - TINY_BYTES
        if (ripe and at < state.until_bytes - TINY_BYTES) or at >= copy.wire_total - TINY_BYTES:
            self._read_log(core, migration)
        else:
            migration.loop = _at_look(state, now, at, at, held=_held(core, migration))
            self._pace(core, migration)
            core.replan(core, migration)

    def _pace(self, core: Core, migration: Migration) -> None:
        """Choose how the copy goes on, from the window's state in `migration.loop`."""
        copy, state, now = _copy(migration), _state(migration), core.state.now_s
        at = state.from_bytes
        window = _window_s(core.profile)
        over = math.floor((now - state.window_s + _TINY_S) / window)
        if over > 0:
            state = dataclasses.replace(state, window_s=state.window_s + over * window, window_bytes=0.0)
        allowed = _allowance(core, migration) - state.window_bytes
        limit, pace = math.inf, state.pace
        zero, stretch_end = _stretch(copy, at)
        if zero:
            pace, limit = "zeros", _zeros_bytes_per_s(core.profile)
            limit = min(limit, _allowance(core, migration) / window)
        elif math.isinf(allowed):
            pace = "steady"
        elif state.held and stretch_end - at <= allowed + TINY_BYTES:
            pace, limit = "burst", max(core.profile.burst_bytes_per_s, _BURST * _allowance(core, migration) / window)
        elif state.held and state.window_bytes > 0.0:
            pace, limit = "spent", max(1.0, allowed) / (state.window_s + window - now)
        else:
            pace, limit = "steady", _allowance(core, migration) / window
        migration.loop = dataclasses.replace(
            state, pace=pace, until_bytes=stretch_end, allowance=_allowance(core, migration)
        )
        limit_copy(core, migration, limit)

    def _read_log(self, core: Core, migration: Migration) -> None:
        state, now = _state(migration), core.state.now_s
        at = _copy(migration).position(now)
        held = _held(core, migration)
        nothing_known = _threshold(core, migration) <= 0.0
        record = end_pass(core, migration, go_on=True)
        left = _left_bytes(core, _copy(migration), 0.0)
        if state.post_copy or nothing_known or left < _threshold(core, migration) or left <= TINY_BYTES:
            limit_copy(core, migration, math.inf)
            core.enter(migration, Phase.SWITCHOVER)
            return
        migration.loop = _at_look(state, now, at, 0.0, held=held)
        self._converge(core, migration, record)
        self._pace(core, migration)
        begin_pass(core, migration)

    def _converge(self, core: Core, migration: Migration, record: PassRecord) -> None:
        """Slow the guest where it dirties too much of what is sent."""
        state, profile, now = _state(migration), core.profile, core.state.now_s
        dirty_pages = state.period_dirty_pages + record.dirtied_pages
        throttle, excesses = migration.throttle, state.excesses
        if now <= state.period_s + profile.auto_converge_period_s:
            migration.loop = dataclasses.replace(state, period_dirty_pages=dirty_pages)
        else:
            dirtied = dirty_pages * core.profile.tracking_bytes
            allowed = (migration.memory_sent_bytes - state.period_sent_bytes) * profile.throttle_trigger
            if profile.auto_converge and dirtied > allowed:
                excesses += 1
                if excesses >= profile.auto_converge_periods:
                    excesses, throttle = 0, _next_throttle(profile, throttle, allowed / dirtied)
            migration.loop = dataclasses.replace(
                state,
                period_s=now,
                period_sent_bytes=migration.memory_sent_bytes,
                period_dirty_pages=0.0,
                excesses=excesses,
            )
        set_throttle(core, migration, max(throttle, _limited_dirtying(core, migration)))

    def woken(self, core: Core, migration: Migration) -> None:
        """Post-copy is asked for, or the time limit is over."""
        profile, now = core.profile, core.state.now_s
        begun_s = migration.start_s or 0.0
        if 0.0 < profile.time_limit_s <= now - begun_s + _TINY_S:
            cancel(core, migration)
            return
        migration.loop = dataclasses.replace(_state(migration), post_copy=True)
        _wake(core, migration)
        core.replan(core, migration)

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The rest goes while the guest stands still, or with post-copy after it has resumed; QEMU's own limit is off
        by then."""
        return not _state(migration).post_copy


def _wake(core: Core, migration: Migration) -> None:
    """Ask for the next time at which something is to be done, whatever the copy does."""
    profile, begun_s = core.profile, migration.start_s or 0.0
    times = [begun_s + profile.time_limit_s] if profile.time_limit_s > 0.0 else []
    if profile.post_copy_start_s is not None and not _state(migration).post_copy:
        times.append(begun_s + profile.post_copy_start_s)
    if times:
        core.wake(migration, max(core.state.now_s, min(times)))


def _at_look(state: QemuState, now_s: float, at: float, next_at: float, *, held: bool) -> QemuState:
    """The state at a look at position `at`, which is `next_at` in what comes next."""
    if state.pace == "steady":
        return dataclasses.replace(state, held=held, window_s=now_s, window_bytes=0.0, from_bytes=next_at)
    used = state.window_bytes + at - state.from_bytes
    return dataclasses.replace(state, held=held, window_bytes=used, from_bytes=next_at)


def _copy(migration: Migration) -> MemoryCopy:
    assert migration.memory is not None
    return migration.memory


def _state(migration: Migration) -> QemuState:
    assert isinstance(migration.loop, QemuState)
    return migration.loop


def _window_s(profile: Profile) -> float:
    return profile.window_s + profile.window_delay_s


def _allowance(core: Core, migration: Migration) -> float:
    """Bytes that one window lets out: the last page may go beyond the limit."""
    limit = min(core.profile.max_bandwidth_bytes_per_s, migration.spec.max_bandwidth_bytes_per_s or math.inf)
    if math.isinf(limit):
        return math.inf
    page = core.profile.page_bytes
    return (math.floor(limit * core.profile.window_s / page) + 1.0) * page


def _held(core: Core, migration: Migration) -> bool:
    """Whether QEMU's own limit holds the copy now; while there is nothing to be seen of that, as it was."""
    state = _state(migration)
    if state.pace in ("spent", "zeros"):
        return state.held
    steady = _allowance(core, migration) / _window_s(core.profile)
    return _copy(migration).move.rate >= steady * (1.0 - 1e-6)


def _threshold(core: Core, migration: Migration) -> float:
    """What can be sent within the downtime limit, as QEMU believes: it measures by whole windows, and knows nothing
    before the first is over."""
    begun_s = _state(migration).begun_s
    known = core.state.now_s >= begun_s + core.profile.window_s - _TINY_S
    return _known_threshold(core, migration) if known else 0.0


def _known_threshold(core: Core, migration: Migration) -> float:
    """The threshold once a window is over."""
    profile = core.profile
    own = _allowance(core, migration) / profile.window_s
    held = _held(core, migration)
    return (own if held else _copy(migration).move.rate) * profile.switchover_goal_s


def _iteration_bytes(profile: Profile, rate: float) -> float:
    """What goes out between two looks where the sender does not sleep: it sees that the time is over at the next
    full round of pages, half a round later on average."""
    return profile.iteration_s * rate + (profile.iteration_pages / 2.0 + 1.0) * profile.page_bytes


def _zeros_bytes_per_s(profile: Profile) -> float:
    return profile.zero_page_bytes / profile.zero_page_s if profile.zero_page_s > 0.0 else math.inf


def _limited_dirtying(core: Core, migration: Migration) -> float:
    """Share of its writes that the dirty limit keeps a guest from: each vCPU that writes more sleeps [dirty-limit].
    What it does besides writing goes on, which the model does not tell apart."""
    clock, limit = migration.clock, core.profile.dirty_limit_bytes_per_s
    if limit <= 0.0 or clock is None:
        return 0.0
    writes = float(clock.layout.phases[clock.phase].write_rate(clock.layout.pages).sum()) * core.profile.tracking_bytes
    allowed = limit * core.state.inventory.vms[migration.plan.vm].cpus
    return max(0.0, 1.0 - allowed / writes) if writes > 0.0 else 0.0


def _next_throttle(profile: Profile, throttle: float, ideal: float) -> float:
    """The next step; `ideal` is the share of its present speed at which the guest would not be too fast."""
    if throttle <= 0.0:
        return profile.throttle_initial
    step = profile.throttle_increment
    if profile.throttle_tail_slow:
        step = min(step, (1.0 - throttle) * (1.0 - ideal))
    return min(throttle + step, profile.throttle_max)


# --- the pass as QEMU counts it: zero pages are pages, too ---------------------------------------------------


def _pages(core: Core, copy: MemoryCopy) -> FloatArray:
    """Pages of each region that this pass sends or tells of; a region is zero as a whole, or not at all."""
    return np.where(copy.layout.untouched > 0.0, copy.wire / core.profile.zero_page_bytes, copy.to_send)


def _left_bytes(core: Core, copy: MemoryCopy, position: float) -> float:
    """What QEMU takes for left at a position: every page counts in full."""
    part = np.clip(position - copy.wire_start, 0.0, copy.wire)
    share = np.divide(part, copy.wire, out=np.zeros(part.shape), where=copy.wire > 0.0)
    return float((_pages(core, copy) * (1.0 - share)).sum()) * core.profile.tracking_bytes


def _position_with_left(core: Core, copy: MemoryCopy, left_bytes: float) -> float:
    """Where in the pass so much is left."""
    order = np.roll(np.arange(len(copy.wire)), -copy.first)
    pages = _pages(core, copy)[order]
    ends = np.cumsum(pages)
    wanted = float(ends[-1]) - left_bytes / core.profile.tracking_bytes
    if wanted <= 0.0:
        return 0.0
    index = min(int(np.searchsorted(ends, wanted)), len(ends) - 1)
    part = (wanted - (ends[index] - pages[index])) / pages[index] if pages[index] > 0.0 else 1.0
    region = order[index]
    return float(copy.wire_start[region] + part * copy.wire[region])


def _stretch(copy: MemoryCopy, position: float) -> tuple[bool, float]:
    """Whether pages at a position are zero, and where in the pass the next ones are that are not alike."""
    zero = copy.layout.untouched > 0.0
    ahead = (copy.wire > 0.0) & (copy.wire_start + copy.wire > position + TINY_BYTES)
    if not ahead.any():
        return False, copy.wire_total
    here = bool(zero[np.argmin(np.where(ahead, copy.wire_start, np.inf))])
    others = copy.wire_start[ahead & (zero != here)]
    return here, float(others.min()) if len(others) else copy.wire_total
