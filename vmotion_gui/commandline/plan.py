"""`plan`: who goes where when hosts have to be empty, and how long it takes."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from rich import box
from rich.table import Table

from vmotion_gui.commandline.naming import named
from vmotion_gui.commandline.terminal import NO, YES, BadInputError, Terminal
from vmotion_gui.inventory.document import load, write_atomically
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.planner import plan_datastores, store_alternatives
from vmotion_gui.planning.handover.forms import RUNBOOKS, Form, Handover, rolling_written, written
from vmotion_gui.planning.handover.from_plan import makespan_range
from vmotion_gui.planning.handover.page import Window as WallClock
from vmotion_gui.planning.handover.places import source_text, target_text
from vmotion_gui.planning.maintenance.decisions import (
    DECISIONS,
    Decision,
    DecisionError,
    Prepared,
    decided,
    prepare,
)
from vmotion_gui.planning.maintenance.document import Document, Writer
from vmotion_gui.planning.maintenance.plan import Options, Plan, Preparation, Unplaceable
from vmotion_gui.planning.maintenance.planner import alternatives, plan_maintenance
from vmotion_gui.planning.maintenance.rolling import RollingOptions, RollingPlan, RollingStep, plan_rolling
from vmotion_gui.simulation.engine import Checkpoint, Engine

_SEEDS = 12
COLUMNS = ("number", "vm", "from", "to", "start", "duration", "downtime", "bytes", "after")
ROLLING_COLUMNS = ("number", "hosts", "start", "empty", "end", "moves", "returns")
_LEFT = ("vm", "from", "to", "after", "hosts")
_DAY_S = 86_400.0


class Window(NamedTuple):
    """A maintenance window by the wall clock; the lab's clock begins at midnight."""

    start_s: float
    length_s: float


def window_of(text: str) -> Window | None:
    """ "22:00-04:00", past midnight too; None if it is none."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)[-–]([01]?\d|2[0-3]):([0-5]\d)", text)
    if found is None:
        return None
    start_s, end_s = (int(found[n]) * 3600.0 + int(found[n + 1]) * 60.0 for n in (1, 3))
    return Window(start_s, (end_s - start_s) % _DAY_S or _DAY_S)


def host_options(wanted: Mapping[str, Any]) -> Options:
    """How hosts are to be emptied, of the command line's options."""
    return Options(
        objective=wanted["objective"],
        evacuate_powered_off=wanted["powered_off"],
        move_storage=not wanted["keep_storage"],
        other_clusters=wanted["other_clusters"],
        vsan_mode=wanted["vsan_mode"] or "ensureObjectAccessibility",
    )


def store_options(wanted: Mapping[str, Any]) -> StoreOptions:
    """How datastores are to be emptied, of the command line's options."""
    return StoreOptions(
        objective=wanted["objective"],
        keep_free=wanted["keep_free"] / 100.0,
        other_clusters=wanted["other_clusters"],
        split_disks=not wanted["keep_together"],
    )


def plan_hosts(
    terminal: Terminal,
    file: Path,
    words: Sequence[str],
    options: Options,
    decisions: Sequence[str] = (),
    *,
    several: bool,
    json: str | None,
    files: Mapping[Form, str],
    window: tuple[str, float] | None,
) -> int:
    """Plan to empty hosts; NO, with every reason, if no plan empties all of them. `decisions`: "VM=what" for single
    ones. `files`: where the plan is handed over in which form. `window`: as it was given, and its seconds."""
    lab = msgspec.structs.replace(load(file), commands=())
    prepared = _prepared(lab.inventory, [named(lab.inventory.hosts, word, "host").id for word in words], decisions)
    hosts, lab = prepared.hosts, msgspec.structs.replace(lab, inventory=prepared.applied(lab.inventory))
    moment = Engine(lab).checkpoint()
    with terminal.progress("cli.plan.progress") as bar:

        def watch(done: int, total: int) -> None:
            bar.show(done, total)

        if several:
            plans = alternatives(moment, hosts, options, on_progress=watch)
        else:
            plans = (plan_maintenance(moment, hosts, options, on_progress=watch),)
    _told(terminal, lab, moment, tuple(map(prepared.noted, plans)), files, window, json)
    return YES if plans[0].possible else NO


def _decisions(inventory: Inventory, words: Sequence[str]) -> dict[str, Decision]:
    """ "VM=what", as it was given."""
    decisions: dict[str, Decision] = {}
    for word in words:
        vm, _, text = word.rpartition("=")
        decision = next((one for one in DECISIONS if one.lower() == text.lower()), None)
        if decision is None or not vm:
            raise BadInputError(message("plan.decision.unknown", text=word))
        decisions[named(inventory.vms, vm, "vm").id] = decision
    return decisions


def _prepared(inventory: Inventory, hosts: Sequence[str], words: Sequence[str]) -> Prepared:
    try:
        return prepare(inventory, hosts, _decisions(inventory, words))
    except DecisionError as error:
        raise BadInputError(error.text) from error


