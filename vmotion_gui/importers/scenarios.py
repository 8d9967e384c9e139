"""Neutral scenarios (`live-migration-scenario/1`), with which simulators are held against each other, as labs.

docs/scenario-format.md describes the format and what becomes of it. Fields that it does not name are left alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from vmotion_gui.importers.scenario_lab import lab_for
from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.document import loads, parsed, read_bytes
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError, Problem, found
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.messages import Message, message

FAMILY: Final = "live-migration-scenario/"
"""How the format's name begins, whatever its version."""
_LEAST_ERROR = 1e-6
"""A lab has whole bits per second; an adapter whose speed would be off by more than this share is refused."""

AdapterSpeed = Annotated[float, Meta(gt=0.0, le=1.25e12)]
RamBytes = Annotated[float, Meta(ge=1.0, le=float(1 << 60))]
"""Programs write whole numbers as they like: 4294967296.0."""


class _Read(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of what is read; fields that are not known are left alone."""


class Network(_Read, frozen=True, kw_only=True):
    """Every host has one full-duplex adapter, and nothing between the adapters limits."""

    type: Literal["non-blocking-star"] = "non-blocking-star"


class Params(_Read, frozen=True, kw_only=True):
    """What holds for all migrations."""

    downtime_target_s: q.Seconds
    working_set_fraction: q.PositiveFraction
    stage_timeout_s: q.Seconds = 1e7
    max_concurrent_per_source: q.Count = 0


class ScenarioHost(_Read, frozen=True, kw_only=True, rename={"nic_bandwidth_bytes_per_s": "nic_bandwidth_Bps"}):
    """A host with its adapter."""

    name: q.Name
    cores: q.PositiveCount = 32
    core_speed_flops: Annotated[float, Meta(gt=0.0, le=1e15)] = 1e9
    nic_bandwidth_bytes_per_s: AdapterSpeed
    """Of each direction."""
    nic_latency_s: q.Seconds = 0.0


class ScenarioVm(
    _Read,
    frozen=True,
    kw_only=True,
    rename={"migration_speed_bytes_per_s": "migration_speed_Bps", "dirty_rate_bytes_per_s": "dirty_rate_Bps"},
):
    """A VM that dirties its memory at a constant rate."""

    name: q.Name
    host: str
    vcpus: q.PositiveCount = 1
    ram_bytes: RamBytes
    migration_speed_bytes_per_s: q.Bandwidth
    dirty_rate_bytes_per_s: q.Rate
    cpu_load: q.Rate = 1.0
    """Cores that it keeps busy."""


class ScenarioMigration(_Read, frozen=True, kw_only=True, rename={"source": "from", "destination": "to"}):
    """One migration."""

    vm: str
    source: str
    destination: str
    start_s: q.Seconds


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """The file's shape."""

    format: Literal["live-migration-scenario/1"]
    name: str = ""
    description: str = ""
    network: Network = Network()
    params: Params
    hosts: tuple[ScenarioHost, ...]
    vms: tuple[ScenarioVm, ...]
    migrations: tuple[ScenarioMigration, ...]


class _Head(msgspec.Struct):
    format: str = ""


_decoder = msgspec.json.Decoder(Scenario)
_head_decoder = msgspec.json.Decoder(_Head)


def load_any(path: str | os.PathLike[str]) -> Lab:
    """The lab of a file that holds a lab or a neutral scenario. LabError with every problem of what it is."""
    data = read_bytes(path)
    return (read_scenario if is_scenario(data) else loads)(data, str(path))


def is_scenario(data: bytes) -> bool:
    """Whether a document says of itself that it is a neutral scenario, of whatever version."""
    if FAMILY.encode() not in data:  # a look at all of a large lab's fields would cost more
        return False
    try:
        return _head_decoder.decode(data).format.startswith(FAMILY)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def read_scenario(document: bytes | str | os.PathLike[str], name: str = "") -> Lab:
    """The lab of a neutral scenario's file or bytes, in the profile `simgrid`.

    `name` is for the error's text only. LabError with every problem, each with its place, if it is no scenario.
    """
    if isinstance(document, bytes):
        return lab_for(decode(document, name))
    return lab_for(decode(read_bytes(document), name or str(document)))


def decode(data: bytes, name: str = "") -> Scenario:
    """A scenario's document, checked. LabError with every problem."""
    try:
        scenario = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LabError(_why_not(data, str(error)), name) from error
    if problems := list(_contradictions(scenario)):
        raise LabError(problems, name)
    return scenario


def _why_not(data: bytes, first_error: str) -> list[Problem]:
    plain, problems = parsed(data)
    problems = problems or [problem for problem in type_problems(plain, Scenario) if _tells(problem.text)]
    return problems or [Problem("$", message("inventory.document.notDecodable", reason=first_error))]


def _tells(text: Message) -> bool:
    """Whether the sentence is about a fault: the format may have more fields than are read."""
    return not text.key.startswith("inventory.problem.unknownField")


# --- what fits its type and is wrong all the same -----------------------------------------------------------


def _contradictions(scenario: Scenario) -> Iterator[Problem]:
    hosts = {host.name for host in scenario.hosts}
    at = {vm.name: vm.host for vm in scenario.vms}
    yield from _doubled("hosts", [host.name for host in scenario.hosts])
    yield from _doubled("vms", [vm.name for vm in scenario.vms])
    for index, host in enumerate(scenario.hosts):
        exact = 8.0 * host.nic_bandwidth_bytes_per_s
        if abs(round(exact) - exact) > _LEAST_ERROR * exact:
            text = message("importers.scenario.slowAdapter", found=found(host.nic_bandwidth_bytes_per_s))
            yield Problem(f"$.hosts[{index}].nic_bandwidth_Bps", text)
    for index, vm in enumerate(scenario.vms):
        if vm.host not in hosts:
            yield Problem(f"$.vms[{index}].host", message("importers.scenario.noHost", found=found(vm.host)))
    seen: dict[str, int] = {}
    for index, move in enumerate(scenario.migrations):
        if move.source == move.destination or not (
            at.get(move.vm) == move.source and move.source in hosts and move.destination in hosts
        ):
            yield from _wrong_move(f"$.migrations[{index}]", move, hosts, at)
        if (first := seen.setdefault(move.vm, index)) != index:
            text = message("importers.scenario.movedTwice", vm=move.vm, other=f"$.migrations[{first}]")
            yield Problem(f"$.migrations[{index}].vm", text)


def _doubled(collection: str, names: list[str]) -> Iterator[Problem]:
    if len(set(names)) == len(names):
        return
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if (first := seen.setdefault(name, index)) != index:
            text = message("inventory.problem.duplicateLabel", found=found(name), other=f"$.{collection}[{first}].name")
            yield Problem(f"$.{collection}[{index}].name", text)


def _wrong_move(place: str, move: ScenarioMigration, hosts: set[str], at: dict[str, str]) -> Iterator[Problem]:
    if move.vm not in at:
        yield Problem(f"{place}.vm", message("importers.scenario.noVm", found=found(move.vm)))
    for field, host in (("from", move.source), ("to", move.destination)):
        if host not in hosts:
            yield Problem(f"{place}.{field}", message("importers.scenario.noHost", found=found(host)))
    if move.source in hosts and at.get(move.vm, move.source) != move.source:
        text = message("importers.scenario.elsewhere", found=found(move.source), vm=move.vm, host=at[move.vm])
        yield Problem(f"{place}.from", text)
    if move.source in hosts and move.source == move.destination:
        yield Problem(f"{place}.to", message("importers.scenario.stays", found=found(move.destination)))
