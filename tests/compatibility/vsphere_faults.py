"""vSphere's faults: what each rule stands for, and all that a migration's check knows."""

from __future__ import annotations

FAULT_OF: dict[str, str] = {
    "vm.state": "InvalidPowerState",
    "vm.connection": "InvalidVmState",
    "vm.busy": "TaskInProgress",
    "vm.notReady": "MigrationNotReady",
    "vm.question": "QuestionPending",
    "vm.toolsInstaller": "ToolsInstallationInProgress",
    "vm.disabled": "MigrationDisabled",
    "vm.tools": "NoGuestHeartbeat",
    "vm.locked": "FileLocked",
    "vm.ftStorage": "CannotMoveFaultToleranceVm",
    "vm.ftCluster": "CannotMoveFaultToleranceVm",
    "vm.ftPair": "FaultToleranceAntiAffinityViolated",
    "vm.ftBuild": "FaultToleranceNotSameBuild",
    "vm.ftDisk": "FaultToleranceNeedsThickDisk",
    "vm.ftCount": "VmFaultToleranceTooManyVMsOnHost",
    "host.source": "HostNotConnected",
    "host.same": "",
    "host.disconnected": "HostNotConnected",
    "host.unreachable": "HostNotReachable",
    "host.power": "InvalidHostState",
    "host.maintenance": "InvalidHostState",
    "host.fileMove": "MaintenanceModeFileMove",
    "host.failover": "DisallowedOperationOnFailoverHost",
    "host.agents": "InsufficientAgentVmsDeployed",
    "host.full": "HostInventoryFull",
    "host.quarantine": "QuarantineModeFault",
    "host.component": "HostHasComponentFailure",
    "ha.error": "HAErrorsAtDest",
    "cpu.vendor": "CpuIncompatible",
    "cpu.evc": "FeatureRequirementsNotMet",
    "cpu.vmEvc": "FeatureRequirementsNotMet",
    "cpu.features": "FeatureRequirementsNotMet",
    "cpu.mask": "CannotModifyConfigCpuRequirements",
    "cpu.maskKept": "WillModifyConfigCpuRequirements",
    "cpu.counters": "FeatureRequirementsNotMet",
    "cpu.affinity": "AffinityConfigured",
    "cpu.most": "NumVirtualCpusNotSupported",
    "cpu.licence": "NumVirtualCpusExceedsLimit",
    "cpu.count": "NotEnoughLogicalCpus",
    "host.vmhw": "VirtualHardwareVersionNotSupported",
    "host.guest": "UnsupportedGuest",
    "memory.size": "MemorySizeNotSupported",
    "cpu.3d": "DeviceNotSupported",
    "dev.video": "IncompatibleDefaultDevice",
    "vm.snapshotRevert": "SnapshotRevertIssue",
    "cap.memory": "InsufficientMemoryResourcesFault",
    "cap.cpu": "InsufficientCpuResourcesFault",
    "cap.perCpu": "InsufficientPerCpuCapacity",
    "vm.latency": "InsufficientCpuResourcesFault",
    "cap.load": "",
    "cap.poolCpu": "InsufficientCpuResourcesFault",
    "cap.pool": "InsufficientMemoryResourcesFault",
    "ha.capacity": "InsufficientFailoverResourcesFault",
    "lic.vms": "VmLimitLicense",
    "vmotion.source": "VMotionNotConfigured",
    "vmotion.target": "VMotionNotConfigured",
    "vmotion.sourceLinkdown": "VMotionLinkDown",
    "vmotion.linkdown": "VMotionLinkDown",
    "vmotion.slow": "VMotionLinkCapacityLow",
    "vmotion.licence": "VMotionNotLicensed",
    "vmotion.unsupported": "VMotionNotSupported",
    "vmotion.subnet": "Timedout",
    "vmotion.rtt": "",
    "vmotion.longDistance": "VMotionNotLicensed",
    "vmotion.mtu": "",
    "vmotion.encryption": "",
    "vmotion.withStorage": "FullStorageVMotionNotSupported",
    "vmotion.otherNetwork": "VMotionAcrossNetworkNotSupported",
    "svmotion.unsupported": "StorageVMotionNotSupported",
    "svmotion.licence": "VMotionNotLicensed",
    "vmotion.names": "MismatchedVMotionNetworkNames",
    "vmotion.protocol": "VMotionProtocolIncompatible",
    "vmotion.ipFamily": "",
    "net.missing": "CannotAccessNetwork",
    "net.dvport": "CannotAccessNetwork",
    "net.intranet": "VMOnVirtualIntranet",
    "net.notsame": "NetworksMayNotBeTheSame",
    "net.vlan": "CannotUseNetwork",
    "net.policies": "CannotUseNetwork",
    "net.full": "DestinationSwitchFull",
    "net.dvsVersion": "CannotUseNetwork",
    "net.type": "CannotUseNetwork",
    "net.unusable": "CannotUseNetwork",
    "net.reservation": "CannotUseNetwork",
    "net.capacity": "InsufficientNetworkCapacity",
    "net.conflict": "VMOnConflictDVPort",
    "net.card": "VirtualEthernetCardNotSupported",
    "net.wol": "WakeOnLanNotSupported",
    "net.mac": "",
    "net.macBlocked": "",
    "net.macKept": "",
    "net.address": "",
    "ds.config": "CannotAccessVmConfig",
    "ds.disk": "CannotAccessVmDisk",
    "ds.target": "InvalidDatastore",
    "ds.readonly": "DatastoreNotWritableOnHost",
    "ds.inaccessible": "InaccessibleDatastore",
    "ds.maintenance": "InvalidDatastoreState",
    "ds.space": "NoDiskSpace",
    "ds.same": "",
    "disk.mode": "NonPersistentDisksNotSupported",
    "disk.undoable": "UncommittedUndoableDisk",
    "disk.sharedBus": "SharedBusControllerNotSupported",
    "disk.multiWriter": "MultiWriterNotSupported",
    "disk.delta": "CannotMoveVmWithDeltaDisk",
    "disk.count": "TooManyDevices",
    "rdm.lun": "RDMPointsToInaccessibleDisk",
    "rdm.unsupported": "RDMNotSupported",
    "rdm.conversion": "RDMConversionNotSupported",
    "rdm.datastore": "RDMNotSupportedOnDatastore",
    "rdm.large": "LargeRDMConversionNotSupported",
    "ds.datacenter": "DatacenterMismatch",
    "swap.local": "UnsharedSwapVMotionNotSupported",
    "vm.snapshotFolder": "WillResetSnapshotDirectory",
    "vm.snapshot": "SnapshotMoveNotSupported",
    "ha.protect": "WillLoseHAProtection",
    "dev.cd": "CannotAccessVmDevice",
    "dev.image": "CannotAccessVmDevice",
    "dev.client": "RemoteDeviceNotSupported",
    "dev.filePort": "FileBackedPortNotSupported",
    "dev.usb": "DeviceNotSupported",
    "dev.passthrough": "DeviceNotSupported",
    "dev.sriov": "DeviceNotSupported",
    "dev.vgpuOff": "DeviceNotSupported",
    "dev.vgpu": "InsufficientGraphicsResourcesFault",
    "dev.unsupported": "DeviceNotSupported",
    "vm.encrypted": "EncryptionKeyRequired",
    "rule.vmhost": "VmHostAffinityRuleViolation",
    "rule.vmhostShould": "NoCompatibleSoftAffinityHost",
    "rule.separate": "RuleViolation",
    "rule.together": "RuleViolation",
    "drs.pinned": "DrsDisabledOnVm",
    "xvc.version": "VMotionProtocolIncompatible",
    "xvc.sso": "VMotionNotSupported",
    "xvc.advanced": "VMotionProtocolIncompatible",
    "xvc.hosts": "VMotionNotSupported",
    "xvc.edition": "VMotionNotLicensed",
    "xvc.licence": "VMotionNotLicensed",
    "xvc.encrypted": "EncryptionKeyRequired",
}
"""Rule -> `vim.fault` name; empty where vSphere has none of its own."""

