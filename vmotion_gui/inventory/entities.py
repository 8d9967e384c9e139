"""What exists in an estate: frozen values with the vSphere API's names.

Every entity has an `id`, unique in the whole document (vSphere's managed object id, "vm-101", where it is
known), and a `name` for people, which need not be unique. References hold ids. Sizes are bytes, link speeds
bits per second, CPU capacities MHz. An empty string stands for "none" in an optional reference.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.automation import DasConfig as DasConfig
from vmotion_gui.inventory.automation import DrsBehavior as DrsBehavior
from vmotion_gui.inventory.automation import DrsConfig as DrsConfig
from vmotion_gui.inventory.automation import Part as Part
from vmotion_gui.inventory.traffic import TrafficAllocation, TrafficLoad
from vmotion_gui.inventory.workload import MemoryRole, Workload

GIB = 1024**3

HostConnectionState = Literal["connected", "notResponding", "disconnected"]
HostPowerState = Literal["poweredOn", "poweredOff", "standBy", "unknown"]
MaintenanceState = Literal["normal", "entering", "inMaintenance"]
VmPowerState = Literal["poweredOn", "poweredOff", "suspended"]
VmConnectionState = Literal["connected", "disconnected", "orphaned", "inaccessible", "invalid"]
DatastoreType = Literal["VMFS", "NFS", "NFS41", "vSAN", "VVOL"]
VmkService = Literal[
    "management",
    "vmotion",
    "vSphereProvisioning",
    "faultToleranceLogging",
    "vsan",
    "vSphereReplication",
    "nvmeTcp",
]
NetStack = Literal["defaultTcpipStack", "vmotion", "vSphereProvisioning"]
DiskMode = Literal["persistent", "nonpersistent", "independent_persistent", "independent_nonpersistent", "undoable"]
DiskFormat = Literal["thin", "thick", "eagerZeroedThick"]
"""Blocks allocated when first written; allocated at once, zeroed when first written; both at once."""
BusSharing = Literal["noSharing", "virtualSharing", "physicalSharing"]
Origin = Literal["imported", "guessed", "entered"]


class Entity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What everything in the inventory has."""

    id: q.Name
    name: q.Name
    assumed: tuple[str, ...] = ()
    """Names of fields whose values were assumed by an import, not read (shown with a mark). ("*",): the whole
    entity.
    """


# --- places -------------------------------------------------------------------------------------------------


class Site(Entity, frozen=True, kw_only=True):
    """A place with its own power and network; datacenters stand at sites, network links join them."""


class VCenter(Entity, frozen=True, kw_only=True):
    """A vCenter Server. Two with the same SSO domain are in Enhanced Linked Mode."""

    version: str = "8.0.3"
    instance_uuid: str = ""
    sso_domain: str = "vsphere.local"
    edition: Literal["essentials", "essentialsPlus", "foundation", "standard"] = "standard"
    vgpu_hot_migrate_enabled: bool = False
    """The advanced setting `vgpu.hotmigrate.enabled`."""
    virtual_intranet_test: bool = True
    """The advanced setting `config.migrate.test.CompatibleNetworks.VMOnVirtualIntranet`."""
    blocked_mac_addresses: tuple[str, ...] = ()
    """MAC addresses that VMs took along to other vCenter Servers; it gives them to no other VM."""


class Folder(Entity, frozen=True, kw_only=True):
    """A folder of VMs, hosts, datastores or networks. `parent` is a folder or a datacenter."""

    parent: str
    kind: Literal["vm", "host", "datastore", "network"] = "vm"


class Datacenter(Entity, frozen=True, kw_only=True):
    """A name space for networks and datastores."""

    vcenter: str
    site: str = ""


class VmAffinityRule(Part, frozen=True, kw_only=True, tag="vmAffinity", tag_field="kind"):
    """Keep Virtual Machines Together."""

    name: str
    vms: tuple[str, ...]
    enabled: bool = True


class VmAntiAffinityRule(Part, frozen=True, kw_only=True, tag="vmAntiAffinity", tag_field="kind"):
    """Separate Virtual Machines."""

    name: str
    vms: tuple[str, ...]
    enabled: bool = True


