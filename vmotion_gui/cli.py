"""The command `vmotion-gui`: opens the window, or does without one what its sub-commands say.

Qt is loaded only where a window is opened.
"""

from __future__ import annotations

import errno
import io
import math
import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

import click

from vmotion_gui import resources
from vmotion_gui.commandline.terminal import BAD_INPUT, INTERRUPTED, PIPE_CLOSED, YES, BadInputError, Terminal
from vmotion_gui.inventory.commands import VsanMode
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.messages import LANGUAGES, message
from vmotion_gui.planning.maintenance.plan import OBJECTIVES

_FILE = click.Path(path_type=Path)
_VALUE_OPTIONS = ("--lang", "--theme", "--size", "--lab", "--quit-after")
_DEMO = "labs/demo.json"
_OUTPUT_FAILED = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))


class _ReaderGoneError(Exception):
    """Nobody reads the standard output any more."""


class Size(click.ParamType[tuple[int, int]]):
    """A window's size, "1280x800"."""

    name = "WxH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Width and height in pixels."""
        if isinstance(value, tuple):
            return value[0], value[1]
        found = re.fullmatch(r"([1-9][0-9]{0,4})[xX×]([1-9][0-9]{0,4})", str(value))
        if found is None:
            self.fail(f"{value!r} is no size; write width and height in pixels, as in 1280x800", param, ctx)
        return int(found[1]), int(found[2])


class SimulatedTime(click.FloatRange):
    """Seconds; Click's range lets "nan" pass, which is within no range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Seconds from the lab's start."""
        seconds = float(super().convert(value, param, ctx))
        if math.isnan(seconds):
            self.fail(f"{value!r} is no time; write seconds, as in 600", param, ctx)
        return seconds


class WindowOrCommand(click.Group):
    """`vmotion-gui [LAB]` beside `vmotion-gui COMMAND`: a first word that is no command is the lab."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        place = _first_word(args)
        if place is not None and args[place] not in self.commands:
            lab, args = args[place], args[:place] + args[place + 1 :]
            if (extra := _first_word(args)) is not None:
                raise click.UsageError(_not_understood(lab, args[extra], self.commands), ctx)
            ctx.meta["lab"] = lab
        try:
            return super().parse_args(ctx, args)
        except BrokenPipeError as error:  # of --help
            raise _ReaderGoneError from error

    def invoke(self, ctx: click.Context) -> Any:
        """Click would end the program with status 1 for a reader that has gone."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _ReaderGoneError from error
        return status

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[OPTIONS]", "[LAB]", "|", "COMMAND [ARGS]..."]


def _first_word(args: Sequence[str]) -> int | None:
    """The index of the first argument that is neither an option nor an option's value."""
    index = 0
    while index < len(args):
        if args[index] == "--":
            return index + 1 if index + 1 < len(args) else None
        if not args[index].startswith("-"):
            return index
        index += 2 if args[index] in _VALUE_OPTIONS else 1
    return None


def _not_understood(first: str, second: str, commands: Iterable[str]) -> str:
    if not Path(first).exists():
        return f"There is no command {first!r}. The commands are {', '.join(sorted(commands))}."
    return f"{second!r} is one word too many after the lab {first!r}: give one lab, or a command."


def _tell_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    """What is installed; looked up only when asked, as that takes its time."""
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("vmotion-gui")
    except PackageNotFoundError:
        found = "(not installed)"
    click.echo(f"vmotion-gui, version {found}")
    ctx.exit()


_language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language. Default: as the system's locale says, else English.",
)


def _terminal(ctx: click.Context, lang: str | None) -> Terminal:
    """In the language of the sub-command's own option, or of the one before the sub-command."""
    return Terminal(lang or ctx.find_root().params.get("lang"))


