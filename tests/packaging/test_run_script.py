"""`./run`: what it does on machines unlike this one. The tools that it calls are stand-ins that keep a log."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from vmotion_gui import resources

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
TOOLS = ("awk", "sed", "paste", "cat", "mktemp", "rm", "sha256sum", "cut", "dirname", "env", "touch", "mkdir", "chmod")

pytestmark = pytest.mark.skipif(BASH is None, reason="the script is for bash")

PYTHON = """
case "$*" in
    *version_info*sys.exit*|*sys.exit*version_info*) exit {too_old} ;;
    *ensurepip*) exit {no_venv} ;;
    *base_prefix*) echo 3.11 /usr ;;
    "-m venv"*) mkdir -p "$4/bin"
        printf '#!%s\\necho "pip: $*" >>%s\\n' "{bash}" "{log}" >"$4/bin/python"
        printf '#!%s\\necho "program: $*"\\n' "{bash}" >"$4/bin/vmotion-gui"
        chmod +x "$4/bin/python" "$4/bin/vmotion-gui" ;;
    *) echo 3.11 ;;
esac
"""


class Machine:
    """A checkout on a machine that has only what a test gives it."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "check out"
        self.tools = folder / "bin"
        self.log = folder / "log"
        self.tools.mkdir()
        (self.checkout / "resources").mkdir(parents=True)
        for name in ("run", "pyproject.toml", "resources/debian-packages.txt"):
            shutil.copy(ROOT / name, self.checkout / name)
        for name in TOOLS:
            (self.tools / name).symlink_to(str(shutil.which(name)))
        self.python()
        self.tool("id", "echo 0")

    def tool(self, name: str, script: str) -> None:
        file = self.tools / name
        file.write_text(f'#!{BASH}\necho "{name}: $*" >>{self.log}\n{script}\n', encoding="utf-8")
        file.chmod(0o755)

    def python(self, *, too_old: int = 0, no_venv: int = 0) -> None:
        self.tool("python3", PYTHON.format(too_old=too_old, no_venv=no_venv, bash=BASH, log=self.log))

    def debian(self, *installed: str, provides: str = "") -> None:
        lines = "".join(f"ii |{name}, {provides}\\n" for name in installed)
        self.tool("dpkg-query", f"printf '{lines}rc |libegl1, \\n'")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.tools), "HOME": str(self.checkout)}
        command = [str(BASH), str(self.checkout / "run"), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)

    def calls(self, name: str) -> list[str]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [line.removeprefix(f"{name}: ") for line in lines if line.startswith(f"{name}: ")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def needed(*sections: str) -> list[str]:
    return [name for section in sections for name in resources.debian_packages(section)]


def test_the_first_start_sets_up_and_the_second_does_nothing(machine: Machine) -> None:
    first = machine.run("validate", "a lab.json")
    assert (first.returncode, first.stdout) == (0, "program: validate a lab.json\n")
    assert len(machine.calls("pip")) == 1
    second = machine.run("--help")
    assert (second.returncode, second.stdout, second.stderr) == (0, "program: --help\n", "")
    assert len(machine.calls("pip")) == 1


def test_new_requirements_are_installed_into_the_same_environment(machine: Machine) -> None:
    machine.run()
    with (machine.checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    machine.run()
    assert len(machine.calls("pip")) == 2
    assert len([call for call in machine.calls("python3") if call.startswith("-m venv")]) == 1


def test_missing_system_packages_are_installed_where_that_is_allowed(machine: Machine) -> None:
    machine.debian("libgl1", "xvfb")
    machine.tool("apt-get", "exit 0")
    assert machine.run().returncode == 0
    update, install = machine.calls("apt-get")
    assert update.endswith("update")
    assert install.split("--no-install-recommends ")[1].split() == [n for n in needed("run") if n != "libgl1"]


def test_nothing_is_asked_of_apt_when_all_is_there(machine: Machine) -> None:
    machine.debian(*(n for n in needed("run") if n != "libglib2.0-0"), provides="libglib2.0-0 (= 2.80), x")
    machine.tool("apt-get", "exit 0")
    assert machine.run().stderr.count("system packages") == 0
    assert machine.calls("apt-get") == []


def test_where_it_is_not_allowed_the_line_is_printed_and_the_program_starts(machine: Machine) -> None:
    machine.debian()
    machine.tool("id", "echo 1000")
    machine.tool("apt-get", "exit 0")
    done = machine.run("--help")
    line = f"sudo apt-get install -y --no-install-recommends {' '.join(needed('run'))}\n"
    assert line in done.stderr
    assert (done.returncode, done.stdout) == (0, "program: --help\n")
    assert machine.calls("apt-get") == []


def test_a_failing_apt_shows_its_words_and_the_line(machine: Machine) -> None:
    machine.debian()
    machine.tool("apt-get", "echo 'no network today' >&2; exit 100")
    done = machine.run()
    assert "no network today" in done.stderr
    assert "sudo apt-get install -y" in done.stderr
    assert done.returncode == 0


def test_the_tests_need_more_and_are_called_with_what_was_said(machine: Machine) -> None:
    machine.debian(*needed("run"))
    machine.tool("apt-get", "exit 0")
    assert machine.run("tests", "-k", "a b").returncode == 0
    assert machine.calls("apt-get")[1].split("--no-install-recommends ")[1].split() == needed("tests")
    install, pytest_call = machine.calls("pip")
    assert install.endswith("[tests]")
    assert pytest_call == "-m pytest -k a b"
    machine.run()
    assert len(machine.calls("pip")) == 2, "what the program needs is among what the tests need"


def test_no_python_or_only_an_old_one_is_said_in_one_sentence(machine: Machine) -> None:
    machine.python(too_old=1)
    done = machine.run()
    assert done.returncode == 2
    assert "Python 3.11, 3.12 or 3.13 is needed" in done.stderr


def test_a_python_without_venv_names_the_package(machine: Machine) -> None:
    machine.python(no_venv=1)
    done = machine.run()
    assert done.returncode == 2
    assert "venv module is missing" in done.stderr


def test_a_failed_installation_is_tried_again(machine: Machine) -> None:
    machine.run()
    (machine.checkout / ".venv" / "bin" / "python").write_text(f"#!{BASH}\necho broken >&2; exit 1\n", encoding="utf-8")
    for stamp in (machine.checkout / ".venv").glob(".ready-*"):
        stamp.unlink()
    for _ in range(2):
        done = machine.run()
        assert done.returncode == 2
        assert "broken" in done.stderr


def test_the_line_of_the_script_and_of_the_program_are_one() -> None:
    from vmotion_gui.gui.environment import install_command

    assert install_command() == f"sudo apt-get install -y --no-install-recommends {' '.join(needed('run'))}"


def test_the_scripts_may_be_executed() -> None:
    assert os.access(ROOT / "run", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