class VmHostRule(Part, frozen=True, kw_only=True, tag="vmHost", tag_field="kind"):
    """Virtual Machines to Hosts: must or should (`mandatory`) run, or not run (`affine` false),
    on the hosts.
    """

    name: str
    vms: tuple[str, ...]
    hosts: tuple[str, ...]
    affine: bool = True
    mandatory: bool = False
    enabled: bool = True


ClusterRule = VmAffinityRule | VmAntiAffinityRule | VmHostRule


class Cluster(Entity, frozen=True, kw_only=True):
    """`ClusterComputeResource`: hosts that share DRS, HA, EVC and rules."""

    datacenter: str
    folder: str = ""
    drs: DrsConfig = DrsConfig()
    das: DasConfig = DasConfig()
    evc_mode_key: str = ""
    """`summary.currentEVCModeKey`; empty: EVC is off."""
    rules: tuple[ClusterRule, ...] = ()


class ResourcePool(Entity, frozen=True, kw_only=True):
    """A resource pool or vApp of a cluster or stand-alone host. `parent` is a pool, cluster or host."""

    parent: str
    vapp: bool = False
    cpu_reservation_mhz: q.Megahertz = 0
    memory_reservation_bytes: q.Bytes = 0
    cpu_limit_mhz: q.Megahertz | None = None
    memory_limit_bytes: q.Bytes | None = None
    expandable_reservation: bool = True


# --- network ------------------------------------------------------------------------------------------------


class Subnet(Entity, frozen=True, kw_only=True):
    """An IP network with its VLAN. Hosts' VMkernel adapters and port groups' guests live in it."""

    cidr: str
    vlan: q.Vlan = 0
    gateway: str = ""
    """The router's address; empty: there is no way out of this subnet."""
    site: str = ""


class Switch(Entity, frozen=True, kw_only=True):
    """A standard switch of one host, or a distributed switch of a datacenter with its member hosts."""

    distributed: bool = False
    datacenter: str = ""
    """The distributed switch's datacenter."""
    hosts: tuple[str, ...] = ()
    """One host for a standard switch; the members of a distributed one."""
    version: str = ""
    mtu: q.Mtu = 1500
    ports: q.Count = 128
    """Ports for VMs in all; a VM's NIC takes one."""
    notify_switches: bool = True
    vendor: str = "VMware"
    """A distributed switch's maker; a VM's NIC does not move between two makers' switches."""
    io_control: bool = True
    """Network I/O Control, of a distributed switch: kinds of traffic share its adapters by `allocations`."""
    allocations: tuple[TrafficAllocation, ...] = ()
    """What differs from vSphere's own: 100 shares for virtual machines, 50 for each other kind."""
    data_path: Literal["standard", "enhanced", "realTime"] = "standard"
    """How packets pass it: enhanced data path (ENS) and real-time switches take no VM from one of another kind."""
    under_maintenance: bool = False


class PortGroup(Entity, frozen=True, kw_only=True):
    """A port group of a switch. Standard ones match across hosts by name, distributed ones by identity."""

    switch: str
    vlan: q.Vlan = 0
    subnet: str = ""
    """The subnet that its guests live in, if known."""
    shaping_out_bits_per_s: q.Bandwidth | None = None
    """Traffic shaping: what each adapter in it may send on average (a distributed port group's ingress); null: any."""
    shaping_in_bits_per_s: q.Bandwidth | None = None
    """What each may receive on average (a distributed port group's egress; a standard one cannot); null: any."""
    promiscuous_mode: bool = False
    mac_changes: bool = False
    forged_transmits: bool = False


class NetworkLink(Entity, frozen=True, kw_only=True):
    """A link between two sites or two subnets, the same in both directions, full duplex."""

    a: str
    b: str
    bandwidth_bits_per_s: q.Bandwidth
    rtt_s: q.Seconds = 0.0
    loss: q.Fraction = 0.0
    """Share of packets lost, 0 to 1."""
    state: Literal["up", "down"] = "up"


# --- hosts --------------------------------------------------------------------------------------------------


