"""File > New from template opens a lab that is ready to be played with."""

from __future__ import annotations

from vmotion_gui.gui.editor.template_menu import TemplateMenu
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.planning.building.templates import TEMPLATES


def test_every_template_opens(window: MainWindow) -> None:
    (menu,) = window.menus.file.findChildren(TemplateMenu)
    assert menu.menuAction() in window.menus.file.actions()
    assert len(menu.actions()) == len(TEMPLATES)
    for action, name in zip(menu.actions(), TEMPLATES, strict=True):
        assert action.toolTip()
        action.trigger()
        assert window.context.session.inventory == TEMPLATES[name]()
        assert window.current.name == action.text()
        assert not window.current.path
        assert not window.current.modified
