"""Guest systems: RVTools writes their names, rules compare vSphere's ids (`VirtualMachineGuestOsIdentifier`)."""

from __future__ import annotations

import functools
import re

from vmotion_gui.importers.rvtools.draft import Draft

_GUESTS: tuple[tuple[str, str], ...] = (
    (r"windows server 2025", "windows2022srvNext_64Guest"),
    (r"windows server 2022", "windows2019srvNext_64Guest"),
    (r"windows server 2019", "windows2019srv_64Guest"),
    (r"windows server 2016|windows server threshold", "windows9Server64Guest"),
    (r"windows server 2012", "windows8Server64Guest"),
    (r"windows server 2008", "windows7Server64Guest"),
    (r"windows 11", "windows11_64Guest"),
    (r"windows 10", "windows9_64Guest"),
    (r"red hat enterprise linux (\d+)", r"rhel\1_64Guest"),
    (r"centos (?:linux )?(\d+)", r"centos\1_64Guest"),
    (r"oracle linux (\d+)", r"oracleLinux\1_64Guest"),
    (r"debian gnu/linux (\d+)", r"debian\1_64Guest"),
    (r"suse linux enterprise (\d+)", r"sles\1_64Guest"),
    (r"rocky linux", "rockylinux_64Guest"),
    (r"almalinux", "almalinux_64Guest"),
    (r"amazon linux 2", "amazonlinux2_64Guest"),
    (r"photon", "vmwarePhoton64Guest"),
    (r"ubuntu", "ubuntu64Guest"),
    (r"fedora", "fedora64Guest"),
    (r"freebsd", "freebsd64Guest"),
    (r"esxi (\d)", r"vmkernel\1Guest"),
    (r"windows", "windows9Server64Guest"),
    (r"linux", "otherLinux64Guest"),
)
"""What a name holds -> the id."""
_OTHER = "otherGuest64"


def guess_guests(draft: Draft) -> None:
    """Give every VM the id of its guest, as far as its name tells it."""
    for vm in draft.vms:
        vm.fields["guest_id"] = guest_id(vm.guest)
        vm.assumed.append("guest_id")
        if vm.guest:
            draft.notes.guess("guestId", vm.name, sheet="vInfo", column="OS according to the configuration file")
        else:
            draft.notes.assume("guestUnknown", vm.name, sheet="vInfo", column="OS according to the configuration file")


@functools.lru_cache(maxsize=4096)
def guest_id(name: str) -> str:
    """The id of a guest's name; 32-bit guests have ids without "64", unknown ones are "other"."""
    words = name.casefold()
    for pattern, id_ in _GUESTS:
        found = re.search(pattern, words)
        if found is not None:
            whole = found.expand(id_)
            return whole.replace("_64", "").replace("64", "") if "32-bit" in words else whole
    return _OTHER