class PhysicalNic(Part, frozen=True, kw_only=True):
    """A physical adapter (`vmnic0`). `speed_bits_per_s` 0: the link is down (`linkSpeed` unset)."""

    device: str
    speed_bits_per_s: q.LinkSpeed = 10_000_000_000
    full_duplex: bool = True
    switch: str = ""
    """The switch whose uplink it is."""
    latency_s: q.Seconds = 0.0
    """One-way delay from this adapter to the middle of its network."""
    loads: tuple[TrafficLoad, ...] = ()
    """Other traffic that loads it all the time, besides that of the VMs' workloads."""


class VmKernelAdapter(Part, frozen=True, kw_only=True):
    """A VMkernel adapter (`HostVirtualNic`, `vmk0`)."""

    device: str
    portgroup: str = ""
    ip_address: str = ""
    subnet: str = ""
    services: tuple[VmkService, ...] = ()
    net_stack: NetStack = "defaultTcpipStack"
    mtu: q.Mtu = 1500
    gateway: str = ""
    """Gateway of its own TCP/IP stack, where that stack has one."""
    services_origin: Origin = "entered"
    """Where `services` come from; an export that cannot tell is "guessed" until a person confirms."""


class DatastoreMount(Part, frozen=True, kw_only=True):
    """How a host sees a datastore (`HostMountInfo`)."""

    datastore: str
    access_mode: Literal["readWrite", "readOnly"] = "readWrite"
    accessible: bool = True
    inaccessible_reason: Literal["", "AllPathsDown_Start", "AllPathsDown_Timeout", "PermanentDeviceLoss"] = ""


class VsanComponent(Part, frozen=True, kw_only=True):
    """A part of a VM's data on a host's vSAN disks: a whole copy of it, or a witness that only has a vote.

    As many copies as a VM has on all hosts, less one, are the failures that its storage policy tolerates.
    """

    vm: str
    """The VM whose data it is."""
    size_bytes: q.Bytes
    witness: bool = False


class Host(Entity, frozen=True, kw_only=True):
    """An ESXi host (`HostSystem`). A host without `cluster` stands alone in its datacenter."""

    datacenter: str
    cluster: str = ""
    folder: str = ""
    version: str = "8.0.3"
    build: str = ""
    cpu_vendor: Literal["intel", "amd"] = "intel"
    cpu_model: str = ""
    cpu_features: tuple[str, ...] = ()
    """Feature capabilities beyond those of `max_evc_mode_key` ("cpuid.avx512f"), and after a "-" those it
    lacks.
    """
    max_evc_mode_key: str = "intel-skylake"
    licence_features: tuple[str, ...] = (
        "vmotion",
        "storagevmotion",
        "crossvcenter",
        "longdistance",
        "drs",
        "encryption",
    )
    sockets: q.PositiveCount = 2
    cores: q.PositiveCount = 32
    """Cores of all sockets together."""
    hyperthreading: bool = True
    cpu_mhz: q.PositiveCount = 2600
    memory_bytes: q.PositiveBytes = 512 * GIB
    pnics: tuple[PhysicalNic, ...] = ()
    vmk_adapters: tuple[VmKernelAdapter, ...] = ()
    mounts: tuple[DatastoreMount, ...] = ()
    vsan_capacity_bytes: q.Bytes = 0
    """What its disks give to vSAN; 0: it keeps no data of vSAN."""
    vsan_components: tuple[VsanComponent, ...] = ()
    """What vSAN keeps on it, at most one part of each VM."""
    rdm_luns: tuple[str, ...] = ()
    """LUN ids that raw device mappings may point at on this host."""
    gpu_profiles: tuple[str, ...] = ()
    """vGPU profiles that fit a free slot here."""
    usb_remote_backing: bool = True
    connection_state: HostConnectionState = "connected"
    power_state: HostPowerState = "poweredOn"
    maintenance_state: MaintenanceState = "normal"
    in_quarantine_mode: bool = False
    vmotion_supported: bool = True
    storage_vmotion_supported: bool = True
    encrypted_vmotion_supported: bool = True
    vmotion_with_storage_vmotion_supported: bool = True
    """Whether it can move host and storage at once (`vmotionWithStorageVMotionSupported`)."""
    vmotion_across_network_supported: bool = True
    """Whether it can change networks while moving (`vmotionAcrossNetworkSupported`)."""
    raw_device_mappings_supported: bool = True
    remote_device_vmotion_supported: bool = False
    unshared_swap_vmotion_supported: bool = True
    local_swap_datastore: str = ""
    """The datastore for swap files of VMs that keep them on their host (`localSwapDatastore`)."""
    wake_on_lan_supported: bool = True
    max_video_ram_bytes: q.Bytes | None = None
    unsupported_devices: tuple[str, ...] = ()
    """Kinds of devices and types of network adapters that it refuses (`DeviceNotSupported`)."""
    device_backings: tuple[str, ...] = ()
    """Physical devices that VMs may be backed by ("/dev/cdrom"), as far as they are known."""
    licence_max_vms: q.Count | None = None
    licence_max_cpus: q.Count | None = None
    max_disks_storage_vmotion: q.PositiveCount = 64
    """Disks of one VM that one Storage vMotion may move (`maxNumDisksSVMotion`)."""
    component_failed: bool = False
    """A part of its hardware has failed (`HostHasComponentFailure`)."""
    agent_vms_deployed: bool = True
    """Whether the agent VMs that it must have are running (`InsufficientAgentVmsDeployed`)."""
    das_state: Literal["healthy", "error"] = "healthy"
    """HA's own state on this host (`dasHostState`)."""
    unsupported_guest_ids: tuple[str, ...] = ()
    """Guest operating systems that it refuses (`UnsupportedGuest`)."""
    key_providers: tuple[str, ...] = ()
    """Key providers that can give this host the keys of encrypted VMs."""
    max_vms: q.Count = 1024

    @property
    def threads(self) -> int:
        """Logical processors."""
        return self.cores * 2 if self.hyperthreading else self.cores


