"""What the charts show: series of migrations and of host NICs, recorded while the engine goes on."""

from __future__ import annotations

import math

import numpy as np

from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.nics import NicRates
from vmotion_gui.simulation.series import FINEST_STEP_S, GridSeries, StepSeries
from vmotion_gui.simulation.sharing import Direction, LinkKey
from vmotion_gui.simulation.status import FloatArray, Samples

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
_MOST_POINTS = 1024


class Recorder:
    """An engine's observer that keeps the series of one branch.

    What has been recorded stays when the branch is rewound: readers ask for the points up to a time, and a
    replay adds nothing until it gets beyond `recorded_s`. So rewinding changes no chart, and a jump ahead
    leaves no gap.
    """

    def __init__(self, total_points: int = _TOTAL_POINTS) -> None:
        self._total_points = total_points
        self._migrations: dict[str, GridSeries] = {}
        self._nics: dict[str, dict[str, tuple[StepSeries, StepSeries]]] = {}
        self._rates = NicRates()
        self._forked = False
        self.recorded_s = 0.0

    # --- recording ------------------------------------------------------------------------------------------

    def segment(self, engine: Engine, start_s: float, end_s: float) -> None:
        """See `Observer`: all rates were constant between the two times."""
        start_s = max(start_s, self.recorded_s)
        if end_s <= start_s:
            return
        active = engine.active_ids()
        self._make_room(active)
        for id_ in active:
            self._record(engine, id_, start_s, end_s)
        self._record_nics(engine, start_s)
        self.recorded_s = end_s

    def _record(self, engine: Engine, id_: str, start_s: float, end_s: float) -> None:
        series = self._migrations[id_]
        times = series.due(start_s, end_s)
        if len(times):
            samples = engine.samples_at(id_, times)
            series.append(times, np.stack([getattr(samples, field) for field in _FIELDS]))

    def _make_room(self, ids: tuple[str, ...]) -> None:
        """A series for each new migration; when there are very many, each gets fewer points."""
        fresh = [id_ for id_ in ids if id_ not in self._migrations]
        if not fresh:
            return
        for id_ in fresh:
            self._migrations[id_] = _new_series(len(ids))
        while sum(map(len, self._migrations.values())) > self._total_points:
            long = [series for series in self._migrations.values() if len(series) > _FEW_POINTS]
            if not long:
                return
            for series in long:
                series.coarsen()

    def _record_nics(self, engine: Engine, start_s: float) -> None:
        rates = self._rates.update(engine.flows())
        if self._forked:
            rates = self._carrying() | rates
            self._forked = False
        for nic, rate in rates.items():
            self._nic(nic).change(start_s, rate)

    def _carrying(self) -> dict[LinkKey, float]:
        """The NICs that carried something before this branch began, with a rate of 0: those whose flow has
        gone.
        """
        return {
            LinkKey("pnic", host, device, direction): 0.0
            for host, devices in self._nics.items()
            for device, pair in devices.items()
            for direction, series in zip(_DIRECTIONS, pair, strict=True)
            if series.last_rate
        }

    def _nic(self, nic: LinkKey) -> StepSeries:
        both = self._nics.setdefault(nic.object, {}).setdefault(nic.device, (StepSeries(), StepSeries()))
        return both[_DIRECTIONS.index(nic.direction)]

    # --- branches -------------------------------------------------------------------------------------------

    def before(self, time_s: float) -> Recorder:
        """A recorder for a branch that forks at a time: what was recorded before it."""
        copy = Recorder(self._total_points)
        copy._forked = True
        for id_, series in self._migrations.items():
            past = series.before(time_s)
            if len(past):
                copy._migrations[id_] = past
        for host, devices in self._nics.items():
            copy._nics[host] = {device: (tx.before(time_s), rx.before(time_s)) for device, (tx, rx) in devices.items()}
        copy.recorded_s = min(self.recorded_s, time_s)
        return copy

    # --- reading --------------------------------------------------------------------------------------------

    def samples(self, engine: Engine, id_: str) -> Samples:
        """A migration's series up to the engine's time; of a running one with a reading of this moment at the
        end.
        """
        now_s = engine.now_s
        series = self._migrations.get(id_)
        times, values = series.read(now_s) if series else (np.empty(0), np.empty((len(_FIELDS), 0)))
        if id_ in engine.active_ids() and not (len(times) and times[-1] == now_s):
            now = engine.samples_at(id_, np.array([now_s]))
            times = np.append(times, now_s)
            values = np.concatenate((values, np.stack([getattr(now, field) for field in _FIELDS])), axis=1)
        return _samples(times, dict(zip(_FIELDS, values, strict=True)))

    def nic_samples(self, host: str, now_s: float) -> dict[str, tuple[Samples, ...]]:
        """(tx, rx) by device, for the NICs of a host that have carried a migration."""
        return {
            device: (_loads(tx, now_s), _loads(rx, now_s))
            for device, (tx, rx) in sorted(self._nics.get(host, {}).items())
            if len(tx) or len(rx)
        }


def _new_series(active: int) -> GridSeries:
    """With many migrations at once each is read more seldom, so that recording never outweighs the engine."""
    limit = max(_FEW_POINTS, min(_MOST_POINTS, _POINTS_AT_ONCE // active))
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
