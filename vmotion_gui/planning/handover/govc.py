"""A plan as a shell script for govc, the command line of govmomi.

Every object is found first, and there must be exactly one; after every move the VM must be where it was to go. What
govc cannot do, somebody is asked to do.
"""

from __future__ import annotations

from vmotion_gui.messages import Catalogue, message
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.quoting import bash, comment, glob

_FUNCTIONS = r"""
die() { printf '%s\n' "$*" >&2; exit 1; }
say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

# kind, property, value: the inventory path of the only object that there is
only() {
    local found
    found=$(govc find / -type "$1" "$2" "$3") || die "$3"
    [[ -n $found && $found != *$'\n'* ]] || die "$text_not_one $3"
    printf '%s' "$found"
}

# a path in which nothing is a wildcard
literal() {
    local path=${1//\\/\\\\}
    path=${path//\*/\\*} path=${path//\?/\\?} path=${path//\[/\\[}
    printf '%s' "$path"
}

fact() { govc object.collect -s "$(govc find -i / -type "$1" "$2" "$3")" "$4"; }

# name, property, value, host, datastore, priority
move() {
    local path goal='' store arguments
    path=$(only m "$2" "$3")
    arguments=(-vm.ipath "$path" -priority "$6")
    if [[ -n $4 ]]; then
        store=$(only h -name "$4")
        goal=$(govc find -i / -type h -name "$4")
        arguments+=(-host.ipath "$store")
    fi
    if [[ -n $5 ]]; then
        store=$(only s -name "$5")
        arguments+=(-ds "$(literal "$store")")
    elif [[ $(fact m "$2" "$3" runtime.host) == "$goal" ]]; then
        say "$text_already $1"
        return
    fi
    say "$text_moving $1"
    govc vm.migrate "${arguments[@]}"
    [[ -z $goal || $(fact m "$2" "$3" runtime.host) == "$goal" ]] || die "$text_not_there $1"
    say "$text_done $1"
}

# process numbers: wait for all of them, and go on only if all of them went well
all() {
    local process failed=0
    for process in "$@"; do wait "$process" || failed=1; done
    ((failed == 0)) || die "$text_stopped"
}

# host, whether VMs that are off leave it, seconds
enter() {
    local path
    path=$(only h -name "$1")
    govc host.maintenance.enter -evacuate="$2" -timeout="$3" -host.ipath "$path"
    [[ $(fact h -name "$1" runtime.inMaintenanceMode) == true ]] || die "$text_not_there $1"
}

leave() {
    local path
    path=$(only h -name "$1")
    govc host.maintenance.exit -host.ipath "$path"
    [[ $(fact h -name "$1" runtime.inMaintenanceMode) == false ]] || die "$text_not_there $1"
}

# datastore, verb, the state that it has then
store() {
    local path
    path=$(only s -name "$1")
    govc datastore.maintenance."$2" -ds "$(literal "$path")"
    [[ $(fact s -name "$1" summary.maintenanceMode) == "$3" ]] || die "$text_not_there $1"
}

# property, value, option, state: a guest that shuts down has ten minutes
power() {
    local path tries=120
    path=$(only m "$1" "$2")
    [[ $(fact m "$1" "$2" runtime.powerState) != "$4" ]] || return 0
    govc vm.power "$3" -vm.ipath "$path"
    until [[ $(fact m "$1" "$2" runtime.powerState) == "$4" ]]; do
        ((tries-- > 0)) || die "$text_not_there $path"
        sleep 5
    done
}

ask() { say "$1"; read -r -p "$text_when_done" _ || die "$text_stopped"; }
"""
_POWER = {
    "shutDown": ("-s=true", "poweredOff"),
    "suspend": ("-suspend=true", "suspended"),
    "powerOn": ("-on=true", "poweredOn"),
}


def govc_script(plan: w.Work, words: Catalogue) -> str:
    """The script's text; its messages in one language. ValueError for a name with a NUL."""
    text = {key: words.render(message(f"handover.{key}")) for key in _TEXTS}
    lines = ["#!/usr/bin/env bash", f"# {comment(plan.title)}"]
    lines += [f"# {comment(words.render(message(key)))}" for key in ("handover.simulated", "handover.govcNeeds")]
    lines += ["set -euo pipefail", "", *(f"{name}={bash(text[key])}" for key, name in _TEXTS.items())]
    lines += [f': "${{GOVC_URL:?{_plain(words.render(message("handover.govcUrl")))}}}"', _FUNCTIONS]
    for group in w.waves(plan.steps):
        lines += [*_wave(group, words), ""]
    return "\n".join([*lines, f"say {bash(words.render(message('handover.finished')))}", ""])


_TEXTS = {
    "notOne": "text_not_one",
    "already": "text_already",
    "moving": "text_moving",
    "done": "text_done",
    "notThere": "text_not_there",
    "stopped": "text_stopped",
    "whenDone": "text_when_done",
}


def _plain(text: str) -> str:
    """Inside ${…:?…} no letter may mean anything."""
    return "".join(char for char in text if char.isalnum() or char in " .,:_-")


def _wave(group: tuple[w.Step, ...], words: Catalogue) -> list[str]:
    if not isinstance(group[0], w.Move):
        return [_step(step, words) for step in group]
    lines = ["wave=()"]
    lines += [f"{_move(step)} &\nwave+=($!)" for step in group if isinstance(step, w.Move)]
    return [*lines, 'all "${wave[@]}"']


def _which(vm: w.Machine) -> str:
    if vm.instance_uuid:
        return f"-config.instanceUuid {bash(glob(vm.instance_uuid))}"
    return f"-name {bash(glob(vm.name))}"


def _move(step: w.Move) -> str:
    priority = "highPriority" if step.high_priority else "defaultPriority"
    places = " ".join(bash(glob(name)) for name in (step.host, step.datastore))
    return f"move {bash(step.vm.name)} {_which(step.vm)} {places} {priority}"


def _step(step: w.Step, words: Catalogue) -> str:
    if isinstance(step, w.EnterMaintenance):
        evacuate = "true" if step.evacuate_powered_off else "false"
        line = f"enter {bash(glob(step.host))} {evacuate} {round(step.timeout_s)}"
        if step.vsan_mode:
            note = words.render(message("handover.govcVsan", mode=step.vsan_mode))
            return f"ask {bash(note)}\n{line}"
        return line
    if isinstance(step, w.ExitMaintenance):
        return f"leave {bash(glob(step.host))}"
    if isinstance(step, w.StoreMaintenance):
        return f"store {bash(glob(step.datastore))} {'enter inMaintenance' if step.enters else 'exit normal'}"
    if isinstance(step, w.Power):
        option, state = _POWER[step.action]
        return f"power {_which(step.vm)} {option} {state}"
    assert isinstance(step, w.ByHand | w.MoveFiles)
    return f"ask {bash(words.render(step.text))}"
