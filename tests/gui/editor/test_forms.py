"""Forms for every kind of object: shown, explained, checked at once, and applied as one step that can be undone."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end, possible_moves
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.editor.field_editor import TextEditor
from vmotion_gui.gui.editor.numbers import QuantityEditor
from vmotion_gui.gui.editor.parts import PartsEditor, WorkloadEditor
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.workloads import preset_document
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.presets import workload as workload_of
from vmotion_gui.planning.building.templates import small_cluster

GIB = 1024**3


def opened(window: MainWindow) -> EntityDialog:
    dialogs = [dialog for dialog in window.findChildren(EntityDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def first(window: MainWindow, collection: str) -> e.Entity:
    return next(iter(window.context.session.inventory.collection(collection).values()))


def test_a_form_that_nobody_touches_changes_nothing(window: MainWindow) -> None:
    inventory = window.context.session.inventory
    for entity in [entity for name in COLLECTIONS for entity in list(inventory.collection(name).values())[:2]]:
        dialog = window.editor.edit(entity.id)
        form = dialog.form
        assert form is not None
        for row in range(form.rail.count()):
            form.rail.setCurrentRow(row)
        form.check()
        assert form.faults == []
        dialog.ok.click()
        assert window.context.session.inventory is inventory


def test_e_opens_the_form_of_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    host = first(window, "hosts")
    window.context.selection.select([host.id])
    window.parts.inventory.tree.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_E)
    dialog = opened(window)
    assert host.name in dialog.windowTitle()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(EntityDialog))


def test_an_edit_is_one_step_that_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    vm = first(window, "vms")
    assert isinstance(vm, e.VirtualMachine)
    dialog = window.editor.edit(vm.id)
    assert dialog.form is not None
    name = dialog.form.field("name")
    assert isinstance(name, TextEditor)
    name.line.selectAll()
    qtbot.keyClicks(name.line, "payroll")
    memory = dialog.form.field("memory_bytes")
    assert isinstance(memory, QuantityEditor)
    memory.spin.selectAll()
    qtbot.keyClicks(memory.spin, "24")
    dialog.ok.click()
    edited = window.context.session.inventory.vms[vm.id]
    assert (edited.name, edited.memory_bytes) == ("payroll", 24 * GIB)
    window.context.commands.undo()
    assert window.context.session.inventory.vms[vm.id] == vm
    window.context.commands.redo()
    assert window.context.session.inventory.vms[vm.id] == edited


def test_what_does_not_fit_is_said_beside_its_field_and_cannot_be_confirmed(window: MainWindow, qtbot: QtBot) -> None:
    subnet = next(subnet for subnet in window.context.session.inventory.subnets.values() if subnet.gateway)
    dialog = window.editor.edit(subnet.id)
    form = dialog.form
    assert form is not None
    gateway = form.field("gateway")
    assert isinstance(gateway, TextEditor)
    gateway.line.selectAll()
    qtbot.keyClicks(gateway.line, "203.0.113.1")
    qtbot.waitUntil(lambda: not dialog.ok.isEnabled())
    row = form.pages["general"].rows["gateway"]
    assert row.fault.isVisible()
    assert "203.0.113.1" in row.fault.text()
    assert not form.pages["general"].rows["name"].fault.isVisible()
    gateway.line.selectAll()
    qtbot.keyClicks(gateway.line, subnet.gateway)
    qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    assert not row.fault.isVisible()


def test_an_edit_that_would_break_another_object_names_it(window: MainWindow, qtbot: QtBot) -> None:
    inventory = window.context.session.inventory
    host = next(host for host in inventory.hosts.values() if any(vmk.ip_address for vmk in host.vmk_adapters))
    subnet = inventory.subnets[next(vmk.subnet for vmk in host.vmk_adapters if vmk.ip_address)]
    dialog = window.editor.edit(subnet.id)
    form = dialog.form
    assert form is not None
    for name, text in (("cidr", "203.0.113.0/24"), ("gateway", "")):
        editor = form.field(name)
        assert isinstance(editor, TextEditor)
        editor.line.clear()
        qtbot.keyClicks(editor.line, text)
        editor.line.textEdited.emit(text)
    qtbot.waitUntil(lambda: not dialog.ok.isEnabled())
    assert dialog._problem.isVisible()
    assert any(fault.id in inventory.hosts for fault in form.faults)


def test_the_field_that_has_the_keyboard_is_explained(window: MainWindow, qtbot: QtBot) -> None:
    host = first(window, "hosts")
    dialog = window.editor.edit(host.id)
    form = dialog.form
    assert form is not None
    form.field("memory_bytes").focusWidget()
    editor = form.field("memory_bytes")
    editor.setFocus()
    qtbot.waitUntil(lambda: form._help.text().startswith("Memory:"))
    assert "In a migration:" in form._help.text()
    assert "Default: 512 GB." in form._help.text()


def test_adapters_are_added_duplicated_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    host = first(window, "hosts")
    assert isinstance(host, e.Host)
    dialog = window.editor.edit(host.id)
    assert dialog.form is not None
    pnics = dialog.form.field("pnics")
    assert isinstance(pnics, PartsEditor)
    before = len(host.pnics)
    qtbot.mouseClick(pnics.add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pnics.copy, Qt.MouseButton.LeftButton)
    devices = [part["device"] for part in pnics.value()]
    assert len(devices) == len(set(devices)) == before + 2
    qtbot.mouseClick(pnics.remove, Qt.MouseButton.LeftButton)
    dialog.ok.click()
    assert len(window.context.session.inventory.hosts[host.id].pnics) == before + 1


def test_a_part_with_a_name_that_is_taken_is_marked(window: MainWindow, qtbot: QtBot) -> None:
    host = first(window, "hosts")
    assert isinstance(host, e.Host)
    dialog = window.editor.edit(host.id)
    assert dialog.form is not None
    pnics = dialog.form.field("pnics")
    assert isinstance(pnics, PartsEditor)
    qtbot.mouseClick(pnics.add, Qt.MouseButton.LeftButton)
    assert pnics._form is not None
    device = pnics._form.rows["device"]
    line = device.editor.focus_field()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, host.pnics[0].device)
    qtbot.waitUntil(lambda: not dialog.ok.isEnabled())
    assert device.fault.isVisible()
    assert any(dialog.form.rail.item(row).text().startswith("✕") for row in range(dialog.form.rail.count()))


def test_a_vm_on_its_way_is_not_edited(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    window.context.commands.migrate([spec])
    window.context.session.pause()
    window.context.session.step()
    refused: list[str] = []
    window.context.commands.refused.connect(refused.append)
    dialog = window.editor.edit(spec.vm)
    assert dialog.form is not None
    name = dialog.form.field("name")
    assert isinstance(name, TextEditor)
    name.set_value("other")
    dialog.ok.click()
    assert refused
    assert window.context.session.inventory.vms[spec.vm].name != "other"
    play_to_end(window)


def test_a_paused_run_is_edited_and_goes_on(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    window.context.commands.migrate([spec])
    window.context.session.pause()
    window.context.session.step()
    other = next(vm for vm in window.context.session.inventory.vms.values() if vm.id != spec.vm)
    dialog = window.editor.edit(other.id)
    assert dialog.form is not None
    name = dialog.form.field("name")
    assert isinstance(name, TextEditor)
    name.set_value("renamed while it ran")
    dialog.ok.click()
    assert window.context.session.inventory.vms[other.id].name == "renamed while it ran"
    play_to_end(window)
    assert window.context.session.inventory.vms[spec.vm].host == spec.host


def test_a_preset_fills_in_the_workload_and_own_numbers_are_no_preset(window: MainWindow) -> None:
    vm = next(vm for vm in window.context.session.inventory.vms.values() if vm.workload.preset == "web-server")
    dialog = window.editor.edit(vm.id)
    assert dialog.form is not None
    workload = dialog.form.field("workload")
    assert isinstance(workload, WorkloadEditor)
    assert workload._form is not None
    preset = workload._form.rows["preset"].editor
    preset.set_value("database")
    preset.edited.emit()
    assert workload.value() == preset_document("database", dialog.form.document())
    requests = workload._form.rows["request_rate_per_s"].editor
    requests.set_value(7.0)
    requests.edited.emit()
    dialog.ok.click()
    entered = window.context.session.inventory.vms[vm.id].workload
    assert (entered.preset, entered.request_rate_per_s) == ("", 7.0)
    assert entered.phases == workload_of("database", memory_bytes=vm.memory_bytes, cpus=vm.cpus).phases


def test_what_was_guessed_and_is_changed_counts_as_entered(make_window: MakeWindow) -> None:
    inventory = small_cluster()
    host = inventory.hosts["host-1"]
    guessed = tuple(msgspec.structs.replace(vmk, services_origin="guessed") for vmk in host.vmk_adapters)
    host = msgspec.structs.replace(host, vmk_adapters=guessed, assumed=("cpu_mhz", "cores"))
    window = make_window(Lab(inventory=inventory.with_entities([host]), name="imported"))
    dialog = window.editor.edit(host.id)
    assert dialog.form is not None
    dialog.form.field("cores").set_value(48)  # type: ignore[attr-defined]  # every field's editor has it
    vmk = dialog.form.field("vmk_adapters")
    assert isinstance(vmk, PartsEditor)
    assert vmk._form is not None
    vmk._form.rows["services"].editor.set_value(["management", "vmotion"])
    vmk._form.edited.emit()
    dialog.ok.click()
    after = window.context.session.inventory.hosts[host.id]
    assert after.assumed == ("cpu_mhz",)
    assert [adapter.services_origin for adapter in after.vmk_adapters] == ["entered", "guessed"]


def test_an_uplink_of_another_switch_joins_the_host_to_it(make_window: MakeWindow) -> None:
    inventory = small_cluster()
    other = e.Switch(id="dvs-b", name="DSwitch B", distributed=True, datacenter="datacenter-1", version="8.0.3")
    window = make_window(Lab(inventory=inventory.with_entities([other]), name="two switches"))
    dialog = window.editor.edit("host-1")
    assert dialog.form is not None
    pnics = dialog.form.field("pnics")
    assert isinstance(pnics, PartsEditor)
    assert pnics._form is not None
    pnics._form.rows["switch"].editor.set_value("dvs-b")
    pnics._form.edited.emit()
    dialog.form.check()
    assert dialog.form.faults == []
    dialog.ok.click()
    assert window.context.session.inventory.switches["dvs-b"].hosts == ("host-1",)
