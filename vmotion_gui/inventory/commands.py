"""What can be asked of a running lab: plain data, journaled with its time, and kept in the lab document."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.changes import Change
from vmotion_gui.inventory.entities import DiskFormat, VmPowerState
from vmotion_gui.inventory.hypervisor import ProfileSettings, SettingName

VsanMode = Literal["ensureObjectAccessibility", "evacuateAllData", "noAction"]
"""`VsanHostDecommissionModeObjectAction`: what becomes of a host's vSAN data before it is away."""
MovePriority = Literal["lowPriority", "defaultPriority", "highPriority"]


class _Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of the commands' data."""


class MigrationSpec(_Data, frozen=True, kw_only=True):
    """What to move where (`VirtualMachineRelocateSpec`). Ids; an empty string leaves that part
    where it is.
    """

    vm: str
    host: str = ""
    datastore: str = ""
    """Datastore for the VM's home and all disks that `disks` does not name."""
    disks: dict[str, str] = {}
    """Disk label -> datastore."""
    formats: dict[str, DiskFormat] = {}
    """Label of a disk that moves -> what it is to be at the destination; others keep their format."""
    networks: dict[str, str] = {}
    """NIC label -> port group at the destination; others keep theirs or the one of the same name there."""
    resource_pool: str = ""
    state: VmPowerState | Literal[""] = ""
    """The power state that the VM must have when it is checked, as it had when this was planned; empty: any."""
    priority: MovePriority = "defaultPriority"
    max_bandwidth_bytes_per_s: q.Bandwidth | None = None
    """What this migration sends at most while the guest runs; None: what its way and the hypervisor allow."""


class Migrate(_Data, frozen=True, kw_only=True, tag="migrate", tag_field="kind"):
    """Start a migration. Its ticket is the migration's id, "migration-1" for the first of a lab."""

    spec: MigrationSpec


class CancelMigration(_Data, frozen=True, kw_only=True, tag="cancelMigration", tag_field="kind"):
    """Cancel a queued or running migration: it rolls back. Of one that has ended: nothing happens."""

    migration: str


class VmotionNetworkLost(_Data, frozen=True, kw_only=True, tag="vmotionNetworkLost", tag_field="kind"):
    """A host's vMotion network carries nothing any more, until repaired."""

    host: str


class LinkFailed(_Data, frozen=True, kw_only=True, tag="linkFailed", tag_field="kind"):
    """A network link between sites or subnets is down, until repaired."""

    link: str


class HostFailed(_Data, frozen=True, kw_only=True, tag="hostFailed", tag_field="kind"):
    """A host loses power. What runs on it stops; HA restarts it elsewhere where it can."""

    host: str


class DatastoreFull(_Data, frozen=True, kw_only=True, tag="datastoreFull", tag_field="kind"):
    """Others fill the datastore: no byte is free any more, until repaired."""

    datastore: str


class SwitchoverStalled(_Data, frozen=True, kw_only=True, tag="switchoverStalled", tag_field="kind"):
    """The VM's next switchover does not get its last pages across, until its time limit fails
    the migration.
    """

    vm: str


class DestinationCannotResume(_Data, frozen=True, kw_only=True, tag="destinationCannotResume", tag_field="kind"):
    """The destination host fails to resume the VM at the VM's next switchover."""

    vm: str


Fault = VmotionNetworkLost | LinkFailed | HostFailed | DatastoreFull | SwitchoverStalled | DestinationCannotResume


def fault_target(fault: Fault) -> str:
    """The id of what the fault strikes."""
    match fault:
        case VmotionNetworkLost(host=id_) | HostFailed(host=id_):
            return id_
        case LinkFailed(link=id_):
            return id_
        case DatastoreFull(datastore=id_):
            return id_
        case SwitchoverStalled(vm=id_) | DestinationCannotResume(vm=id_):
            return id_


class InjectFault(_Data, frozen=True, kw_only=True, tag="injectFault", tag_field="kind"):
    """Make something fail, now."""

    fault: Fault


class RepairFault(_Data, frozen=True, kw_only=True, tag="repairFault", tag_field="kind"):
    """Take an injected fault back: what it broke works again (migrations that failed stay failed)."""

    fault: Fault


class EditInventory(_Data, frozen=True, kw_only=True, tag="editInventory", tag_field="kind"):
    """Change the estate at once: an administrator's edit, or a finished move taken back."""

    changes: tuple[Change, ...]
    label: str = ""
    """Key of the sentence that tells what was edited."""


class ChangeSettings(_Data, frozen=True, kw_only=True, tag="changeSettings", tag_field="kind"):
    """Change the hypervisor's settings from now on, for migrations that run, too (QEMU's migrate-set-parameters)."""

    settings: ProfileSettings
    """What changes; what is left out stays as it is."""
    reset: tuple[SettingName, ...] = ()
    """Settings that are again what the hypervisor has by default."""


class EnterMaintenanceMode(_Data, frozen=True, kw_only=True, tag="enterMaintenanceMode", tag_field="kind"):
    """Empty a host and put it into maintenance mode (`EnterMaintenanceMode_Task`). Its ticket is the task's id,
    "task-1" for the first of a lab.
    """

    host: str
    timeout_s: q.Seconds = 0.0
    """After so long the task fails (`Timedout`); 0: it waits for ever."""
    evacuate_powered_off: bool = False
    """Whether VMs that do not run have to leave, too (`evacuatePoweredOffVms`)."""
    vsan_mode: VsanMode = "ensureObjectAccessibility"


class ExitMaintenanceMode(_Data, frozen=True, kw_only=True, tag="exitMaintenanceMode", tag_field="kind"):
    """Take a host out of maintenance mode (`ExitMaintenanceMode_Task`). No VM comes back by itself."""

    host: str


class EnterDatastoreMaintenanceMode(
    _Data, frozen=True, kw_only=True, tag="enterDatastoreMaintenanceMode", tag_field="kind"
):
    """Put a datastore into maintenance mode once no VM has a file on it (`DatastoreEnterMaintenanceMode`). Storage DRS
    empties it, or recommends how, if it is in a datastore cluster. Its ticket is the task's id.
    """

    datastore: str


class ExitDatastoreMaintenanceMode(
    _Data, frozen=True, kw_only=True, tag="exitDatastoreMaintenanceMode", tag_field="kind"
):
    """Take a datastore out of maintenance mode (`DatastoreExitMaintenanceMode_Task`). No file comes back by itself."""

    datastore: str


class ApplyRecommendations(_Data, frozen=True, kw_only=True, tag="applyRecommendations", tag_field="kind"):
    """Start the moves that DRS recommends for a host or datastore that is to be empty, and that wait for a person."""

    task: str
    vms: tuple[str, ...] = ()
    """Only those of these VMs; empty: all."""


class CancelTask(_Data, frozen=True, kw_only=True, tag="cancelTask", tag_field="kind"):
    """Cancel a running task of a host or datastore. Of one that has ended: nothing happens."""

    task: str


Command = (
    Migrate
    | CancelMigration
    | InjectFault
    | RepairFault
    | EditInventory
    | ChangeSettings
    | EnterMaintenanceMode
    | ExitMaintenanceMode
    | EnterDatastoreMaintenanceMode
    | ExitDatastoreMaintenanceMode
    | ApplyRecommendations
    | CancelTask
)


class TimedCommand(_Data, frozen=True, kw_only=True):
    """A command of the journal. Order within one time is the order in the journal."""

    time_s: q.Seconds
    command: Command
    initiator: str = "user"
    """Who asked: "user", or the controller's name ("DRS", "HA", "maintenance")."""