@click.group(cls=WindowOrCommand, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_language
@click.option(
    "--theme", type=click.Choice(["system", "light", "dark", "contrast"]), help="Colours. Default: as last time."
)
@click.option("--size", type=Size(), metavar="WxH", help="Size of the window in pixels. Default: as last time.")
@click.option("--lab", type=_FILE, help="The lab to open, as LAB.")
@click.option("--quit-after", type=click.FloatRange(min=0.0), metavar="SECONDS", hidden=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version and exit.",
)
@click.pass_context
def command(
    ctx: click.Context,
    lang: str | None,
    theme: str | None,
    size: tuple[int, int] | None,
    lab: Path | None,
    quit_after: float | None,
) -> int | None:
    """Drag virtual machines between hosts and watch vMotion happen, in a simulation.

    Without a COMMAND the window opens with LAB, or with the demo lab.

    Exit status: 0, 1 (the answer is no), 2 (bad usage or bad input).
    """
    if ctx.invoked_subcommand is not None:
        if (theme, size, lab, quit_after) != (None,) * 4:
            text = f"--theme, --size and --lab are for the window; {ctx.invoked_subcommand!r} opens none."
            raise click.UsageError(text, ctx)
        return None
    word = ctx.meta.get("lab")
    if word is not None and lab is not None:
        raise click.UsageError("LAB is given twice: as a word and with --lab.", ctx)
    return _open_window(_terminal(ctx, lang), Path(word) if word else lab, lang, theme, size, quit_after)


def _open_window(
    terminal: Terminal,
    lab: Path | None,
    lang: str | None,
    theme: str | None,
    size: tuple[int, int] | None,
    quit_after_s: float | None,
    lesson: Path | None = None,
) -> int:
    """The only place that loads Qt."""
    if lab is not None and not lab.is_file():
        raise BadInputError(message("inventory.file.read.notFound", path=str(lab)))
    try:
        from vmotion_gui.gui.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        raise BadInputError(message("cli.window.noQt", reason=str(error))) from error
    return run(lab or resources.path(_DEMO), lang, theme, size, quit_after_s=quit_after_s, lesson_path=lesson)


@command.command("simulate")
@click.argument("lab", type=_FILE)
@click.option("--until", type=SimulatedTime(min=0.0, max=1e12), metavar="S", help="Stop at this simulated time.")
@click.option("--seed", type=click.IntRange(min=0, max=(1 << 63) - 1), metavar="N", help="Instead of the lab's own.")
@click.option("--profile", type=click.Choice(get_args(ProfileName)), help="Rules instead of the lab's own.")
@click.option("--seeds", type=click.IntRange(min=1), metavar="N", help="Play it with N seeds and tell the ranges.")
@click.option("--json", type=str, metavar="FILE", help="Write all results there; - is the standard output.")
@click.option(
    "--csv", type=str, metavar="FILE", help="Write a table of the migrations there; - is the standard output."
)
@click.option("--html", type=str, metavar="FILE", help="Write the run there as one page for a browser.")
@_language
@click.pass_context
def simulate_command(
    ctx: click.Context,
    lab: Path,
    until: float | None,
    seed: int | None,
    profile: ProfileName | None,
    seeds: int | None,
    json: str | None,
    csv: str | None,
    html: str | None,
    lang: str | None,
) -> int:
    """Play the commands of LAB and tell what became of every migration.

    LAB is a lab, or a scenario of the format live-migration-scenario/1. Ends when nothing happens any more. Exit status
    1 if a migration failed.
    """
    if seeds is not None:
        from vmotion_gui.commandline.sweep import Extent, Outputs, sweep

        if profile is not None:
            raise click.UsageError("--profile and --seeds do not go together; set the lab's profile.", ctx)
        if html is not None:
            raise click.UsageError("--html is for one run, and --seeds plays many; give --seed.", ctx)
        extent = Extent(seeds=seeds, seed=seed, until_s=until)
        return sweep(_terminal(ctx, lang), lab, extent, Outputs(csv=csv, json=json))
    from vmotion_gui.commandline.simulate import Wanted, simulate

    return simulate(_terminal(ctx, lang), lab, Wanted(until, seed, profile, json, csv, html))


@command.command("sweep")
@click.argument("lab", type=_FILE)
@click.option("--vary", multiple=True, metavar="PATH=VALUES", help="As in vm.workload.rate=100..1000/10; repeatable.")
@click.option("--until", "until_s", type=SimulatedTime(min=0.0, max=1e12), metavar="S", help="Stop each run there.")
@click.option("--seed", type=click.IntRange(min=0, max=(1 << 62)), metavar="N", help="First seed. Default: the lab's.")
@click.option("--seeds", type=click.IntRange(min=1), metavar="N", help="Run each point with N seeds.")
@click.option("--jobs", type=click.IntRange(min=1, max=1024), metavar="N", help="Processes. Default: all cores.")
@click.option("--dask", type=str, metavar="ADDRESS", help="Run on the Dask cluster with this scheduler.")
@click.option("--csv", type=str, metavar="FILE", help="Write the table there; - is the standard output.")
@click.option("--json", type=str, metavar="FILE", help="Write the table there; - is the standard output.")
@click.option("--parquet", type=str, metavar="FILE", help="Write the table there; needs pyarrow.")
@_language
@click.pass_context
def sweep_command(
    ctx: click.Context,
    /,
    lab: Path,
    csv: str | None,
    json: str | None,
    parquet: str | None,
    lang: str | None,
    **extent: Any,
) -> int:
    """Play LAB again and again with other values and seeds, on all cores.

    Several --vary: every combination. Exit status 1 if a migration of any run failed.
    """
    from vmotion_gui.commandline.sweep import Extent, Outputs, sweep

    return sweep(_terminal(ctx, lang), lab, Extent(**extent), Outputs(csv=csv, json=json, parquet=parquet))


@command.command("compare")
@click.argument("traces", type=_FILE, nargs=-1, required=True, metavar="TRACE [TRACE …]")
@click.option("--json", type=str, metavar="FILE", help="Write all figures there; - is the standard output.")
@_language
@click.pass_context
def compare_command(ctx: click.Context, traces: tuple[Path, ...], json: str | None, lang: str | None) -> int:
    """Hold recorded migrations against the engine: measured beside simulated, with the errors.

    Exit status 1 if a migration that completed, failed or was cancelled did not do so here.
    """
    from vmotion_gui.commandline.compare import compare_traces

    return compare_traces(_terminal(ctx, lang), traces, json)


@command.command("check")
@click.argument("lab", type=_FILE)
@click.option("--vm", required=True, help="Name or id of the virtual machine.")
@click.option("--to", "host", required=True, metavar="HOST", help="Name or id of the host.")
@click.option("--datastore", metavar="DS", help="Name or id of the datastore that its files go to.")
@_language
@click.pass_context
def check_command(ctx: click.Context, lab: Path, vm: str, host: str, datastore: str | None, lang: str | None) -> int:
    """Say whether a VM could migrate to a host, and what stands against it.

    Exit status 1 if it could not.
    """
    from vmotion_gui.commandline.check import check

    return check(_terminal(ctx, lang), lab, vm, host, datastore)


@command.command("plan")
@click.argument("lab", type=_FILE)
@click.option("--maintenance", multiple=True, metavar="HOST", help="Names or ids of the hosts to be empty.")
@click.argument("more", nargs=-1, metavar="[NAME …]")
@click.option("--datastore", multiple=True, metavar="NAME", help="Names or ids of the datastores to be empty.")
@click.option("--rolling", metavar="CLUSTER", help="Go through all hosts of this cluster.")
@click.option("--objective", type=click.Choice(OBJECTIVES), default="time", help="Default: time.")
@click.option("--alternatives", is_flag=True, help="Tell of plans for the other objectives, too.")
@click.option("--powered-off", is_flag=True, help="VMs that do not run have to leave, too.")
@click.option("--keep-storage", is_flag=True, help="No VM moves with its disks.")
@click.option("--other-clusters", is_flag=True, help="VMs may leave their cluster, files their datastore cluster.")
@click.option("--keep-free", type=click.FloatRange(0.0, 99.0), metavar="PERCENT", default=5.0, help="Of a datastore.")
@click.option("--keep-together", is_flag=True, help="No VM's disks part.")
@click.option("--decide", multiple=True, metavar="VM=DECISION", help="migrate, shutDown, suspend, disconnect, leave.")
@click.option("--vsan-mode", type=click.Choice(get_args(VsanMode)), help="Default: ensureObjectAccessibility.")
@click.option("--at-once", type=click.IntRange(min=0), metavar="N", default=1, help="Hosts at a time; 0: as HA lets.")
@click.option("--work", type=click.FloatRange(min=0.0, max=1e6), metavar="MINUTES", default=30.0, help="Of each step.")
@click.option("--window", metavar="HH:MM-HH:MM", help="The maintenance window, by a clock that begins at midnight.")
@click.option("--return", "return_vms", is_flag=True, help="VMs go back before the next hosts are emptied.")
@click.option("--json", type=str, metavar="FILE", help="Write the plan there; - is the standard output.")
@click.option("--html", type=str, metavar="FILE", help="Write a runbook for a browser there.")
@click.option("--pdf", type=str, metavar="FILE", help="Write a runbook to print there.")
@click.option("--csv", type=str, metavar="FILE", help="Write the steps as a table there.")
@click.option("--powercli", type=str, metavar="FILE", help="Write a script for PowerCLI there.")
@click.option("--govc", type=str, metavar="FILE", help="Write a script for govc there.")
@click.option("--ansible", type=str, metavar="FILE", help="Write a playbook there.")
@_language
@click.pass_context
def plan_command(
    ctx: click.Context,
    /,
    lab: Path,
    maintenance: tuple[str, ...],
    datastore: tuple[str, ...],
    more: tuple[str, ...],
    rolling: str | None,
    json: str | None,
    lang: str | None,
    **wanted: Any,
) -> int:
    """Plan how hosts or datastores of LAB become empty: who goes where, in which order, and how long it takes.

    Give --maintenance HOST [HOST …] for some hosts (--decide: what becomes of single VMs), --datastore NAME [NAME …]
    for some datastores (--keep-free, --keep-together), or --rolling CLUSTER for all of a cluster, step by step
    (--at-once, --work, --window, --return). Exit status 1, with every reason, if there is no plan.
    """
    from vmotion_gui.commandline import plan
    from vmotion_gui.planning.handover.forms import FORMS, Form
    from vmotion_gui.planning.maintenance.rolling import RollingOptions

    if sum(map(bool, (maintenance, datastore, rolling is not None))) != 1 or (more and rolling is not None):
        text = "Give one of --maintenance HOST [HOST …], --datastore NAME [NAME …] and --rolling CLUSTER."
        raise click.UsageError(text, ctx)
    window = plan.window_of(wanted["window"] or "00:00-00:00")
    if window is None:
        raise click.UsageError(f"{wanted['window']!r} is no window; write it as in 22:00-04:00.", ctx)
    options = plan.host_options(wanted)
    files: dict[Form, str] = {form: wanted[form] for form in FORMS if wanted[form] is not None}
    terminal = _terminal(ctx, lang)
    if rolling is None:
        within = (wanted["window"], window.length_s) if wanted["window"] else None
        told: dict[str, Any] = {"several": wanted["alternatives"], "json": json, "files": files, "window": within}
        if datastore:
            if wanted["decide"]:
                raise click.UsageError("--decide is for --maintenance and --rolling.", ctx)
            return plan.plan_stores(terminal, lab, (*datastore, *more), plan.store_options(wanted), **told)
        return plan.plan_hosts(terminal, lab, (*maintenance, *more), options, wanted["decide"], **told)
    steps = RollingOptions(
        at_once=wanted["at_once"],
        work_s=wanted["work"] * 60.0,
        return_vms=wanted["return_vms"],
        start_s=window.start_s,
        window_s=window.length_s if wanted["window"] else None,
        moves=options,
    )
    return plan.plan_cluster(terminal, lab, rolling, steps, wanted["decide"], json=json, files=files)


@command.command("validate")
@click.argument("lab", type=_FILE)
@_language
@click.pass_context
def validate_command(ctx: click.Context, lab: Path, lang: str | None) -> int:
    """Say whether LAB is a valid lab document, else name everything that is wrong with it.

    Exit status 2 if it is not valid.
    """
    from vmotion_gui.commandline.validate import validate

    return validate(_terminal(ctx, lang), lab)


@command.group("lesson")
def lesson_group() -> None:
    """Check lessons, play them, pack them, and write them as pages."""


@lesson_group.command("check")
@click.argument("files", type=_FILE, nargs=-1, required=True, metavar="FILE [FILE …]")
@_language
@click.pass_context
def lesson_check_command(ctx: click.Context, files: tuple[Path, ...], lang: str | None) -> int:
    """Say whether each FILE is a sound lesson: play it, and prove every number that it claims.

    Exit status 1 if a run does not prove a claim, 2 if a file is no valid lesson.
    """
    from vmotion_gui.commandline.lesson import check_lessons

    return check_lessons(_terminal(ctx, lang), files)


@lesson_group.command("export")
@click.argument("file", type=_FILE)
@click.option(
    "--html", type=_FILE, metavar="OUT", help="Write the lesson with its run there, as one page for a browser."
)
@click.option("--worksheet", type=_FILE, metavar="OUT", help="Write a sheet for students there, to print.")
@click.option("--answers", is_flag=True, help="Let the worksheet end with the answers, on a sheet of their own.")
@_language
@click.pass_context
def lesson_export_command(
    ctx: click.Context, file: Path, html: Path | None, worksheet: Path | None, answers: bool, lang: str | None
) -> int:
    """Play the lesson FILE without a window, and write it as pages with the numbers of its run."""
    from vmotion_gui.commandline.lesson import export_lesson

    if html is None and worksheet is None:
        raise click.UsageError("Say what to write: --html OUT, --worksheet OUT, or both.", ctx)
    if answers and worksheet is None:
        raise click.UsageError("--answers belongs to --worksheet.", ctx)
    return export_lesson(_terminal(ctx, lang), file, html, worksheet, answers=answers)


@lesson_group.command("pack")
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=_FILE, metavar="OUT", help="The file to write. Default: beside FILE.")
@_language
@click.pass_context
def lesson_pack_command(ctx: click.Context, file: Path, output: Path | None, lang: str | None) -> int:
    """Write the lesson FILE and its lab as one file to share, NAME.vmlesson."""
    from vmotion_gui.commandline.lesson import pack_lesson

    return pack_lesson(_terminal(ctx, lang), file, output)