# --- storage ------------------------------------------------------------------------------------------------


class StorageDrsConfig(Part, frozen=True, kw_only=True):
    """`StorageDrsPodConfigInfo`, as far as it decides what becomes of a datastore that enters maintenance mode."""

    enabled: bool = True
    default_vm_behavior: Literal["manual", "automated"] = "manual"
    default_intra_vm_affinity: bool = True
    """Whether all disks of a VM stay together on one datastore."""
    space_utilization_threshold: q.Fraction = 0.8
    """Share of a datastore that Storage DRS fills at most, as long as there is another way."""


class DatastoreCluster(Entity, frozen=True, kw_only=True):
    """A group of datastores for Storage DRS (`StoragePod`)."""

    datacenter: str
    storage_drs: StorageDrsConfig = StorageDrsConfig()


class Datastore(Entity, frozen=True, kw_only=True):
    """A datastore. Its bandwidths are what all hosts together can get from it."""

    datacenter: str
    type: DatastoreType = "VMFS"
    cluster: str = ""
    """Its datastore cluster, if any."""
    capacity_bytes: q.Bytes
    free_bytes: q.Bytes
    read_bandwidth_bytes_per_s: q.Bandwidth = 1.0e9
    write_bandwidth_bytes_per_s: q.Bandwidth = 0.8e9
    accessible: bool = True
    maintenance_mode: Literal["normal", "enteringMaintenance", "inMaintenance"] = "normal"


# --- virtual machines ---------------------------------------------------------------------------------------


class RawDeviceMapping(Part, frozen=True, kw_only=True):
    """A mapping file that points at a LUN."""

    lun: str
    compatibility_mode: Literal["virtualMode", "physicalMode"] = "virtualMode"


