"""How the command is called: the window or a sub-command, languages, exit status, interruptions."""

from __future__ import annotations

import importlib.abc
import json
import os
import shlex
import signal
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import Shell, lab_file
from tests.simulation import histories as h
from vmotion_gui import resources
from vmotion_gui.commandline.terminal import language_of
from vmotion_gui.messages import LANGUAGES, catalogue

ROOT = Path(__file__).parents[2]


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Stands for the window: what it was called with."""
    calls: list[tuple[Any, ...]] = []

    def run(
        lab: Path,
        language: str | None,
        theme: str | None,
        size: Any,
        *,
        quit_after_s: float | None,
        lesson_path: Path | None,
    ) -> int:
        assert lesson_path is None
        calls.append((lab, language, theme, size, quit_after_s))
        return 0

    app = types.ModuleType("vmotion_gui.gui.app")
    app.run = run  # type: ignore[attr-defined]  # a stand-in
    monkeypatch.setitem(sys.modules, "vmotion_gui.gui.app", app)
    return calls


def test_without_a_lab_the_demo_opens(shell: Shell, window: list[tuple[Any, ...]]) -> None:
    assert shell() == 0
    assert window == [(resources.path("labs/demo.json"), None, None, None, None)]
    assert window[0][0].is_file()


@pytest.mark.parametrize("before", [True, False])
def test_a_lab_and_options_in_any_order(
    shell: Shell, window: list[tuple[Any, ...]], tmp_path: Path, before: bool
) -> None:
    lab = lab_file(tmp_path)
    options = ["--lang", "de", "--theme", "dark", "--size", "1280x800", "--quit-after", "2.5"]
    assert shell(*([*options, lab] if before else [lab, *options])) == 0
    assert shell("--lab", lab) == 0
    assert window == [(lab, "de", "dark", (1280, 800), 2.5), (lab, None, None, None, None)]


def test_a_lab_called_like_a_command(
    shell: Shell, window: list[tuple[Any, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab_file(tmp_path).rename(tmp_path / "check")
    monkeypatch.chdir(tmp_path)
    assert shell("--lab", "check") == 0
    assert shell("./check") == 0
    assert [call[0] for call in window] == [Path("check"), Path("check")]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nothing.json"], "nothing.json"),
        (["simulat", "lab.json"], "There is no command 'simulat'"),
        (["--size", "big"], "1280x800"),
        (["--size", "0x800"], "1280x800"),
        (["--lang", "fr"], "'fr' is not one of"),
        (["--nonsense"], "--nonsense"),
        (["simulate"], "LAB"),
        (["simulate", "lab.json", "--until", "-1"], "--until"),
        (["simulate", "lab.json", "--until", "nan"], "--until"),
        (["simulate", "nothing.json"], "nothing.json"),
        (["check", "lab.json"], "--vm"),
        (["import"], "rvtools"),
        (["import", "rvtools", "x.xlsx"], "--output"),
        (["--theme", "dark", "validate", "lab.json"], "for the window"),
    ],
)
def test_bad_usage_is_status_2_with_a_sentence(shell: Shell, arguments: list[str], sentence: str) -> None:
    assert shell(*arguments) == 2
    assert sentence in shell.err + shell.out
    assert "Traceback" not in shell.err


def test_one_lab_only(shell: Shell, window: list[tuple[Any, ...]], tmp_path: Path) -> None:
    lab = lab_file(tmp_path)
    assert shell(lab, lab) == 2
    assert "one word too many" in shell.err
    assert shell(lab, "--lab", lab) == 2
    assert "twice" in shell.err
    assert window == []


def test_help_names_everything(shell: Shell) -> None:
    assert shell("--help") == 0
    for word in ("[LAB]", "--lang", "--theme", "--size", "--lab", "simulate", "check", "import", "validate"):
        assert word in shell.out
    assert "--quit-after" not in shell.out
    assert shell("simulate", "--help") == 0
    assert shell("--version") == 0


class _NoQt(importlib.abc.MetaPathFinder):
    """As if a system library of Qt's were missing when the window's module is loaded."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "vmotion_gui.gui.app":
            raise ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")


