"""A lesson is recorded, edited, previewed, saved and played back, with a real pointer and real keys.

Run as `python -m tests.gui.xvfb.author FOLDER [LANGUAGE] [THEME] [WIDTHxHEIGHT]` with DISPLAY set; prints what came of
it as a line of JSON, and leaves pictures and the lesson in the folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

from tests.gui.xvfb.walking import Gesture, Walk, centre
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.lessons.authoring import asking
from vmotion_gui.gui.lessons.authoring.controller import AuthoringController
from vmotion_gui.gui.program import Program


class AuthorWalk(Walk):
    """One lesson, from the first key to its last step."""

    def __init__(self, program: Program, folder: Path) -> None:
        super().__init__(program, folder)
        self.file = folder / "recorded.vmlesson"
        asking.save_lesson = lambda *_: str(self.file)  # the system's own dialog is not part of it
        self._gestures = iter((self.record, self.edit, self.play_back))

    @property
    def authoring(self) -> AuthoringController:
        return self.window.lessons.authoring

    def record(self) -> Gesture:
        yield self.hands.click(self.view.viewport().mapToGlobal(QPoint(20, 8)))
        yield self.hands.key("ctrl+shift+r")
        yield lambda: self.authoring.recorder is not None
        yield self.hands.take(self.at("vm-web-01"), self.at("host-2"))
        yield lambda: self.drag.active
        yield self.hands.let_go()
        yield self.asked(ConfirmDialog)
        yield self.hands.key("Return")
        yield self.begun("vm-web-01")
        yield self.play_to_the_end()
        self.session.pause()
        pane = self.authoring._pane
        assert pane is not None
        yield lambda: pane.list.count() == 2
        self.picture("recorded")
        self.told(steps=[step.until.__class__.__name__ for step in self.authoring.recorder.steps()])
        yield self.hands.click(centre(pane.stop))
        yield lambda: self.authoring.dialog is not None and self.authoring.dialog.isVisible()

    def edit(self) -> Gesture:
        dialog = self.authoring.dialog
        assert dialog is not None
        yield dialog.isActiveWindow
        self.picture("lesson")
        yield self.hands.click(
            dialog.steps.viewport().mapToGlobal(dialog.steps.visualItemRect(dialog.steps.item(1)).center())
        )
        yield lambda: dialog.index == 0
        title = dialog.step_page.texts["title"].fields["en"]
        yield self.hands.click(centre(title))
        yield self.hands.key("ctrl+a", "BackSpace")
        yield lambda: bool(dialog.findings)
        self.picture("wrong")
        yield self.hands.do("type", "--delay", "40", "Your first move")
        yield lambda: not dialog.findings and dialog.draft.lesson.steps[0].title.en == "Your first move"
        bar = dialog.step_page.tabBar()
        for number, name in enumerate(("texts", "actions", "spotlight", "question")):
            yield self.hands.click(bar.mapToGlobal(bar.tabRect(number).center()))
            yield lambda number=number: dialog.step_page.currentIndex() == number
            self.picture(name)
        yield self.hands.click(centre(dialog.preview))
        yield lambda: self.window.lessons.player is not None and self.window.lessons.pane.isVisible()
        self.picture("preview")
        yield self.hands.click(centre(self.window.lessons.pane.leave))
        yield dialog.isVisible
        yield dialog.isActiveWindow
        yield self.hands.click(centre(dialog.save))
        yield self.file.exists
        dialog.close()
        self.told(modified=dialog.draft.modified, open=self.authoring.dialog is not None)

    def play_back(self) -> Gesture:
        self.window.lessons.start(str(self.file))
        player, pane = self.window.lessons.player, self.window.lessons.pane
        assert player is not None
        deeds = [button for button in pane.findChildren(QPushButton) if button.text().startswith(("Move ", "Vers"))]
        deed = deeds[-1]
        yield deed.isVisible
        self.picture("asked")
        yield self.hands.click(centre(deed))
        yield lambda: player.index == 1
        self.session.set_speed(300.0)
        yield lambda: player.fulfilled
        claims = list(player.claims().values())
        yield lambda: not self.session.playing
        yield self.hands.click(centre(pane.next))
        yield lambda: player.index == 2
        self.picture("result")
        self.told(claims=claims, told="…" not in pane._narration.text(), last=player.last)
        self.window.lessons.leave()


def main() -> int:
    """Walk through it; the program's exit status."""
    folder, *rest = sys.argv[1:]
    language, theme, size = (*rest, *("en", "light", "1280x800")[len(rest) :])
    program = Program(language, theme)
    walk = AuthorWalk(program, Path(folder))
    width, _, height = size.partition("x")
    walk.window.resize(int(width), int(height))
    status = program.application.exec()
    walk.deleteLater()
    program.end()
    return status


if __name__ == "__main__":
    sys.exit(main())