def plan_stores(
    terminal: Terminal,
    file: Path,
    words: Sequence[str],
    options: StoreOptions,
    *,
    several: bool,
    json: str | None,
    files: Mapping[Form, str],
    window: tuple[str, float] | None,
) -> int:
    """Plan to empty datastores; otherwise as `plan_hosts`."""
    lab = msgspec.structs.replace(load(file), commands=())
    ids = [named(lab.inventory.datastores, word, "datastore").id for word in words]
    moment = Engine(lab).checkpoint()
    with terminal.progress("cli.plan.progress") as bar:

        def watch(done: int, total: int) -> None:
            bar.show(done, total)

        if several:
            plans = store_alternatives(moment, ids, options, on_progress=watch)
        else:
            plans = (plan_datastores(moment, ids, options, on_progress=watch),)
    _told(terminal, lab, moment, plans, files, window, json)
    return YES if plans[0].possible else NO


def _told(
    terminal: Terminal,
    lab: Lab,
    moment: Checkpoint,
    plans: Sequence[Plan],
    files: Mapping[Form, str],
    window: tuple[str, float] | None,
    json: str | None,
) -> None:
    """Hand the first plan over in all forms that are asked for, then write or show all."""
    if files:
        emptied = (*plans[0].hosts, *plans[0].datastores)
        names = ", ".join(entity.name for id_ in emptied if (entity := lab.inventory.get(id_)) is not None)
        handed = Handover(
            inventory=lab.inventory,
            plan=plans[0],
            title=terminal.text("cli.plan.title", hosts=names),
            duration=makespan_range(moment, plans[0], _SEEDS) if set(files) & set(RUNBOOKS) else None,
            window=WallClock(*window) if window else None,
        )
        _hand_over(terminal, files, lambda form: written(form, handed, terminal.words), possible=plans[0].possible)
    if not _written(terminal, json, Writer(lab.inventory, terminal.words).plans(plans)):
        _show(terminal, lab.inventory, plans)


def plan_cluster(
    terminal: Terminal,
    file: Path,
    word: str,
    options: RollingOptions,
    decisions: Sequence[str] = (),
    *,
    json: str | None,
    files: Mapping[Form, str],
) -> int:
    """Plan to go through a cluster; NO, with every reason, if hosts have to be left out or the window is too short."""
    lab: Lab = load(file)
    cluster = named(lab.inventory.clusters, word, "cluster").id
    options = msgspec.structs.replace(options, decisions=_decisions(lab.inventory, decisions))
    with terminal.progress("cli.plan.progress") as bar:
        try:
            plan = plan_rolling(lab, cluster, options, on_progress=lambda done, total: bar.show(done, total))
        except DecisionError as error:
            raise BadInputError(error.text) from error
    title = terminal.text("cli.plan.title", hosts=lab.inventory.clusters[cluster].name)
    words = terminal.words
    write = functools.partial(rolling_written, inventory=lab.inventory, plan=plan, title=title, words=words)
    _hand_over(terminal, files, write, possible=plan.possible)
    if not _written(terminal, json, Writer(lab.inventory, terminal.words).rolling(plan)):
        _show_rolling(terminal, lab.inventory, plan)
    return YES if plan.possible and plan.in_window else NO


def _hand_over(
    terminal: Terminal, files: Mapping[Form, str], write: Callable[[Form], bytes], *, possible: bool
) -> None:
    """Write the forms that are asked for. What does something is not written for a plan that is none."""
    for form, file in files.items():
        if not possible and form not in RUNBOOKS:
            terminal.complain(message("cli.plan.notHandedOver", file=file))
            continue
        try:
            write_atomically(Path(file), write(form))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise BadInputError(message("cli.file.notWritten", file=file, reason=reason)) from error


