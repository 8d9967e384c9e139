"""A plan as an Ansible playbook for the collection community.vmware.

Names are `!unsafe` scalars, so that none is taken for a template. A playbook does one thing after the other: waves of
moves are not kept together. Connection data come from VMWARE_HOST, VMWARE_USER and VMWARE_PASSWORD.
"""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.messages import Catalogue, message
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.quoting import comment, yaml

_STATES = {"shutDown": "shutdown-guest", "suspend": "suspended", "powerOn": "powered-on"}
_GUEST_S = 600
_MOVE_S = 7200


def ansible_playbook(plan: w.Work, words: Catalogue) -> str:
    """The playbook's text; its names of tasks in one language."""
    lines = [f"# {comment(plan.title)}"]
    lines += [f"# {comment(words.render(message(key)))}" for key in ("handover.simulated", "handover.ansibleNeeds")]
    lines += ["---", f"- name: {yaml(plan.title)}", "  hosts: localhost", "  connection: local"]
    lines += ["  gather_facts: false", "  any_errors_fatal: true", "  tasks:"]
    for step in plan.steps:
        lines += _tasks(step, words)
    return "\n".join([*lines, ""]) if plan.steps else "\n".join([*lines[:-1], "  tasks: []", ""])


def _task(name: str, module: str, fields: Iterable[tuple[str, str]], *more: str) -> list[str]:
    inside = [f"        {key}: {value}" for key, value in fields]
    return [f"    - name: {yaml(name)}", f"      {module}:", *inside, *(f"      {line}" for line in more)]


def _which(vm: w.Machine, name_key: str, uuid_key: str) -> list[tuple[str, str]]:
    if vm.instance_uuid:
        return [(uuid_key, yaml(vm.instance_uuid)), ("use_instance_uuid", "true")]
    return [(name_key, yaml(vm.name))]


def _tasks(step: w.Step, words: Catalogue) -> list[str]:
    if isinstance(step, w.Move):
        return _move(step, words)
    if isinstance(step, w.EnterMaintenance):
        fields = [("esxi_hostname", yaml(step.host)), ("state", "present"), ("timeout", str(round(step.timeout_s)))]
        fields.append(("evacuate", "true" if step.evacuate_powered_off else "false"))
        if step.vsan_mode:
            fields.append(("vsan", step.vsan_mode))
        name = words.render(message("handover.enter", host=step.host))
        return _task(name, "community.vmware.vmware_maintenancemode", fields)
    if isinstance(step, w.ExitMaintenance):
        fields = [("esxi_hostname", yaml(step.host)), ("state", "absent")]
        name = words.render(message("handover.leave", host=step.host))
        return _task(name, "community.vmware.vmware_maintenancemode", fields)
    if isinstance(step, w.StoreMaintenance):
        fields = [("datastore", yaml(step.datastore)), ("state", "present" if step.enters else "absent")]
        name = words.render(message("handover.enter" if step.enters else "handover.leave", host=step.datastore))
        return _task(name, "community.vmware.vmware_datastore_maintenancemode", fields)
    if isinstance(step, w.Power):
        fields = [*_which(step.vm, "name", "uuid"), ("state", _STATES[step.action])]
        fields.append(("state_change_timeout", str(_GUEST_S)))
        name = words.render(message(f"handover.{step.action}", vm=step.vm.name))
        return _task(name, "community.vmware.vmware_guest_powerstate", fields)
    text = words.render(step.text)
    return _task(text, "ansible.builtin.pause", [("prompt", yaml(text))])


def _move(step: w.Move, words: Catalogue) -> list[str]:
    fields = _which(step.vm, "vm_name", "vm_uuid")
    if step.host:
        fields.append(("destination_host", yaml(step.host)))
    if step.datastore:
        fields.append(("destination_datastore", yaml(step.datastore)))
    fields.append(("timeout", str(_MOVE_S)))
    name = words.render(message("handover.move", vm=step.vm.name, place=step.host or step.datastore))
    tasks = _task(name, "community.vmware.vmware_vmotion", fields, "register: moved")
    if step.host:
        name = words.render(message("handover.check", vm=step.vm.name))
        that = [("that", "moved.running_host == planned_host")]
        tasks += _task(name, "ansible.builtin.assert", that, "vars:", f"  planned_host: {yaml(step.host)}")
    return tasks