_TEXT = """
states: InvalidPowerState InvalidVmState InvalidState TaskInProgress MigrationNotReady QuestionPending
  ToolsInstallationInProgress NoGuestHeartbeat HostNotConnected InvalidHostConnectionState HostNotReachable
  HostCommunication InvalidHostState NoActiveHostInCluster MaintenanceModeFileMove QuarantineModeFault
  HostHasComponentFailure DisallowedOperationOnFailoverHost InsufficientAgentVmsDeployed MigrationDisabled
  DisallowedChangeByService RestrictedByAdministrator DatacenterMismatch HostInventoryFull
processor: FeatureRequirementsNotMet CpuIncompatible CpuIncompatible1ECX CpuIncompatible81EDX CpuCompatibilityUnknown
  CannotModifyConfigCpuRequirements WillModifyConfigCpuRequirements VirtualHardwareVersionNotSupported
  NumVirtualCpusNotSupported NumVirtualCoresPerSocketNotSupported NotEnoughCpus NotEnoughLogicalCpus
  MemorySizeNotSupported MemorySizeNotSupportedByDatastore MemorySizeNotRecommended UnsupportedGuest
  VMotionProtocolIncompatible IncompatibleDefaultDevice AffinityConfigured
vmotion: VMotionNotConfigured VMotionNotLicensed VMotionNotSupported VMotionLinkDown VMotionLinkCapacityLow
  MismatchedVMotionNetworkNames FullStorageVMotionNotSupported VMotionAcrossNetworkNotSupported Timedout
  GenericVmConfigFault
networks: CannotAccessNetwork DestinationSwitchFull VMOnVirtualIntranet CannotUseNetwork MismatchedNetworkPolicies
  NetworksMayNotBeTheSame DVPortNotSupported VMOnConflictDVPort VirtualEthernetCardNotSupported
  LegacyNetworkInterfaceInUse InsufficientNetworkCapacity InsufficientNetworkResourcePoolCapacity
storage: CannotAccessVmConfig CannotAccessVmDisk RDMPointsToInaccessibleDisk InvalidDatastore InaccessibleDatastore
  DatastoreNotWritableOnHost InvalidDatastoreState NoDiskSpace InsufficientStorageSpace NoCompatibleDatastore FileLocked
  NonPersistentDisksNotSupported VirtualDiskModeNotSupported StorageVMotionNotSupported
  IndependentDiskVMotionNotSupported NonHomeRDMVMotionNotSupported RDMConversionNotSupported
  LargeRDMConversionNotSupported RDMNotSupported PhysCompatRDMNotSupported RDMNotSupportedOnDatastore
  LargeRDMNotSupportedOnDatastore RawDiskNotSupported RDMNotPreserved SharedBusControllerNotSupported
  DisallowedMigrationDeviceAttached MultiWriterNotSupported SnapshotMoveNotSupported HotSnapshotMoveNotSupported
  SnapshotMoveFromNonHomeNotSupported SnapshotMoveToNonHomeNotSupported SnapshotCopyNotSupported SnapshotRevertIssue
  WillResetSnapshotDirectory CannotMoveVmWithDeltaDisk CannotMoveVmWithNativeDeltaDisk DiskMoveTypeNotSupported
  UncommittedUndoableDisk EightHostLimitViolated UnsharedSwapVMotionNotSupported SwapPlacementOverrideNotSupported
  WillLoseHAProtection VmValidateMaxDevice TooManyDevices
devices: CannotAccessVmDevice RemoteDeviceNotSupported FileBackedPortNotSupported DeviceNotSupported
  DeviceBackingNotSupported DeviceControllerNotSupported InsufficientGraphicsResourcesFault EncryptionKeyRequired
  VFlashModuleNotSupported UnSupportedDatastoreForVFlash InsufficientVFlashResourcesFault
resources: InsufficientCpuResourcesFault InsufficientHostCpuCapacityFault InsufficientPerCpuCapacity
  InsufficientMemoryResourcesFault InsufficientHostMemoryCapacityFault InsufficientFailoverResourcesFault HAErrorsAtDest
  RuleViolation VmHostAffinityRuleViolation NoCompatibleHardAffinityHost NoCompatibleSoftAffinityHost
  SoftRuleVioCorrectionImpact DrsDisabledOnVm NoCompatibleHost DrsVmotionIncompatibleFault
  FaultToleranceAntiAffinityViolated FtVmHostRuleViolation FaultToleranceNotSameBuild FaultToleranceNeedsThickDisk
  HostIncompatibleForFaultTolerance CannotMoveFaultToleranceVm VmConfigIncompatibleForFaultTolerance
  VmFaultToleranceTooManyVMsOnHost VmFaultToleranceTooManyFtVcpusOnHost VmSmpFaultToleranceTooManyVMsOnHost
  VmLimitLicense NumVirtualCpusExceedsLimit WakeOnLanNotSupported
"""
FAULTS = frozenset(_TEXT.split()) - {word for word in _TEXT.split() if word.endswith(":")}
"""Every fault by which a vSphere check of a migration can refuse or warn, by topic."""