def _written(terminal: Terminal, json: str | None, document: Document) -> bool:
    """Write the document if that is asked for; whether it went to the standard output, in place of the table."""
    if json is None:
        return False
    text = msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
    if json == "-":
        sys.stdout.buffer.write(text)
        return True
    try:
        write_atomically(Path(json), text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInputError(message("cli.file.notWritten", file=json, reason=reason)) from error
    return False


# --- hosts ------------------------------------------------------------------------------------------------------------


def _show(terminal: Terminal, inventory: Inventory, plans: Sequence[Plan]) -> None:
    plan = plans[0]
    _show_decided(terminal, inventory, plan.preparations, plan.skipped)
    if plan.moves:
        terminal.out.print(_table(terminal, inventory, plan))
    _show_against(terminal, inventory, plan.obstacles, plan.unplaceable)
    for move in plan.moves:
        if move.outcome != "completed" and move.fault is not None:
            vm = inventory.vms[move.spec.vm].name
            against = {"vm": vm, "text": move.fault.text, "cure": move.fault.cure}
            terminal.say(message("cli.plan.stuck", **against), style="bold red")
    if not plan.possible:
        key = "cli.plan.impossibleStores" if plan.datastores else "cli.plan.impossible"
        terminal.say(message(key), style="bold red")
        return
    key = "cli.plan.summaryStores" if plan.datastores else "cli.plan.summary"
    terminal.say(message(key, **_figures(plan)), style="bold green")
    if plan.bound.seconds > 0.0:
        distance = terminal.words.number(plan.distance * 100.0, 1)
        terminal.say(message("cli.plan.bound", bound=plan.bound.seconds, distance=distance))
    for other in plans[1:]:
        objective = message(f"cli.plan.objective.{other.objective}")
        terminal.say(message("cli.plan.alternative", objective=objective, **_figures(other)))


def _show_decided(
    terminal: Terminal, inventory: Inventory, preparations: Sequence[Preparation], skipped: Sequence[str]
) -> None:
    for one in preparations:
        terminal.say(message("cli.plan.decided", vm=inventory.vms[one.vm].name, decision=decided(one)))
    for host in skipped:
        terminal.say(message("cli.plan.skipped", host=inventory.hosts[host].name))


def _figures(plan: Plan) -> dict[str, float]:
    return {
        "moves": len(plan.moves),
        "time": plan.makespan_s,
        "downtime": plan.downtime_s,
        "bytes": plan.bytes,
        "imbalance": round(plan.imbalance * 100.0),
    }


def _table(terminal: Terminal, inventory: Inventory, plan: Plan) -> Table:
    table = _headed(terminal, COLUMNS)
    words = terminal.words

    def name(id_: str) -> str:
        entity = inventory.get(id_)
        return entity.name if entity is not None else id_

    for number, move in enumerate(plan.moves):
        table.add_row(
            str(number + 1),
            inventory.vms[move.spec.vm].name,
            source_text(move, name),
            target_text(move, name),
            words.quantity(move.start_s, "seconds"),
            words.quantity(move.duration_s, "seconds"),
            words.quantity(move.downtime_s, "seconds"),
            words.quantity(move.bytes, "bytes"),
            ", ".join(str(earlier + 1) for earlier in move.after),
            style="" if move.outcome == "completed" else "bold red",
        )
    return table


def _headed(terminal: Terminal, columns: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for column in columns:
        table.add_column(terminal.text(f"cli.plan.column.{column}"), justify="left" if column in _LEFT else "right")
    return table


def _show_against(
    terminal: Terminal, inventory: Inventory, obstacles: Sequence[Message], stuck: Sequence[Unplaceable]
) -> None:
    for obstacle in obstacles:
        terminal.say(obstacle, style="bold red")
    for item in stuck:
        for reason in item.reasons:
            against = {"vm": inventory.vms[item.vm].name, "text": reason.text, "cure": reason.cure}
            terminal.say(message("cli.plan.stuck", **against), style="bold red")


# --- a cluster --------------------------------------------------------------------------------------------------------


def _show_rolling(terminal: Terminal, inventory: Inventory, plan: RollingPlan) -> None:
    _show_decided(terminal, inventory, [one for step in plan.steps for one in step.preparations], plan.skipped)
    table = _headed(terminal, ROLLING_COLUMNS)
    for number, step in enumerate(plan.steps):
        table.add_row(*_step_row(inventory, plan, number, step), style="" if step.possible else "bold red")
    terminal.out.print(table)
    obstacles = [obstacle for step in plan.steps for obstacle in step.obstacles]
    distinct = {terminal.words.render(obstacle): obstacle for obstacle in obstacles}
    stuck = [item for step in plan.steps for item in step.unplaceable]
    _show_against(terminal, inventory, tuple(distinct.values()), stuck)
    done = sum(len(step.hosts) for step in plan.steps if step.possible)
    total = sum(len(step.hosts) for step in plan.steps)
    figures = {"done": done, "total": total, "moves": plan.moves, "time": plan.end_s}
    style = "bold green" if plan.possible else "bold red"
    terminal.say(
        message("cli.plan.rolling", **figures, most=plan.most_at_once, end=_clock(plan, plan.end_s)), style=style
    )
    if plan.options.window_s is not None:
        key = "cli.plan.inWindow" if plan.in_window else "cli.plan.pastWindow"
        apart_s = abs(plan.options.window_s - plan.end_s)
        terminal.say(message(key, time=apart_s), style="bold green" if plan.in_window else "bold red")


def _step_row(inventory: Inventory, plan: RollingPlan, number: int, step: RollingStep) -> tuple[str, ...]:
    return (
        str(number + 1),
        ", ".join(inventory.hosts[id_].name for id_ in step.hosts),
        _clock(plan, step.start_s),
        _clock(plan, step.empty_s),
        _clock(plan, step.end_s),
        str(len(step.moves)),
        str(len(step.returns)),
    )


def _clock(plan: RollingPlan, time_s: float) -> str:
    """A moment by the wall clock, with the days since the beginning if there are any."""
    whole_s = round(plan.options.start_s + time_s)
    days, rest = divmod(whole_s, round(_DAY_S))
    clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    return f"{clock} +{days} d" if days else clock
