"""What can be done with virtual machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from vmotion_gui.compatibility.checker import HostVerdicts
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.actions.menu import SEPARATOR, Entry
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.faults import fault_name
from vmotion_gui.gui.snapshots.entries import SnapshotEntries
from vmotion_gui.inventory.commands import DestinationCannotResume, Fault, InjectFault, MigrationSpec, SwitchoverStalled
from vmotion_gui.inventory.entities import Host, VirtualMachine, VmPowerState
from vmotion_gui.planning.building.power import power_changes
from vmotion_gui.planning.placement import host_load
from vmotion_gui.simulation.status import Phase

_SHOWN_HOSTS = 16


class VmActions(QObject):
    """Migrate, cancel, move back, pick up, power, faults."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._snapshots = SnapshotEntries(context, self)

    def entries(self, vms: Sequence[VirtualMachine]) -> list[Entry]:
        """The entries for these VMs."""
        ids = [vm.id for vm in vms]
        template = self.tr("A template cannot be migrated.") if any(vm.template for vm in vms) else ""
        busy = self._busy(ids)
        hosts = Entry(self.tr("Migrate to"), reason=template or busy, fill=lambda: self._hosts(ids))
        stores = Entry(self.tr("Migrate storage to"), reason=template or busy, fill=lambda: self._datastores(ids))
        pick = Entry(
            self.tr("Pick up (Ctrl+X)"),
            lambda: self._context.drag.pick_up(ids),
            template or busy,
            self.tr("Then put down on a host with Ctrl+V, or with a click."),
        )
        return [
            self._wizard(ids, template or busy),
            hosts,
            stores,
            self._targets(ids, template),
            pick,
            self._cancel(ids),
            self._back(ids),
            SEPARATOR,
            Entry(self.tr("Power"), children=self._power(vms), reason=busy),
            self._snapshots.entry(vms, busy),
            self._faults(vms),
        ]

    def _wizard(self, ids: Sequence[str], reason: str) -> Entry:
        hint = self.tr("Step by step: compute resource, storage, networks, priority (Ctrl+M).")
        return Entry(self.tr("Migrate…"), lambda: self._context.drag.open_wizard(ids), reason, hint)

    def _targets(self, ids: Sequence[str], reason: str) -> Entry:
        hint = self.tr("Marks every host with what it could take, as during a drag, until Esc (Ctrl+T).")
        return Entry(self.tr("Show possible targets"), lambda: self._context.drag.show_targets(ids), reason, hint)

    def _busy(self, ids: Sequence[str]) -> str:
        running = self._context.session.busy_vms()
        names = [self._context.name(id_) for id_ in ids if id_ in running]
        return self.tr("{vms}: a migration is running.").format(vms=", ".join(names)) if names else ""

    # --- where to -------------------------------------------------------------------------------------------

    def _hosts(self, ids: Sequence[str]) -> list[Entry]:
        """The best hosts: those of the own cluster first, then by verdict, then by load."""
        inventory = self._context.session.inventory
        verdicts = self._context.session.checker().hosts_for(ids)
        homes = {inventory.vms[id_].host for id_ in ids}
        clusters = {inventory.hosts[home].cluster for home in homes}
        places = [place for place, id_ in enumerate(verdicts.host_ids) if id_ not in homes]

        def rank(place: int) -> tuple[int, bool, float]:
            host = inventory.hosts[verdicts.host_ids[place]]
            near = host.cluster in clusters
            load = host_load(inventory, host).memory_share if near else 0.0
            return int(verdicts.severity[place]), not near, load

        best = sorted(places, key=rank)
        shown = [
            self._host(ids, inventory.hosts[verdicts.host_ids[place]], verdicts, place) for place in best[:_SHOWN_HOSTS]
        ]
        if len(best) > _SHOWN_HOSTS:
            more = self.tr("{count} more hosts: drag the VM, or pick it up and put it down there")
            shown.append(Entry(more.format(count=len(best) - _SHOWN_HOSTS), reason=more.format(count="")))
        return shown or [Entry(self.tr("There is no other host."), reason=self.tr("There is no other host."))]

    def _host(self, ids: Sequence[str], host: Host, verdicts: HostVerdicts, place: int) -> Entry:
        severity = Severity(int(verdicts.severity[place]))
        reason = self._reasons(MigrationSpec(vm=ids[0], host=host.id)) if severity >= Severity.WARNING else ""
        load = round(host_load(self._context.session.inventory, host).memory_share * 100)
        text = f"{words.severity_mark(severity)}  {host.name}  –  " + self.tr("{load} % memory").format(load=load)
        impossible = reason or words.severity_name(severity) if severity >= Severity.ERROR else ""
        return Entry(text, lambda: self._propose(ids, host.id), impossible, reason or words.severity_name(severity))

    def _datastores(self, ids: Sequence[str]) -> list[Entry]:
        session = self._context.session
        inventory = session.inventory
        vm = inventory.vms[ids[0]]
        mounts = [mount.datastore for mount in inventory.hosts[vm.host].mounts]
        entries = []
        for id_ in [id_ for id_ in mounts if id_ != vm.home_datastore][:_SHOWN_HOSTS]:
            verdict = session.checker().check(MigrationSpec(vm=vm.id, datastore=id_))
            store = inventory.datastores[id_]
            free = self.tr("{free} free").format(free=words.quantity(store.free_bytes, "bytes"))
            reason = self._reasons(MigrationSpec(vm=vm.id, datastore=id_))
            text = f"{words.severity_mark(verdict.severity)}  {store.name}  –  {free}"
            entries.append(Entry(text, self._proposal(ids, id_), "" if verdict.possible else reason, reason))
        none = self.tr("The host has no other datastore.")
        return entries or [Entry(none, reason=none)]

    def _proposal(self, ids: Sequence[str], target: str) -> Callable[[], None]:
        return lambda: self._propose(ids, target)

    def _reasons(self, spec: MigrationSpec) -> str:
        verdict = self._context.session.checker().check(spec)
        return " ".join(
            self._context.language.text(reason.text)
            for reason in verdict.reasons
            if reason.severity >= Severity.WARNING
        )

    def _propose(self, ids: Sequence[str], target: str) -> None:
        self._context.drag.propose(ids, target)

    # --- running and finished ones --------------------------------------------------------------------------

    def _cancel(self, ids: Sequence[str]) -> Entry:
        running = self._context.session.busy_vms()
        migrations = [running[id_] for id_ in ids if id_ in running]
        reason = "" if migrations else self.tr("No migration is running.")

        def cancel() -> None:
            for migration in migrations:
                self._context.commands.cancel(migration)

        return Entry(self.tr("Cancel migration"), cancel, reason)

    def _back(self, ids: Sequence[str]) -> Entry:
        statuses = self._context.session.backend.migrations().values()
        done = [status for status in statuses if status.vm == ids[-1] and status.phase is Phase.COMPLETED]
        commands = self._context.commands
        last = done[-1].id if done else ""
        reason = (
            "" if last and commands.back_step(last) is not None else self.tr("There is no finished move to take back.")
        )
        return Entry(self.tr("Move back"), lambda: commands.move_back(last), reason)

    # --- power ----------------------------------------------------------------------------------------------

    def _power(self, vms: Sequence[VirtualMachine]) -> tuple[Entry, ...]:
        return (
            self._power_entry(self.tr("Power On"), vms, "poweredOn", "edit.powerOn"),
            self._power_entry(self.tr("Power Off"), vms, "poweredOff", "edit.powerOff"),
            self._power_entry(self.tr("Suspend"), vms, "suspended", "edit.suspend"),
            self._reset(vms),
        )

    def _reset(self, vms: Sequence[VirtualMachine]) -> Entry:
        able = [vm.id for vm in vms if vm.power_state == "poweredOn"]
        text = self.tr("Reset")
        names = ", ".join(self._context.name(id_) for id_ in able[:3])
        reason = "" if able else self.tr("The virtual machine is not powered on.")
        hint = self.tr("The guest starts anew. It keeps the processor features of its last power-on.")

        def run() -> None:
            self._context.commands.set_fields(lambda: f"{text}: {names}", able, "edit.reset", power_state="poweredOn")

        return Entry(text, run, reason, hint)

    def _power_entry(self, text: str, vms: Sequence[VirtualMachine], state: VmPowerState, label: str) -> Entry:
        from_states = {"poweredOn": ("poweredOff", "suspended"), "poweredOff": ("poweredOn", "suspended")}
        able = [vm for vm in vms if vm.power_state in from_states.get(state, ("poweredOn",)) and not vm.template]
        names = ", ".join(vm.name for vm in able[:3])
        reason = "" if able else self.tr("The virtual machine's power state does not allow it.")

        def run() -> None:
            changes = power_changes(self._context.session.inventory, able, state)
            self._context.commands.edit(lambda: f"{text}: {names}", changes, label)

        return Entry(text, run, reason)

    # --- faults ---------------------------------------------------------------------------------------------

    def _faults(self, vms: Sequence[VirtualMachine]) -> Entry:
        vm = vms[-1]
        faults: tuple[Fault, ...] = (SwitchoverStalled(vm=vm.id), DestinationCannotResume(vm=vm.id))
        reason = "" if vm.power_state == "poweredOn" else self.tr("The virtual machine is not powered on.")
        children = tuple(fault_entry(self._context, fault) for fault in faults)
        return Entry(self.tr("Inject fault"), reason=reason, children=children)


def fault_entry(context: Context, fault: Fault) -> Entry:
    """An entry that injects a fault, or repairs it where it is injected."""
    active = any(isinstance(held, InjectFault) and held.fault == fault for held in context.session.backend.faults())
    name = fault_name(fault)
    if active:
        repair = QCoreApplication.translate("VmActions", "Repair: {fault}").format(fault=name)
        return Entry(repair, lambda: context.commands.repair(lambda: repair, fault))
    return Entry(name, lambda: context.commands.inject(lambda: name, fault))