class VirtualDisk(Part, frozen=True, kw_only=True):
    """A virtual disk. `path` is "folder/disk.vmdk" on its datastore."""

    label: str = "Hard disk 1"
    datastore: str
    path: str
    capacity_bytes: q.Bytes
    used_bytes: q.Bytes | None = None
    """Bytes that are allocated, None: all of them."""
    thin: bool = True
    eagerly_scrub: bool = False
    """Of a disk that is not thin: all of it was zeroed when it was made (`eagerlyScrub`)."""
    mode: DiskMode = "persistent"
    sharing: Literal["sharingNone", "sharingMultiWriter"] = "sharingNone"
    bus_sharing: BusSharing = "noSharing"
    rdm: RawDeviceMapping | None = None

    @property
    def allocated_bytes(self) -> int:
        """Bytes that a copy has to move."""
        return self.capacity_bytes if self.used_bytes is None else min(self.used_bytes, self.capacity_bytes)

    @property
    def format(self) -> DiskFormat:
        """Thin, thick and zeroed at first use, or thick and zeroed when it was made."""
        return "thin" if self.thin else "eagerZeroedThick" if self.eagerly_scrub else "thick"

    def space_as(self, format_: DiskFormat) -> int:
        """Bytes that it takes on a datastore in a format; none if it is a raw device."""
        if self.rdm is not None:
            return 0
        return self.allocated_bytes if format_ == "thin" else self.capacity_bytes


class VirtualNic(Part, frozen=True, kw_only=True):
    """A virtual network adapter."""

    label: str = "Network adapter 1"
    portgroup: str
    mac_address: str = ""
    type: Literal["vmxnet3", "e1000", "e1000e", "sriov", "vlance"] = "vmxnet3"
    connected: bool = True
    ip_address: str = ""
    reservation_bits_per_s: q.Bandwidth | None = None
    wake_on_lan_enabled: bool = False
    conflict_port: bool = False
    """It sits on a temporary port of a distributed switch (`VMOnConflictDVPort`)."""


class VirtualDevice(Part, frozen=True, kw_only=True):
    """A device other than disks and NICs.

    `backing` says what is behind it: for CD-ROM and floppy "iso:<datastore id>/<path>", "host:<device>" or
    "client:"; for passthrough, USB, serial and parallel the host's device; for a vGPU its profile; for a TPM
    its key provider.
    """

    kind: Literal[
        "cdrom", "floppy", "usb", "pciPassthrough", "vgpu", "serial", "parallel", "tpm", "nvdimm", "sharedPci"
    ]
    label: str
    backing: str = ""
    connected: bool = True


class Snapshot(Part, frozen=True, kw_only=True):
    """A snapshot. `size_bytes` is what its files hold: the delta disks, and the memory if it was taken along."""

    name: str
    created: str = ""
    size_bytes: q.Bytes = 0
    state: VmPowerState = "poweredOff"
    """What the VM was when it was taken; of a running one it holds the memory too."""


class MemoryPart(Part, frozen=True, kw_only=True):
    """A share of the VM's memory with its role, as the heat map names it."""

    role: MemoryRole
    fraction: q.Fraction


DEFAULT_MEMORY_LAYOUT = (
    MemoryPart(role="operatingSystem", fraction=0.15),
    MemoryPart(role="applications", fraction=0.35),
    MemoryPart(role="transactionData", fraction=0.5),
)


