"""Which chip stands where on a card: a VM that leaves leaves a hole, one that arrives takes the first. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Slots:
    """The chips of one host, in their places."""

    def __init__(self, vms: Sequence[str]) -> None:
        self._vms: list[str] = list(vms)
        self._reserved: dict[str, int] = {}

    @property
    def vms(self) -> Sequence[str]:
        """VM ids by slot; "" for a hole."""
        return self._vms

    @property
    def count(self) -> int:
        """Slots to make room for: taken, holes between, and reserved ones."""
        return max([len(self._vms), *(slot + 1 for slot in self._reserved.values())])

    def slot_of(self, vm: str) -> int:
        """The VM's slot; -1 if it is not here."""
        return self._vms.index(vm) if vm in self._vms else -1

    def reserve(self, vm: str) -> int:
        """Keep a free slot for a VM that is on its way, and tell which."""
        if vm not in self._reserved:
            self._reserved[vm] = self._first_free()
        return self._reserved[vm]

    def release(self, vm: str) -> None:
        """The VM is not coming (any more)."""
        self._reserved.pop(vm, None)

    def update(self, present: Iterable[str]) -> None:
        """These VMs are here now; those that stayed keep their slots."""
        here = list(present)
        staying = set(here)
        self._vms = [vm if vm in staying else "" for vm in self._vms]
        known = set(self._vms)
        for vm in here:
            if vm not in known:
                self._put(vm, self._reserved.pop(vm, self._first_free()))
        while self._vms and not self._vms[-1]:
            self._vms.pop()

    def _first_free(self) -> int:
        taken = set(self._reserved.values())
        slot = 0
        while slot in taken or (slot < len(self._vms) and self._vms[slot]):
            slot += 1
        return slot

    def _put(self, vm: str, slot: int) -> None:
        self._vms.extend([""] * (slot + 1 - len(self._vms)))
        self._vms[slot] = vm
