"""Stands in for govc: keeps a log of what it was asked, and where the VMs are. Knows names letter by letter only."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    folder = Path(os.environ["FAKE_GOVC"])
    with (folder / "log").open("a", encoding="utf-8") as log:
        log.write(json.dumps(arguments) + "\n")
    places = folder / "places"
    places.mkdir(exist_ok=True)
    command, options = arguments[0], arguments[1:]
    if command == "find":
        value = options[-1]
        if value == os.environ.get("FAKE_MISSING"):
            return 0
        print(f"ref:{value}" if "-i" in options else f"/dc/{value}")
    elif command == "vm.migrate":
        if os.environ.get("FAKE_FAILS") and os.environ["FAKE_FAILS"] in options[1]:
            return 1
        vm = options[options.index("-vm.ipath") + 1]
        host = options[options.index("-host.ipath") + 1]
        (places / str(abs(hash_of(vm)))).write_text(host.removeprefix("/dc/"), encoding="utf-8")
    elif command == "object.collect":
        print(fact(places, options[-2], options[-1]))
    return 0


def fact(places: Path, reference: str, name: str) -> str:
    if name == "runtime.host":
        known = places / str(abs(hash_of("/dc/" + reference.removeprefix("ref:"))))
        return f"ref:{known.read_text(encoding='utf-8')}" if known.exists() else "ref:elsewhere"
    if name == "runtime.powerState":
        return "poweredOff" if reference.endswith("`") else "poweredOn"
    if name == "summary.maintenanceMode":
        return last_of(places.parent / "log", f"/dc/{reference.removeprefix('ref:')}")
    entered = "host.maintenance.enter" in (places.parent / "log").read_text(encoding="utf-8")
    left = "host.maintenance.exit" in (places.parent / "log").read_text(encoding="utf-8")
    return "true" if entered and not left else "false"


def last_of(log: Path, datastore: str) -> str:
    """What a datastore was last asked to become. Its path was asked for with what means something to govc escaped."""
    plain = datastore.replace("\\", "")
    state = "normal"
    for line in log.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        if asked[0].startswith("datastore.maintenance.") and asked[-1].replace("\\", "") == plain:
            state = "inMaintenance" if asked[0].endswith("enter") else "normal"
    return state


def hash_of(text: str) -> int:
    """The same in every process."""
    return int.from_bytes(text.encode(), "big") % (2**61 - 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