class VirtualMachine(Entity, frozen=True, kw_only=True):
    """A virtual machine or template."""

    host: str
    """The host that it runs on or is registered with."""
    resource_pool: str = ""
    folder: str = ""
    template: bool = False
    power_state: VmPowerState = "poweredOn"
    connection_state: VmConnectionState = "connected"
    cpus: q.PositiveCount = 2
    cores_per_socket: q.PositiveCount = 1
    memory_bytes: q.PositiveBytes = 4 * GIB
    touched_memory_bytes: q.Bytes | None = None
    """Memory that the guest ever wrote; the rest is zero pages. None: all of it."""
    swapped_memory_bytes: q.Bytes = 0
    """What of it the host has put into the swap file (`quickStats.swappedMemory`)."""
    ballooned_memory_bytes: q.Bytes = 0
    """What of it the balloon driver has taken from the guest (`quickStats.balloonedMemory`)."""
    cpu_reservation_mhz: q.Megahertz = 0
    memory_reservation_bytes: q.Bytes = 0
    hardware_version: q.HardwareVersion = 19
    """vmx-NN."""
    firmware: Literal["bios", "efi"] = "efi"
    secure_boot: bool = False
    guest_id: str = "otherLinux64Guest"
    instance_uuid: str = ""
    bios_uuid: str = ""
    min_required_evc_mode_key: str = ""
    """`runtime.minRequiredEVCModeKey`, fixed at power-on; empty: the mode of its host or cluster at power-on.
    """
    required_cpu_features: tuple[str, ...] = ()
    """`runtime.featureRequirement` keys beyond those of the EVC mode."""
    evc_mode_key: str = ""
    """Its own EVC mode (per-VM EVC, from hardware version 14 on), taken at power-on; empty: none."""
    cpu_feature_mask: tuple[str, ...] = ()
    """Processor features that its configuration hides from the guest (`cpuFeatureMask`)."""
    cpu_affinity: tuple[q.Count, ...] = ()
    memory_affinity: tuple[q.Count, ...] = ()
    """NUMA nodes that its memory is bound to."""
    config_datastore: str = ""
    """Datastore of the VM's home; empty: that of its first disk."""
    config_path: str = ""
    """"folder/name.vmx" in its home datastore."""
    disks: tuple[VirtualDisk, ...] = ()
    nics: tuple[VirtualNic, ...] = ()
    devices: tuple[VirtualDevice, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    linked_clone: bool = False
    snapshot_directory: str = ""
    """Where snapshots go, if not beside the configuration (`files.snapshotDirectory`)."""
    locked_files: tuple[str, ...] = ()
    swap_placement: Literal["inherit", "vmDirectory", "hostLocal"] = "inherit"
    encrypted: bool = False
    key_provider: str = ""
    migrate_encryption: Literal["disabled", "opportunistic", "required"] = "opportunistic"
    fault_tolerance: Literal["notConfigured", "disabled", "enabled", "needSecondary", "starting", "running"] = (
        "notConfigured"
    )
    fault_tolerance_secondary_host: str = ""
    """Where the secondary VM of a Fault Tolerance pair runs."""
    latency_sensitivity: Literal["low", "normal", "medium", "high"] = "normal"
    drs_behavior: Literal["default", "disabled", "manual", "partiallyAutomated", "fullyAutomated"] = "default"
    vpmc_enabled: bool = False
    video_3d_renderer: Literal["none", "automatic", "software", "hardware"] = "none"
    video_ram_bytes: q.Bytes = 8 * 1024**2
    tools_running: bool = True
    powering_on: bool = False
    """Still powering on or resuming: not ready to be migrated (`MigrationNotReady`)."""
    guest_heartbeat: Literal["gray", "green", "yellow", "red"] = "green"
    tools_installer_mounted: bool = False
    question: str = ""
    """Text of a pending question; empty: none."""
    disabled_methods: tuple[str, ...] = ()
    """`disabledMethod`: API methods that a solution or administrator disabled ("RelocateVM_Task")."""
    workload: Workload = Workload()
    memory_layout: tuple[MemoryPart, ...] = DEFAULT_MEMORY_LAYOUT
    annotation: str = ""

    @property
    def resident_memory_bytes(self) -> int | None:
        """Memory that holds the guest's data on its host: neither in the balloon nor swapped out. None: all of it."""
        away = self.swapped_memory_bytes + self.ballooned_memory_bytes
        if not away:
            return self.touched_memory_bytes
        touched = self.memory_bytes if self.touched_memory_bytes is None else self.touched_memory_bytes
        return max(0, touched - away)

    @property
    def swap_file_bytes(self) -> int:
        """Size of its swap file while it runs: its memory without what is reserved."""
        return max(0, self.memory_bytes - self.memory_reservation_bytes) if self.power_state == "poweredOn" else 0

    @property
    def home_datastore(self) -> str:
        """Id of the datastore that holds the VM's configuration; empty if it has neither home nor disks."""
        return self.config_datastore or (self.disks[0].datastore if self.disks else "")

    @property
    def datastores(self) -> tuple[str, ...]:
        """Ids of all datastores that hold files of the VM, home first, each once."""
        names = [self.home_datastore, *(disk.datastore for disk in self.disks)]
        return tuple(dict.fromkeys(name for name in names if name))
