"""Plans with names that would break a script that is put together carelessly."""

from __future__ import annotations

from vmotion_gui.messages import message
from vmotion_gui.planning.handover import work as w

HOSTILE = (
    "plain",
    "with space",
    "it's",
    'say "hi"',
    "$(touch hacked)",
    "`touch hacked`",
    "; touch hacked #",
    "'; touch hacked; '",
    "${HOME}",
    "$env:PATH",
    "-rf",
    "*?[a-z]",
    "back\\slash",
    "a/b",
    "{{ lookup('pipe', 'touch hacked') }}",
    "{% raw %}",
    "\u2019; Remove-VM *; \u2018",
    "# not a comment",
    "yes",
    "key: value",
    "line\nbreak; touch hacked",
    "tab\there",
    "Größe-日本-🙂",
    "\u202egnp.exe",
)


def machine(name: str) -> w.Machine:
    return w.Machine(name=name)


def hostile_plan() -> w.Work:
    """Every name as a VM, as a host and as a datastore."""
    moves = [
        w.Move(
            vm=machine(name), source="esx-1", host=name, datastore=name, high_priority=index % 2 == 0, wave=index // 3
        )
        for index, name in enumerate(HOSTILE)
    ]
    others = [
        w.EnterMaintenance(host=HOSTILE[4], evacuate_powered_off=True, vsan_mode="evacuateAllData", timeout_s=3600.0),
        w.Power(vm=machine(HOSTILE[5]), action="shutDown"),
        w.Power(vm=machine(HOSTILE[6]), action="powerOn"),
        w.ByHand(text=message("handover.moveByHand", vm=HOSTILE[7], host=HOSTILE[15])),
        w.ExitMaintenance(host=HOSTILE[16]),
        w.MoveFiles(
            vm=machine(HOSTILE[3]),
            home=HOSTILE[16],
            disks=tuple((name, name) for name in HOSTILE),
            moving=HOSTILE[:3],
        ),
        *(w.StoreMaintenance(datastore=name, enters=index % 2 == 0) for index, name in enumerate(HOSTILE)),
    ]
    return w.Work(title=HOSTILE[20], steps=(*moves, *others))


def small_plan() -> w.Work:
    """Two moves at once, one after them, then the host."""
    uuid = "5012ab34-0000-0000-0000-00000000000a"
    return w.Work(
        title="esx-1 goes offline",
        steps=(
            w.Move(vm=w.Machine(name="a", instance_uuid=uuid), source="esx-1", host="esx-2"),
            w.Move(vm=machine("b"), source="esx-1", host="esx-3", high_priority=True),
            w.Move(vm=machine("c"), source="esx-1", host="esx-2", datastore="ds-2", wave=1),
            w.EnterMaintenance(host="esx-1", timeout_s=600.0),
        ),
    )
