"""Where every VM is at one moment of planning, and where one could go next without breaking anything."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.planning.maintenance.ground import FloatArray, Ground


class Arrangement:
    """Positions of all VMs, with what is left on the hosts. Begins as the estate is; `move` changes it."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.at = ground.at.copy()
        hosts = len(ground.hosts)

        def on_hosts(weights: FloatArray) -> FloatArray:
            return np.bincount(self.at, weights=weights, minlength=hosts).astype(np.float64)

        self.free_bytes: FloatArray = ground.capacity_bytes - on_hosts(ground.reserved_bytes)
        self.free_mhz: FloatArray = ground.capacity_mhz - on_hosts(ground.reserved_mhz)
        self.memory_bytes: FloatArray = on_hosts(ground.memory_bytes)
        self.busy_cpus: FloatArray = on_hosts(ground.busy_cpus)
        self.vm_count = np.bincount(self.at, minlength=hosts)
        self.running_count = np.bincount(self.at[ground.running], minlength=hosts)
        self.arriving_bytes: FloatArray = np.zeros(hosts)
        """Configured memory of the VMs that have come to each host since the beginning."""
        self.spare: FloatArray = ground.spare.copy()
        self._space = {id_: float(store.free_bytes) for id_, store in ground.inventory.datastores.items()}

    def copy(self) -> Arrangement:
        """Another one to try things on."""
        other = object.__new__(Arrangement)
        other.__dict__.update(self.__dict__)
        for name, value in self.__dict__.items():
            if isinstance(value, np.ndarray):
                setattr(other, name, value.copy())
        other._space = dict(self._space)
        return other

    def roomy(self, vm: int) -> Mask:
        """(h,) hosts that have the memory, CPU, licence and inventory slot for a VM now."""
        ground = self.ground
        need_bytes, need_mhz = self.needs_of(ground, vm)
        room: Mask = self.vm_count < ground.max_vms
        if ground.running[vm]:
            room &= (self.free_bytes >= need_bytes) & (self.free_mhz >= need_mhz)
            room &= self.running_count < ground.max_running
            room &= self._failover_room(vm)
        return room

    @staticmethod
    def needs_of(ground: Ground, vm: int) -> tuple[float, FloatArray | float]:
        """Memory and MHz that must be free where a VM arrives: a latency-sensitive one wants all of its own."""
        if not ground.sensitive[vm]:
            return float(ground.reserved_bytes[vm]), float(ground.reserved_mhz[vm])
        machine = ground.machine(vm)
        whole = ground.reserved_bytes[vm] - machine.memory_reservation_bytes + machine.memory_bytes
        cores: FloatArray = np.maximum(ground.core_mhz * machine.cpus, machine.cpu_reservation_mhz)
        return float(max(whole, ground.reserved_bytes[vm])), cores

    def _failover_room(self, vm: int) -> Mask:
        ground = self.ground
        own: Mask = ground.cluster == ground.cluster[self.at[vm]]
        if own.all():
            return own
        roomy: Mask = np.logical_and.reduce(self.spare >= ground.takes(vm), axis=1)
        room: Mask = own | roomy[ground.cluster]
        return room

    def fits(self, vm: int) -> Mask:
        """(h,) hosts that could take a VM now: allowed, with room, without any VM that it must be apart from."""
        mask = self.ground.allowed_or_home(vm) & self.roomy(vm)
        mask &= self._stored(vm, mask)
        mask[self.at[self.ground.apart[vm]]] = False
        own: int = int(self.at[vm])
        mask[own] = False
        return mask

    def _stored(self, vm: int, mask: Mask) -> Mask:
        """Hosts whose datastore for the VM, if it needs one, has the space."""
        stored = np.ones_like(mask)
        stores = self.ground.stores
        for row in np.flatnonzero(mask).tolist() if vm in self.ground.needed_space else ():
            store = stores.get((vm, row))
            stored[row] = store is None or self._space[store] >= self.ground.needed_space[vm][store]
        return stored

    def move(self, vm: int, host: int) -> None:
        """Put a VM on another host, whether that is allowed or not."""
        ground, old = self.ground, int(self.at[vm])
        self.at[vm] = host
        for column, weights in (
            (self.memory_bytes, ground.memory_bytes),
            (self.busy_cpus, ground.busy_cpus),
        ):
            column[old] -= weights[vm]
            column[host] += weights[vm]
        for column, weights in ((self.free_bytes, ground.reserved_bytes), (self.free_mhz, ground.reserved_mhz)):
            column[old] += weights[vm]
            column[host] -= weights[vm]
        self.vm_count[old] -= 1
        self.vm_count[host] += 1
        self.running_count[old] -= ground.running[vm]
        self.running_count[host] += ground.running[vm]
        self.arriving_bytes[host] += ground.memory_bytes[vm] if host != ground.at[vm] else 0.0
        self.arriving_bytes[old] -= ground.memory_bytes[vm] if old != ground.at[vm] else 0.0
        if ground.cluster[old] != ground.cluster[host]:
            self.spare[ground.cluster[old]] += ground.takes(vm)[ground.cluster[old]]
            self.spare[ground.cluster[host]] -= ground.takes(vm)[ground.cluster[host]]
        self._take_space(vm, old, -1.0)
        self._take_space(vm, host, 1.0)

    def _take_space(self, vm: int, host: int, sign: float) -> None:
        if (store := self.ground.stores.get((vm, host))) is not None and host != self.ground.at[vm]:
            self._space[store] -= sign * self.ground.needed_space[vm][store]

    def memory_shares(self) -> FloatArray:
        """(h,) configured memory of running VMs, of each host's."""
        return self.memory_bytes / self.ground.capacity_bytes

    def cpu_shares(self) -> FloatArray:
        """(h,) busy vCPUs by each host's cores; cores are alike in speed to their own VMs."""
        shares: FloatArray = self.busy_cpus * self.ground.core_mhz / self.ground.capacity_mhz
        return shares
