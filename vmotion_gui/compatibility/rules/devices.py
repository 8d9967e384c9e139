"""Does a device tie the VM to its host? After VMware KB 1003787, KB 1003794 and the vSphere API reference.

vSphere reports these inside `DisallowedMigrationDeviceAttached`; the fault here is the precise one that it wraps.
"""

from __future__ import annotations

from vmotion_gui.compatibility import looks
from vmotion_gui.compatibility.case import HOST_LIVE, LIVE, Case
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.entities import Host, VirtualDevice

BOOK = RuleBook("devices", "sourceTests", "devices", wrapper="DisallowedMigrationDeviceAttached")
_REMOVABLE = ("cdrom", "floppy")
_PORTS = ("serial", "parallel")


def _labels(devices: list[VirtualDevice]) -> dict[str, list[str]]:
    return {"devices": [device.label for device in devices]}


def _connected_or_not(case: Case, devices: list[VirtualDevice]) -> Findings:
    """An error for connected devices, a warning for others where no device of the same name is known to be."""
    connected = [device for device in devices if device.connected]
    if not devices:
        return Findings()
    if connected:
        return Findings(error=case.elsewhere, words=lambda _case, _row: _labels(connected))
    names = {device.backing.removeprefix("host:") for device in devices}
    lacking = case.columns.where(lambda host: not names <= set(host.device_backings))
    return Findings(warning=lacking & case.elsewhere, words=lambda _case, _row: _labels(devices))


@BOOK.rule("dev.cd", "CannotAccessVmDevice", types=HOST_LIVE)
def host_backed(case: Case) -> Findings:
    kinds = _REMOVABLE + _PORTS
    backed = [d for d in case.vm.devices if d.kind in kinds and d.backing.startswith("host:")]
    return _connected_or_not(case, backed)


@BOOK.rule("dev.image", "CannotAccessVmDevice", types=HOST_LIVE)
def image_backed(case: Case) -> Findings:
    images = [d for d in case.vm.devices if d.kind in _REMOVABLE and d.backing.startswith("iso:")]
    findings = Findings(error=case.columns.none, warning=case.columns.none)
    hidden = []
    for device in images:
        unseen = ~case.columns.mounted(_store(device)) & case.elsewhere
        hidden.append((unseen, device))
        if device.connected:
            findings.error = findings.error | unseen
        else:
            findings.warning = findings.warning | unseen
    findings.words = lambda _case, row: _labels([device for unseen, device in hidden if unseen[row]])
    findings.about = lambda _case, row: tuple(dict.fromkeys(_store(device) for unseen, device in hidden if unseen[row]))
    return findings


def _store(device: VirtualDevice) -> str:
    """The datastore of an image."""
    return device.backing.removeprefix("iso:").split("/", 1)[0]


@BOOK.rule("dev.client", "RemoteDeviceNotSupported", types=HOST_LIVE)
def client_backed(case: Case) -> Findings:
    remote = [d for d in case.vm.devices if d.backing.startswith("client:") and d.connected]
    if not remote:
        return Findings()
    able = case.columns.fact("remote devices", lambda host: host.remote_device_vmotion_supported)
    movable = able & case.here(able) if all(d.kind in _REMOVABLE for d in remote) else case.columns.none
    return Findings(error=~movable & case.elsewhere, words=lambda _case, _row: _labels(remote))


@BOOK.rule("dev.filePort", "FileBackedPortNotSupported", types=HOST_LIVE)
def file_port(case: Case) -> Findings:
    ports = [d for d in case.vm.devices if d.kind in _PORTS and d.backing.startswith("file:") and d.connected]
    return Findings(error=case.elsewhere if ports else False, words=lambda _case, _row: _labels(ports))


@BOOK.rule("dev.usb", "DeviceNotSupported", types=HOST_LIVE)
def usb(case: Case) -> Findings:
    sticks = [d for d in case.vm.devices if d.kind == "usb" and d.connected]
    if not sticks:
        return Findings()
    able = case.columns.where(lambda host: host.usb_remote_backing) & case.source.usb_remote_backing
    return Findings(error=~able & case.elsewhere, words=lambda _case, _row: _labels(sticks))


@BOOK.rule("dev.passthrough", "DeviceNotSupported", types=LIVE, also=("DeviceBackingNotSupported",))
def passthrough(case: Case) -> Findings:
    cards = [d for d in case.vm.devices if d.kind in ("pciPassthrough", "nvdimm", "sharedPci")]
    return Findings(error=bool(cards), words=lambda _case, _row: _labels(cards))


@BOOK.rule("dev.sriov", "DeviceNotSupported", types=LIVE)
def sriov(case: Case) -> Findings:
    nics = [nic.label for nic in case.look(looks.adapters) if nic.type == "sriov"]
    return Findings(error=bool(nics), words=lambda _case, _row: {"devices": nics})


@BOOK.rule("dev.vgpuOff", "DeviceNotSupported", types=HOST_LIVE)
def vgpu_off(case: Case) -> Findings:
    cards = [d for d in case.vm.devices if d.kind == "vgpu"]
    allowed = case.inventory.vcenter_of_host(case.source).vgpu_hot_migrate_enabled
    return Findings(error=bool(cards) and not allowed, words=lambda _case, _row: _labels(cards))


@BOOK.rule("dev.vgpu", "InsufficientGraphicsResourcesFault", types=HOST_LIVE, test_group="hostTests", wrapper="")
def vgpu(case: Case) -> Findings:
    profiles = [d.backing for d in case.vm.devices if d.kind == "vgpu"]
    if not profiles:
        return Findings()
    lacking = case.columns.where(lambda host: not set(profiles) <= set(host.gpu_profiles))
    return Findings(error=lacking & case.elsewhere, words=lambda _case, _row: {"profiles": profiles})


@BOOK.rule(
    "dev.unsupported", "DeviceNotSupported", test_group="hostTests", also=("DeviceControllerNotSupported",), wrapper=""
)
def unsupported(case: Case) -> Findings:
    kinds = {device.kind for device in case.vm.devices}
    if not kinds:
        return Findings()

    def refused(host: Host) -> set[str]:
        return {kind for kind in host.unsupported_devices if kind in kinds}

    return Findings(
        error=case.columns.where(lambda host: bool(refused(host))) & case.elsewhere,
        words=lambda case, row: _labels([d for d in case.vm.devices if d.kind in refused(case.columns.hosts[row])]),
    )


@BOOK.rule(
    "vm.encrypted", "EncryptionKeyRequired", types=LIVE | {MigrationType.SUSPENDED}, test_group="hostTests", wrapper=""
)
def encryption_key(case: Case) -> Findings:
    needed = {d.backing for d in case.vm.devices if d.kind == "tpm" and d.backing}
    if case.vm.encrypted and case.vm.key_provider:
        needed.add(case.vm.key_provider)
    if not needed:
        return Findings()
    lacking = case.columns.where(lambda host: not needed <= set(host.key_providers))
    return Findings(error=lacking & case.elsewhere, words=lambda _case, _row: {"providers": sorted(needed)})
