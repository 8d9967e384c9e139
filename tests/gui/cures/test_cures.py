"""Cures on the screen: told before they are done, done as one step, and offered wherever a move is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vmotion_gui.compatibility.cures import cures_for
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.cures.differences import differences
from vmotion_gui.gui.cures.problem import Problem, problems_of
from vmotion_gui.gui.cures.reason_list import ReasonList
from vmotion_gui.gui.cures.refusal import RefusalDialog
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.migrate.dialog import MigrateWizard
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.choices import Kind, Step


def problems(window: MainWindow, vm: str, host: str, rule: str = "") -> list[Problem]:
    """What stands against a move, by one rule or by all."""
    spec = MigrationSpec(vm=vm, host=host)
    found = problems_of([(spec, window.context.session.checker().check(spec))])
    return [problem for problem in found if rule in ("", problem.reason.rule)]


def asked(window: MainWindow, vm: str, host: str, rule: str = "") -> CureDialog:
    """The preview of the cures of a move."""
    dialog = window.cures.ask(problems(window, vm, host, rule))
    assert dialog is not None
    return dialog


def cells(dialog: CureDialog) -> list[list[str]]:
    """What the table of changes says."""
    table = dialog.table
    items = [[table.item(row, column) for column in range(4)] for row in range(table.rowCount())]
    return [[item.text() if item is not None else "" for item in row] for row in items]


def test_a_change_is_told_before_and_after(window: MainWindow) -> None:
    dialog = asked(window, "vm-web-01", "host-9", "ds.config")
    assert [option.text() for option in dialog.options] == ["Mount hq-vmfs-01 on esx-09.hq.example.com"]
    assert cells(dialog) == [["esx-09.hq.example.com", "Mounted datastores", "–", "hq-vmfs-01"]]
    assert "storage array" in dialog.effects.text()
    assert "Not compatible" in dialog.afterwards.text()
    assert "hq-vmfs-01" not in dialog.afterwards.text()
    dialog.reject()


def test_enter_applies_it_as_one_step_that_undo_takes_back(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    before = session.inventory.vms["vm-fax-01"]
    dialog = asked(window, "vm-fax-01", "host-2", "vm.question")
    assert "Compatibility checks succeeded" in dialog.afterwards.text()
    with qtbot.waitSignal(dialog.applied):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert session.inventory.vms["vm-fax-01"].question == ""
    assert problems(window, "vm-fax-01", "host-2") == []
    step = window.context.commands.history.undo_step
    assert step is not None
    assert "fax-01" in step.text()
    window.menus.undo.trigger()
    assert session.inventory.vms["vm-fax-01"] == before


def test_escape_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    before = window.context.session.inventory
    qtbot.keyClick(asked(window, "vm-fax-01", "host-2"), Qt.Key.Key_Escape)
    assert window.context.session.inventory is before
    assert window.context.commands.history.undo_step is None


def test_another_cure_is_previewed_when_it_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(window, "vm-web-01", "host-9", "cpu.evc")
    assert len(dialog.options) == 2
    first = cells(dialog)
    assert ["web-01", "EVC mode of the VM", "–", "Intel Broadwell"] in first
    qtbot.keyClick(dialog.options[1], Qt.Key.Key_Space)
    assert dialog.options[1].isChecked()
    assert ["web-01", "Power state", "Powered on", "Powered off"] in cells(dialog)
    assert "guest is shut down" in dialog.effects.text()
    dialog.reject()


def test_several_reasons_can_be_chosen_from(window: MainWindow) -> None:
    dialog = asked(window, "vm-web-01", "host-9")
    assert dialog.reasons.isVisible()
    texts = [dialog.reasons.itemText(number) for number in range(dialog.reasons.count())]
    assert any("not mounted" in text for text in texts)
    dialog.reasons.setCurrentIndex(next(n for n, text in enumerate(texts) if "not mounted" in text))
    assert cells(dialog)[0][3] == "hq-vmfs-01"
    dialog.reject()


def test_an_edit_that_the_backend_refuses_is_told_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(window, "vm-fax-01", "host-2", "vm.question")
    window.context.commands.refused.emit("Not now.")
    assert "Not now." in dialog.refusal.text()
    assert not dialog.refusal.isHidden()
    dialog.reject()


def test_every_cure_of_the_demo_lab_can_be_told(window: MainWindow) -> None:
    checker, language = window.context.session.checker(), window.context.language
    inventory = checker.inventory
    seen: set[str] = set()
    for vm in inventory.vms.values():
        verdicts = checker.hosts(vm.id)
        for rule, levels in verdicts.by_rule().items():
            host = verdicts.host_ids[int(levels.argmax())]
            if rule in seen or levels.max() < Severity.WARNING or host == vm.host:
                continue
            seen.add(rule)
            for cure in cures_for(inventory, MigrationSpec(vm=vm.id, host=host), rule, columns=checker.columns):
                rows = differences(inventory, cure.changes, language)
                assert rows, (rule, cure.text)
                assert all(row.before != row.after and row.object and row.setting for row in rows), rows
    assert len(seen) > 20


def test_a_refused_drop_offers_why_with_cures_and_goes_on_from_there(window: MainWindow, qtbot: QtBot) -> None:
    window.parts.drag.propose(["vm-fax-01"], "host-2")
    assert window.cures.why_not.isVisible()
    qtbot.mouseClick(window.cures.why_not, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(RefusalDialog)
    assert not dialog.retry.isEnabled()
    qtbot.mouseClick(dialog.reasons.buttons[0], Qt.MouseButton.LeftButton)
    cure = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CureDialog))
    qtbot.mouseClick(cure.apply, Qt.MouseButton.LeftButton)
    assert dialog.retry.isEnabled()
    assert "Nothing stands against" in dialog.heading.text()
    qtbot.mouseClick(dialog.retry, Qt.MouseButton.LeftButton)
    (question,) = window.findChildren(ConfirmDialog)
    question.reject()


def test_the_question_after_a_drop_tries_the_cure(window: MainWindow, qtbot: QtBot) -> None:
    window.parts.drag.propose(["vm-web-01", "vm-fax-01"], "host-2")
    (question,) = window.findChildren(ConfirmDialog)
    assert question.cure.isVisible()
    qtbot.mouseClick(question.cure, Qt.MouseButton.LeftButton)
    cure = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CureDialog))
    qtbot.mouseClick(cure.apply, Qt.MouseButton.LeftButton)
    assert not question.cure.isVisible()
    question.reject()


def test_the_wizards_panel_tries_the_cure(window: MainWindow, qtbot: QtBot) -> None:
    window.parts.drag.open_wizard(["vm-fax-01"])
    (wizard,) = window.findChildren(MigrateWizard)
    wizard.draft.change(kind=Kind.COMPUTE, target="host-2")
    wizard.go_to(Step.COMPUTE)
    assert not wizard.next.isEnabled()
    qtbot.mouseClick(wizard.panel.cure, Qt.MouseButton.LeftButton)
    (cure,) = wizard.findChildren(CureDialog)
    qtbot.mouseClick(cure.apply, Qt.MouseButton.LeftButton)
    assert wizard.next.isEnabled()
    assert not wizard.panel.cure.isVisible()
    wizard._close_quietly()


def test_all_reasons_stand_at_the_pointer_with_their_marks(window: MainWindow, qtbot: QtBot) -> None:
    drag, place = window.parts.drag, window.mapToGlobal(window.rect().center())
    drag.show_targets(["vm-web-01"])
    found = problems(window, "vm-web-01", "host-9")
    assert len(found) > 4
    qtbot.waitUntil(lambda: len(drag.hover("host-9", place).lines) > 4)
    lines = drag.hover("host-9", place).lines
    text = window.context.language.text
    for problem in found:
        mark = "✕" if problem.reason.severity is Severity.ERROR else "⚠"
        assert f"{mark} {text(problem.reason.text)}" in lines
    drag.cancel()


def test_a_new_gesture_takes_the_offer_away(window: MainWindow, qtbot: QtBot) -> None:
    window.parts.drag.propose(["vm-fax-01"], "host-2")
    qtbot.waitUntil(window.cures.why_not.isVisible)
    window.parts.drag.pick_up(["vm-web-01"])
    assert not window.cures.why_not.isVisible()
    assert window.cures.explain() is None
    window.parts.drag.cancel()


def test_a_card_says_when_its_check_is_simplified(window: MainWindow) -> None:
    cards = ReasonList(window.context, window)
    for rule, simplified in (("ha.capacity", True), ("cpu.vendor", False)):
        cards.tell(problems(window, "vm-sap-hana-01", "host-21", rule))
        said = [label.text() for label in cards.findChildren(QLabel) if "Simplified" in label.text()]
        assert bool(said) is simplified