EVC_FAULTS = frozenset(
    [
        "EVCAdmissionFailedCPUVendor",
        "EVCAdmissionFailedCPUModel",
        "EVCAdmissionFailedCPUModelForMode",
        "EVCAdmissionFailedCPUFeaturesForMode",
        "EVCAdmissionFailedHostDisconnected",
        "EVCAdmissionFailedHostSoftware",
        "EVCAdmissionFailedHostSoftwareForMode",
        "EVCAdmissionFailedVmActive",
        "ActiveVMsBlockingEVC",
        "DisconnectedHostsBlockingEVC",
        "HeterogenousHostsBlockingEVC",
        "EVCModeIllegalByVendor",
        "EVCModeUnsupportedByHosts",
        "EVCUnsupportedByHostHardware",
        "EVCUnsupportedByHostSoftware",
    ]
)
"""Faults of joining a cluster with EVC and of setting its mode."""
EVC_ALIKE = {
    "EVCAdmissionFailedCPUModel": "EVCAdmissionFailedCPUModelForMode",
    "EVCAdmissionFailedHostSoftware": "EVCAdmissionFailedHostSoftwareForMode",
    "EVCUnsupportedByHostHardware": "EVCModeUnsupportedByHosts",
}
"""Faults of the same trouble before a mode is named -> the one that stands for it."""

_DRS = "an answer of DRS about a whole cluster, made of the rows' answers about its hosts"
_FLASH = "flash read cache was removed in vSphere 7.0"
ELSEWHERE: dict[str, str] = {
    "NoActiveHostInCluster": _DRS,
    "NoCompatibleHost": _DRS,
    "DrsVmotionIncompatibleFault": _DRS,
    "VFlashModuleNotSupported": _FLASH,
    "UnSupportedDatastoreForVFlash": _FLASH,
    "InsufficientVFlashResourcesFault": _FLASH,
    "EightHostLimitViolated": "a limit of VMFS-3, which no ESXi of the table mounts any more",
    "MemorySizeNotSupportedByDatastore": "a limit of VMFS-3's file size on the swap file",
    "MemorySizeNotRecommended": "what a guest operating system recommends is not in the inventory",
    "RDMNotPreserved": "mappings move as mappings here; nothing turns them into files",
}
"""Faults without a row, and why."""
