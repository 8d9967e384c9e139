"""Log lines of a migration as an administrator would find them: vmkernel.log, hostd.log and vmware.log of both hosts.

Written after real logs (virtuallypeculiar.com, "Understanding vmkernel.log for vMotion"; VMware KB 435078, 436882: the
states that vmware.log counts, the line that ends pre-copy). What they say follows from the engine's events and
figures, in the logs' own English. They are a picture of real logs: processes, worlds and source lines are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import MigrationStatus, PassRecord

LogFile = Literal["vmkernel.log", "hostd.log", "vmware.log"]
FILES: tuple[LogFile, ...] = ("vmkernel.log", "hostd.log", "vmware.log")
_MIB = 1024.0**2
_FIRST_ID = 4_100_000_000_000_000


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of one file on one host."""

    time_s: float
    host: str
    file: LogFile
    text: str

    def written(self, host: str) -> str:
        """As it stands in a file that collects those of several hosts; `host`: its name."""
        return f"{_clock(self.time_s)} {host} {self.file.removesuffix('.log')}: {self.text}"


def log_lines(
    events: Iterable[Event], status: MigrationStatus, inventory: Inventory, goal_s: float = 0.5
) -> tuple[LogLine, ...]:
    """The lines of one migration, in order of time. `inventory`: where addresses and paths are looked up; `goal_s`: the
    switchover time goal."""
    own = (event for event in events if event.migration == status.id)
    return tuple(_Writer(status, inventory, goal_s).lines(own))