def test_a_window_that_cannot_load_qt_says_so(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "vmotion_gui.gui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_NoQt(), *sys.meta_path])
    assert shell("--lang", "de") == 2
    assert "libEGL.so.1" in shell.err
    assert "Unterbefehl" in shell.err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "de"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "de_AT"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_the_option_counts_more_than_the_locale(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lab = lab_file(tmp_path)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    for arguments, word in [
        (["validate", lab], "gültiges"),
        (["validate", lab, "--lang", "en"], "valid lab"),
        (["--lang", "en", "validate", lab], "valid lab"),
        (["--lang", "en", "validate", lab, "--lang", "de"], "gültiges"),
    ]:
        assert shell(*arguments) == 0
        assert word in shell.out


def test_every_sentence_is_there_in_both_languages() -> None:
    keys = {language: {k for k in catalogue(language).keys if k.startswith("cli.")} for language in LANGUAGES}
    assert keys["en"] == keys["de"] != set()


# --- in processes of their own ------------------------------------------------------------------------------


def _run(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "vmotion_gui.cli", *map(str, arguments)]
    return subprocess.run(words, cwd=ROOT, text=True, capture_output=True, timeout=60, check=False, **more)


_WITHOUT_QT = """
import sys
from vmotion_gui.cli import main
status = main(sys.argv[1:])
loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"))
assert loaded == [], loaded
assert not any(name.startswith("vmotion_gui.gui") for name in sys.modules)
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["simulate", "LAB"], 0),
        (["validate", "LAB"], 0),
        (["check", "LAB", "--vm", "web-1", "--to", "esx-2"], 0),
        (["import", "rvtools", "LAB", "-o", "OUT"], 2),
        (["--help"], 0),
    ],
)
def test_no_sub_command_loads_qt(tmp_path: Path, arguments: list[str], status: int) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)))
    words = [{"LAB": str(lab), "OUT": str(tmp_path / "out.json")}.get(word, word) for word in arguments]
    process = subprocess.run(
        [sys.executable, "-c", _WITHOUT_QT, *words],
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (process.returncode, "Traceback" in process.stderr) == (status, False), process.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    lab = lab_file(tmp_path, *((float(n), h.migrate(1, 2 + n % 2)) for n in range(0, 400, 200)))
    for extra in (["--json", "-"], []):
        reading, writing = os.pipe()
        os.close(reading)
        process = subprocess.run(
            [sys.executable, "-m", "vmotion_gui.cli", "simulate", str(lab), *extra],
            cwd=ROOT,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
        os.close(writing)
        assert (process.returncode, process.stderr) == (141, "")


@pytest.mark.parametrize("command", [("--help",), ("simulate",), ("simulate", "--json", "-"), ("validate",)])
@pytest.mark.parametrize(
    ("closing", "status", "told"), [(">/dev/full", 2, True), (">&-", 0, False), ("2>&-", 0, False)]
)
def test_an_output_that_takes_nothing_is_told_in_a_sentence(
    tmp_path: Path, command: tuple[str, ...], closing: str, status: int, told: bool
) -> None:
    """On a full disk, and where the caller closed a stream."""
    lab = [] if command == ("--help",) else [str(lab_file(tmp_path))]
    line = shlex.join([sys.executable, "-m", "vmotion_gui.cli", "--lang", "en", *command[:1], *lab, *command[1:]])
    process = subprocess.run(
        ["sh", "-c", f"{line} {closing}"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    sentence = "The output cannot be written: No space left on device.\n"
    assert (process.returncode, process.stderr) == (status, sentence if told else "")


def test_results_are_written_before_a_reader_leaves(tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1, 2)))
    reading, writing = os.pipe()
    os.close(reading)
    subprocess.run(
        [sys.executable, "-m", "vmotion_gui.cli", "simulate", str(lab), "--json", str(tmp_path / "results.json")],
        cwd=ROOT,
        stdout=writing,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert json.loads((tmp_path / "results.json").read_bytes())["finished"]


_ENDLESS = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let what runs in the background ignore it
from vmotion_gui.commandline import simulate
simulate.play = lambda *a: print("running", flush=True) or [None for _ in iter(int, 1)]
from vmotion_gui.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_interrupting_ends_with_130_and_one_clean_line(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _ENDLESS, "simulate", str(lab_file(tmp_path)), "--lang", "de"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "running\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.strip() == "Abgebrochen."


def test_a_terminal_without_utf_8_gets_question_marks(tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)))
    for arguments in (
        ["validate", lab, "--lang", "de"],
        ["simulate", lab],
        ["simulate", tmp_path / "ü.json"],
    ):
        process = _run(*arguments, env={**os.environ, "PYTHONIOENCODING": "ascii"})
        assert "Traceback" not in process.stderr
        assert process.returncode == (2 if "ü" in str(arguments[1]) else 0)
    process = _run("simulate", lab, "--json", "-", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert json.loads(process.stdout)["lab"] == "Small"


def test_as_a_module_it_ends_with_the_status(tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)), (20.0, h.host_failed(2)))
    assert _run("simulate", lab).returncode == 1
    assert _run("validate", tmp_path / "none.json").returncode == 2