@lesson_group.command("results")
@click.argument("places", type=_FILE, nargs=-1, required=True, metavar="FOLDER|FILE [FOLDER|FILE …]")
@click.option("--csv", type=str, metavar="OUT", help="Write a row for each student there; - is the standard output.")
@click.option("--json", type=str, metavar="OUT", help="Write rows and statistics there; - is the standard output.")
@click.option("--html", type=str, metavar="OUT", help="Write one page for a browser there.")
@_language
@click.pass_context
def lesson_results_command(ctx: click.Context, /, places: tuple[Path, ...], lang: str | None, **to: str | None) -> int:
    """Show what a class has reached, from its result files. Exit status 1 if a file cannot be used, 2 if none can."""
    from vmotion_gui.commandline.results import show_results

    return show_results(_terminal(ctx, lang), places, **to)


@lesson_group.command("play")
@click.argument("file", type=_FILE)
@click.option("--theme", type=click.Choice(["system", "light", "dark", "contrast"]), help="Colours.")
@click.option("--size", type=Size(), metavar="WxH", help="Size of the window in pixels. Default: as last time.")
@click.option("--quit-after", type=click.FloatRange(min=0.0), metavar="SECONDS", hidden=True)
@_language
@click.pass_context
def lesson_play_command(
    ctx: click.Context,
    file: Path,
    theme: str | None,
    size: tuple[int, int] | None,
    quit_after: float | None,
    lang: str | None,
) -> int:
    """Open the window and play the lesson FILE."""
    from vmotion_gui.lessons.reading import load_lesson

    load_lesson(file)
    return _open_window(_terminal(ctx, lang), None, lang, theme, size, quit_after, lesson=file)