class _Writer:
    def __init__(self, status: MigrationStatus, inventory: Inventory, goal_s: float) -> None:
        self._status, self._goal_s = status, goal_s
        number = "".join(filter(str.isdigit, status.id)) or "0"
        self._mid = _FIRST_ID + round(status.queued_s * 1e6) + int(number)
        self._source, self._destination = status.source_host, status.destination_host
        self._addresses = [_vmotion_address(inventory.hosts.get(id_)) for id_ in (self._source, self._destination)]
        vm = inventory.vms.get(status.vm)
        self._path = status.before.config_path if status.before is not None else vm.config_path if vm else status.vm

    def lines(self, events: Iterable[Event]) -> Iterator[LogLine]:
        for event in events:
            write = _WRITERS.get(event.type if event.type != "PhaseStarted" else event.text.key.rpartition(".")[2])
            for file, at, text in write(self, event) if write is not None else ():
                host = self._source if at == "S" else self._destination
                yield LogLine(time_s=event.time_s, host=host, file=file, text=text)

    # --- what each event writes -----------------------------------------------------------------------------------

    def _preparing(self, _event: Event) -> Sequence[_Text]:
        mid, (source, destination) = self._mid, self._addresses
        return (
            ("hostd.log", "S", f"info [sub=Vcsvc.VMotionSrc.{mid}] PrepareSourceEx [{mid}], VM = '{self._path}'"),
            ("hostd.log", "D", f"info [sub=Vcsvc.VMotionDst.{mid}] PrepareDestinationEx [{mid}], VM = '{self._path}'"),
            (
                "vmware.log",
                "S",
                f"MigrateSetInfo: state=1 srcIp=<{source}> dstIp=<{destination}> mid={mid} "
                f"priority={'high' if self._status.spec.priority == 'highPriority' else 'low'}",
            ),
            ("vmware.log", "S", "MigrateSetState: Transitioning from state 0 to 1."),
        )

    def _emigrating(self, _event: Event) -> Sequence[_Text]:
        path = self._path
        return (
            ("hostd.log", "S", f"info [sub=Vmsvc.vm:{path}] State Transition (VM_STATE_ON -> VM_STATE_EMIGRATING)"),
            ("hostd.log", "D", f"info [sub=Vmsvc.vm:{path}] State Transition (VM_STATE_OFF -> VM_STATE_IMMIGRATING)"),
        )

    def _copying(self, _event: Event) -> Sequence[_Text]:
        mid, (source, destination) = self._mid, self._addresses
        return (
            (
                "vmkernel.log",
                "S",
                f"Migrate: Setting VMOTION info: Source ts = {mid}, src ip = <{source}> dest ip = <{destination}> "
                "using SHARED swap",
            ),
            ("vmkernel.log", "D", f"MigrateNet: Accepted connection from <::ffff:{source}>"),
            ("vmkernel.log", "S", f"VMotionUtil: {mid} S: Stream connection 1 added."),
            ("vmware.log", "S", "MigrateSetState: Transitioning from state 2 to 3."),
        )

    def _pass_started(self, event: Event) -> Sequence[_Text]:
        number, pages = event.text.args.get("number", 0), event.text.args.get("pages", 0.0)
        return (("vmkernel.log", "S", f"VMotionSend: {self._mid} S: Pre-copy iteration {number}: {pages:.0f} pages"),)

    def _pass_ended(self, event: Event) -> Sequence[_Text]:
        rate = float(event.text.args.get("rate", 0.0)) / _MIB
        text = f"VMotionRecv: {self._mid} D: Estimated network bandwidth {rate:.3f} MB/s during pre-copy"
        return (("vmkernel.log", "D", text),)

    def _throttled(self, event: Event) -> Sequence[_Text]:
        percent = float(event.text.args.get("percent", 0.0))
        text = f"VMotionSend: {self._mid} S: Stun during page send: vCPUs are delayed by {percent:.1f}%"
        return (("vmkernel.log", "S", text),)

    def _switchover(self, event: Event) -> Sequence[_Text]:
        last = self._last_pass(event.time_s)
        if last is None:
            return ()
        rate = last.copy_bytes_per_s / _MIB
        ratio = 100.0 * last.dirty_bytes_per_s / last.copy_bytes_per_s if last.copy_bytes_per_s > 0.0 else 0.0
        text = (
            f"VMotionSend: {self._mid} S: Stopping pre-copy: only {last.dirtied_pages:.0f} pages left to send, which "
            f"can be sent within the switchover time goal of {self._goal_s:.3f} seconds "
            f"(network bandwidth ~{rate:.3f} MB/s, {ratio:.0f}% t2d)"
        )
        return (("vmkernel.log", "S", text), ("vmware.log", "S", "MigrateSetState: Transitioning from state 3 to 4."))

    def _stunned(self, _event: Event) -> Sequence[_Text]:
        return (
            ("vmware.log", "S", "Migrate: VM successfully stunned."),
            ("vmware.log", "S", "MigrateSetState: Transitioning from state 4 to 5."),
        )

    def _resuming(self, event: Event) -> Sequence[_Text]:
        last = self._last_pass(event.time_s)
        rate = last.copy_bytes_per_s / _MIB if last is not None else 0.0
        text = f"VMotionRecv: {self._mid} D: Estimated network bandwidth {rate:.3f} MB/s during page-in"
        return (
            ("vmkernel.log", "D", text),
            ("vmware.log", "D", "MigrateSetState: Transitioning from state 10 to 11."),
        )

    def _resumed(self, event: Event) -> Sequence[_Text]:
        stopped_us = round(float(event.text.args.get("downtime", 0.0)) * 1e6)
        path = self._path
        return (
            ("vmware.log", "D", f"Checkpoint_Unstun: vm stopped for {stopped_us} us"),
            ("hostd.log", "D", f"info [sub=Vmsvc.vm:{path}] State Transition (VM_STATE_IMMIGRATING -> VM_STATE_ON)"),
        )

    def _announced(self, event: Event) -> Sequence[_Text]:
        mac = event.text.args.get("mac", "")
        return (("vmkernel.log", "D", f"NetPort: RARP for {mac} sent to the physical switch: it is on this host now"),)

    def _moved(self, _event: Event) -> Sequence[_Text]:
        mid, path = self._mid, self._path
        source = f"info [sub=Vcsvc.VMotionSrc.{mid}]"
        return (
            ("vmware.log", "S", "MigrateSetState: Transitioning from state 5 to 6 (MIGRATE_TO_VMX_FINISHED)."),
            (
                "hostd.log",
                "S",
                f"{source} ResolveCb: VMX reports needsUnregister = true for migrateType MIGRATE_TYPE_VMOTION",
            ),
            ("hostd.log", "S", f"{source} ResolveCb: Succeeded"),
            ("hostd.log", "S", f"info [sub=Vmsvc.vm:{path}] State Transition (VM_STATE_EMIGRATING -> VM_STATE_OFF)"),
            ("hostd.log", "D", f"info [sub=Vcsvc.VMotionDst.{mid}] ResolveCb: Succeeded"),
        )

    def _rolled_back(self, _event: Event) -> Sequence[_Text]:
        path = self._path
        return (
            ("vmware.log", "S", "MigrateSetStateFinished: type=1 new state=0: failed, the VM goes on where it was."),
            ("hostd.log", "S", f"info [sub=Vmsvc.vm:{path}] State Transition (VM_STATE_EMIGRATING -> VM_STATE_ON)"),
        )

    def _failing(self, _event: Event) -> Sequence[_Text]:
        fault = self._status.fault.fault if self._status.fault is not None else "Cancelled"
        return (
            ("vmkernel.log", "S", f"WARNING: Migrate: {self._mid} S: Failed: {fault}"),
            ("hostd.log", "S", f"error [sub=Vcsvc.VMotionSrc.{self._mid}] ResolveCb: Failed with fault: {fault}"),
        )

    def _last_pass(self, time_s: float) -> PassRecord | None:
        """The one that ended last before a time."""
        ended = [one for one in self._status.passes if one.start_s < time_s and not one.stop_and_copy]
        return ended[-1] if ended else None


_Text = tuple[LogFile, Literal["S", "D"], str]
_WRITERS: dict[str, Callable[[_Writer, Event], Sequence[_Text]]] = {
    "preparing": _Writer._preparing,
    "VmEmigratingEvent": _Writer._emigrating,
    "copyingMemory": _Writer._copying,
    "PassStarted": _Writer._pass_started,
    "PassEnded": _Writer._pass_ended,
    "GuestThrottled": _Writer._throttled,
    "SwitchoverStarted": _Writer._switchover,
    "VmStunned": _Writer._stunned,
    "resuming": _Writer._resuming,
    "VmResumed": _Writer._resumed,
    "RarpSent": _Writer._announced,
    "VmMigratedEvent": _Writer._moved,
    "RollbackStarted": _Writer._failing,
    "RollbackEnded": _Writer._rolled_back,
}


def _vmotion_address(host: Host | None) -> str:
    adapters = host.vmk_adapters if host is not None else ()
    known = (one.ip_address for one in adapters if "vmotion" in one.services and one.ip_address)
    return next(known, "unknown")


def _clock(time_s: float) -> str:
    minutes, seconds = divmod(time_s, 60.0)
    return f"{int(minutes) // 60:02}:{int(minutes) % 60:02}:{seconds:06.3f}Z"
