"""What the charts show: series of migrations and of host NICs, recorded while the engine goes on."""

from __future__ import annotations

import math

import numpy as np

from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.series import FINEST_STEP_S, GridSeries, StepSeries
from vmotion_gui.simulation.sharing import Direction, LinkKey
from vmotion_gui.simulation.status import FloatArray, Phase, Samples

_FIELDS = (
    "copy_bytes_per_s",
    "dirty_bytes_per_s",
    "remaining_bytes",
    "guest_slowdown",
    "disk_copy_bytes_per_s",
)
_TOTAL_POINTS = 1_000_000
_DIRECTIONS: tuple[Direction, Direction] = ("tx", "rx")
_FEW_POINTS = 64
_POINTS_AT_ONCE = 16_384
_MOST_POINTS = 512


_MOVING = (
    Phase.COPYING_DISK,
    Phase.COPYING_MEMORY,
    Phase.SWITCHOVER,
    Phase.RESUMING,
    Phase.POST_COPYING,
    Phase.ROLLING_BACK,
)


class Recorder:
    """An engine's observer that keeps the series of one branch.

    It reads a migration when that is about to change, and whatever has happened since when somebody asks. What has
    been recorded stays when the branch is rewound: readers ask for the points up to a time, and a replay adds nothing
    until it gets beyond what is known. So rewinding changes no chart, and a jump ahead leaves no gap.
    """

    def __init__(self, total_points: int = _TOTAL_POINTS) -> None:
        self._total_points = total_points
        self._points = 0
        self._migrations: dict[str, GridSeries] = {}
        self._known_until: dict[str, float] = {}
        self._nics: dict[str, dict[str, tuple[StepSeries, StepSeries]]] = {}
        self._nics_until_s = 0.0

    # --- recording ------------------------------------------------------------------------------------------

    def before_change(self, engine: Engine, migration_id: str) -> None:
        """See `Observer`."""
        now_s = engine.now_s
        since_s = self._known_until.get(migration_id, 0.0)
        if now_s < since_s:
            return
        self._known_until[migration_id] = now_s
        if now_s == since_s or engine.phase(migration_id) not in _MOVING:
            return
        series = self._series(engine, migration_id)
        before = len(series)
        times = series.due(since_s, now_s)
        if len(times):
            samples = engine.samples_at(migration_id, times)
            series.append(times, np.stack([getattr(samples, field) for field in _FIELDS]))
        self._points += len(series) - before

    def load_changed(self, engine: Engine, link: LinkKey, bytes_per_s: float) -> None:
        """See `Observer`."""
        if link.kind == "pnic" and link.direction in _DIRECTIONS and engine.now_s >= self._nics_until_s:
            self._nics_until_s = engine.now_s
            self._nic(link).change(engine.now_s, bytes_per_s)

    def _series(self, engine: Engine, id_: str) -> GridSeries:
        """A migration's series; when there are very many, each gets fewer points."""
        series = self._migrations.get(id_)
        if series is None:
            series = self._migrations[id_] = _new_series(len(engine.active_ids()))
        while self._points > self._total_points:
            long = [each for each in self._migrations.values() if len(each) > _FEW_POINTS]
            if not long:
                break
            for each in long:
                each.coarsen()
            self._points = sum(map(len, self._migrations.values()))
        return series

    def _nic(self, nic: LinkKey) -> StepSeries:
        both = self._nics.setdefault(nic.object, {}).setdefault(nic.device, (StepSeries(), StepSeries()))
        return both[_DIRECTIONS.index(nic.direction)]

    def begin(self, engine: Engine) -> None:
        """Record what runs from now on; what was before is another's to tell."""
        for id_ in engine.active_ids():
            self._known_until[id_] = engine.now_s

    # --- branches -------------------------------------------------------------------------------------------

    def before(self, time_s: float) -> Recorder:
        """A recorder for a branch that forks at a time: what was recorded before it."""
        copy = Recorder(self._total_points)
        for id_, known_s in self._known_until.items():
            copy._known_until[id_] = min(known_s, time_s)
            past = self._migrations[id_].before(time_s) if id_ in self._migrations else ()
            if isinstance(past, GridSeries) and len(past):
                copy._migrations[id_] = past
                copy._points += len(past)
        for host, devices in self._nics.items():
            copy._nics[host] = {device: (tx.before(time_s), rx.before(time_s)) for device, (tx, rx) in devices.items()}
        copy._nics_until_s = min(self._nics_until_s, time_s)
        return copy

    # --- reading --------------------------------------------------------------------------------------------

    def samples(self, engine: Engine, id_: str) -> Samples:
        """A migration's series up to the engine's time; of a running one with a reading of this moment at the
        end.
        """
        now_s = engine.now_s
        series = self._migrations.get(id_)
        times, values = series.read(now_s) if series else (np.empty(0), np.empty((len(_FIELDS), 0)))
        if engine.phase(id_) in _MOVING:
            fresh = self._unread(engine, series, id_)
            now = engine.samples_at(id_, fresh)
            times = np.concatenate((times, fresh))
            values = np.concatenate((values, np.stack([getattr(now, field) for field in _FIELDS])), axis=1)
        return _samples(times, dict(zip(_FIELDS, values, strict=True)))

    def _unread(self, engine: Engine, series: GridSeries | None, id_: str) -> FloatArray:
        """The grid's times since the last reading, and now."""
        now_s, since_s = engine.now_s, self._known_until.get(id_, 0.0)
        if since_s >= now_s:
            known = series is not None and len(series) and now_s in series.read(now_s)[0][-1:]
            return np.empty(0) if known else np.array([now_s])
        grid = series if series is not None else _new_series(len(engine.active_ids()))
        times = grid.grid(since_s, now_s)
        return np.append(times[:: max(1, -(-len(times) // _MOST_POINTS))], now_s)

    def nic_samples(self, host: str, now_s: float) -> dict[str, tuple[Samples, ...]]:
        """(tx, rx) by device, for the NICs of a host that have carried a migration."""
        return {
            device: (_loads(tx, now_s), _loads(rx, now_s))
            for device, (tx, rx) in sorted(self._nics.get(host, {}).items())
            if len(tx) or len(rx)
        }


def _new_series(active: int) -> GridSeries:
    """With many migrations at once each is read more seldom, so that recording never outweighs the engine."""
    limit = max(_FEW_POINTS, min(_MOST_POINTS, _POINTS_AT_ONCE // max(1, active)))
    step_s = FINEST_STEP_S * _MOST_POINTS / limit
    return GridSeries(len(_FIELDS), limit, 2.0 ** math.floor(math.log2(step_s)))


def _loads(series: StepSeries, now_s: float) -> Samples:
    times, rates = series.read(now_s)
    return _samples(times, {"copy_bytes_per_s": rates})


def _samples(times: FloatArray, rows: dict[str, FloatArray]) -> Samples:
    zeros = np.zeros(len(times))
    columns = {field: rows.get(field, zeros) for field in _FIELDS}
    for column in (times, *columns.values()):
        column.setflags(write=False)
    return Samples(time_s=times, **columns)