@command.group("import")
def import_group() -> None:
    """Make a lab from an inventory that another program wrote."""


@import_group.command("rvtools")
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, metavar="LAB", help="The lab to write.")
@click.option(
    "--anonymise",
    is_flag=True,
    help="Replace every name in the lab, consistently; the report keeps the real ones.",
)
@click.option("--full", is_flag=True, help="Name everything that the report is about, not the first twenty.")
@click.option("--json-report", type=_FILE, metavar="FILE", help="Write the report there, as JSON.")
@_language
@click.pass_context
def rvtools_command(
    ctx: click.Context,
    file: Path,
    output: Path,
    anonymise: bool,
    full: bool,
    json_report: Path | None,
    lang: str | None,
) -> int:
    """Make a lab from FILE, an RVTools export (xlsx), and report what had to be assumed."""
    from vmotion_gui.commandline.importing import import_export

    return import_export(_terminal(ctx, lang), file, output, anonymised=anonymise, full=full, json_report=json_report)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status. Never a traceback for what the user did."""
    arguments = list(sys.argv[1:] if args is None else args)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a terminal without UTF-8 shows question marks, not a traceback
            stream.reconfigure(errors="replace")
    try:
        status = command.main(arguments, prog_name="vmotion-gui", standalone_mode=False)
        return YES if status is None else int(status)
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except (BadInputError, LabError) as error:
        return _explain(Terminal(_language_in(arguments)), error)
    except (click.Abort, KeyboardInterrupt):
        click.echo("", err=True)
        Terminal(_language_in(arguments)).complain(message("cli.interrupted"))
        return INTERRUPTED
    except _ReaderGoneError:
        _close_stdout()
        return PIPE_CLOSED
    except OSError as error:
        if error.filename is not None or error.errno not in _OUTPUT_FAILED:
            raise
        # no file that has a name has failed, so a stream has: "simulate --json -" into a file on a full disk
        _close_stdout()
        reason = error.strerror or str(error)
        Terminal(_language_in(arguments)).complain(message("cli.output.notWritten", reason=reason))
        return BAD_INPUT


def _explain(terminal: Terminal, error: BadInputError | LabError) -> int:
    if isinstance(error, LabError):
        terminal.complain_of(error)
    else:
        terminal.complain(error.text)
    return BAD_INPUT


def _language_in(arguments: Sequence[str]) -> str | None:
    """The last valid --lang among the arguments, for sentences about what ended the command."""
    pairs = zip(("", *arguments), (*arguments, ""), strict=True)
    given = [word if before == "--lang" else word.removeprefix("--lang=") for before, word in pairs]
    return next((word for word in reversed(given) if word in LANGUAGES), None)


def _open_closed_streams() -> None:
    """A caller may have closed them ("vmotion-gui … >&-"); what is written goes nowhere then."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open as long as the program
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # as above


def _close_stdout() -> None:
    """Nobody reads any more: what is still in the buffer must not raise at the interpreter's end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
