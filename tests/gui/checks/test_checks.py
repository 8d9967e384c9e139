"""Every check has a page; a link beside a reason opens it; its lesson is one click away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui import resources
from vmotion_gui.compatibility.evc_admission import FAULTS
from vmotion_gui.compatibility.explanation import explanations
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.checks.page import page_of
from vmotion_gui.gui.checks.window import ChecksWindow
from vmotion_gui.gui.cures.problem import problems_of
from vmotion_gui.gui.cures.reason_list import ReasonList
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.lessons.explaining import LESSON_OF_TOPIC
from vmotion_gui.messages import LANGUAGES, catalogue


def shown() -> list[ChecksWindow]:
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isinstance(window, ChecksWindow) and window.isVisible()]


def test_every_check_is_explained() -> None:
    checks = explanations()
    assert set(checks) == {rule.id for rule in RULES} | set(FAULTS)
    for check in checks.values():
        assert resources.path(f"lessons/{LESSON_OF_TOPIC[check.topic]}.toml").is_file()
        for language in LANGUAGES:
            words = catalogue(language)
            assert check.name.key in words.keys
            assert check.text.key in words.keys
            assert check.example.sentence[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_read(window: MainWindow, language: str) -> None:
    window.context.language.choose(language)
    for check in explanations().values():
        page = page_of(check, window.context.language, window.context.themes.theme)
        assert check.fault in page
        assert "{" not in page


def test_a_reason_links_to_its_check_and_that_to_its_lesson(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    checker = window.context.session.checker()
    vm, host = "vm-web-01", "host-1"
    spec = MigrationSpec(vm=vm, host=host)
    verdict = checker.check(spec)
    assert verdict.severity >= Severity.ERROR
    reasons = ReasonList(window.context, window)
    reasons.tell(problems_of([(spec, verdict)]))
    rule = verdict.reasons[0].rule
    link = next(label.text() for label in reasons.findChildren(type(window._state)) if f"check:{rule}" in label.text())
    assert QDesktopServices.openUrl(QUrl(link.partition("href='")[2].partition("'")[0]))
    (checks,) = shown()
    assert rule in checks.page.toPlainText()
    checks.filter.setText("nothing has this")
    assert "0" in checks.count.text()
    checks.show_entry("cpu.evc")
    assert "EVC" in checks.page.toPlainText()
    assert not checks.filter.text()
    checks.lesson.click()
    qtbot.waitUntil(lambda: window.lessons.player is not None)
    assert not shown()
