"""SimGrid's live migration written down a second time, plainly and without a thought for speed.

It reads documents of the neutral scenario format and shares nothing with the engine: events one by one, all shares
worked out anew at each of them by progressive filling. Source: SimGrid's VmLiveMigration.cpp and
dirty_page_tracking.cpp (stages, threshold, cap of what is dirty), and docs/scenario-format.md.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable
from typing import Any, Literal


@dataclasses.dataclass(frozen=True)
class Answer:
    """What became of one migration."""

    total_s: float
    downtime_s: float
    sent_bytes: float
    transfers: int


@dataclasses.dataclass
class _Move:
    """One migration with the transfer that it has under way."""

    vm: str
    source: str
    destination: str
    start_s: float
    ram: float
    cap: float
    dirty_rate: float
    latency_s: float
    begun_s: float = math.nan
    state: Literal["delayed", "flowing", "acknowledging"] = "delayed"
    transfer_s: float = math.nan
    """When the running transfer began."""
    arrival_s: float = math.inf
    """When the delay is over."""
    size: float = 0.0
    left: float = 0.0
    rate: float = 0.0
    sent: float = 0.0
    transfers: int = 0
    paused_s: float | None = None
    resumed_s: float | None = None
    answer: Answer | None = None


def simulate(scenario: dict[str, Any]) -> dict[str, Answer]:
    """The answer for each VM that migrates."""
    return _Run(scenario).answers()


class _Run:
    def __init__(self, scenario: dict[str, Any]) -> None:
        self.params = scenario["params"]
        self.hosts = {host["name"]: host for host in scenario["hosts"]}
        vms = {vm["name"]: vm for vm in scenario["vms"]}
        self.moves = [self._move(given, vms[given["vm"]]) for given in scenario["migrations"]]
        self.queues: dict[str, list[_Move]] = {}
        for move in self.moves:
            self.queues.setdefault(move.source, []).append(move)
        self.running: list[_Move] = []
        self.now_s = 0.0

    def _move(self, given: dict[str, Any], vm: dict[str, Any]) -> _Move:
        return _Move(
            vm=vm["name"],
            source=given["from"],
            destination=given["to"],
            start_s=given["start_s"],
            ram=float(vm["ram_bytes"]),
            cap=vm["migration_speed_Bps"],
            dirty_rate=vm["dirty_rate_Bps"],
            latency_s=self.hosts[given["from"]]["nic_latency_s"] + self.hosts[given["to"]]["nic_latency_s"],
        )

    def answers(self) -> dict[str, Answer]:
        """Event after event until all are through."""
        while any(self.queues.values()) or self.running:
            self._start_those_that_may()
            self._share()
            self._go_to(min(self._due()))
        return {move.vm: move.answer for move in self.moves if move.answer is not None}

    # --- time ---------------------------------------------------------------

    def _due(self) -> Iterable[float]:
        """When something happens next."""
        limit = self.params["max_concurrent_per_source"] or math.inf
        for source, queue in self.queues.items():
            if queue and sum(move.source == source for move in self.running) < limit:
                yield queue[0].start_s
        for move in self.running:
            yield self._end_s(move)

    def _end_s(self, move: _Move) -> float:
        """When what it does comes to an end."""
        return self.now_s + move.left / move.rate if move.state == "flowing" else move.arrival_s

    def _go_to(self, time_s: float) -> None:
        arrived = [move for move in self.running if self._end_s(move) <= time_s + 1e-12]
        for move in self.running:
            if move.state == "flowing":
                move.left -= move.rate * (time_s - self.now_s)
        self.now_s = max(self.now_s, time_s)
        for move in arrived:
            self._step(move)

    def _start_those_that_may(self) -> None:
        limit = self.params["max_concurrent_per_source"] or math.inf
        for source, queue in self.queues.items():
            while queue and queue[0].start_s <= self.now_s:
                if sum(move.source == source for move in self.running) >= limit:
                    break
                move = queue.pop(0)
                move.begun_s = self.now_s
                self.running.append(move)
                self._send(move, move.ram)

    # --- one migration ---------------------------------------------------------------

    def _send(self, move: _Move, size: float) -> None:
        move.size = move.left = size
        move.transfers += 1
        move.transfer_s, move.arrival_s = self.now_s, self.now_s + move.latency_s
        move.state = "delayed"

    def _step(self, move: _Move) -> None:
        if move.state == "delayed":
            move.state = "flowing"
        elif move.state == "flowing":
            self._transferred(move)
        else:
            self._end(move)

    def _transferred(self, move: _Move) -> None:
        move.sent += move.size
        if move.paused_s is not None:
            move.resumed_s, move.arrival_s = self.now_s, self.now_s + move.latency_s
            move.state = "acknowledging"
            return
        lasted_s = self.now_s - move.transfer_s
        bandwidth = move.size / lasted_s
        dirty = min(move.dirty_rate * lasted_s, self.params["working_set_fraction"] * move.ram)
        late = self.now_s - move.begun_s >= self.params["stage_timeout_s"]
        if late or dirty <= bandwidth * self.params["downtime_target_s"]:
            move.paused_s = self.now_s
        self._send(move, dirty)

    def _end(self, move: _Move) -> None:
        assert move.paused_s is not None
        assert move.resumed_s is not None
        self.running.remove(move)
        move.answer = Answer(
            total_s=self.now_s - move.begun_s,
            downtime_s=move.resumed_s - move.paused_s,
            sent_bytes=move.sent,
            transfers=move.transfers,
        )

    # --- the network ---------------------------------------------------------------

    def _share(self) -> None:
        """Max-min fair rates: all rise together; at a full link its flows stop rising, at its own cap a flow."""
        rising = [move for move in self.running if move.state == "flowing"]
        for move in rising:
            move.rate = 0.0
        left: dict[tuple[str, str], float] = {}
        for move in rising:
            for link, end in ((("up", move.source), move.source), (("down", move.destination), move.destination)):
                left[link] = self.hosts[end]["nic_bandwidth_Bps"]
        while rising:
            count = dict.fromkeys(left, 0)
            for move in rising:
                count["up", move.source] += 1
                count["down", move.destination] += 1
            level = min(left[link] / n for link, n in count.items() if n)
            level = min(level, min(move.cap - move.rate for move in rising))
            for move in rising:
                move.rate += level
            for link, n in count.items():
                left[link] -= n * level
            rising = [move for move in rising if not self._stopped(move, left)]

    def _stopped(self, move: _Move, left: dict[tuple[str, str], float]) -> bool:
        ends = (("up", move.source), ("down", move.destination))
        full = any(left[link] <= 1e-9 * self.hosts[link[1]]["nic_bandwidth_Bps"] for link in ends)
        return full or move.rate >= move.cap * (1.0 - 1e-12)
