"""The system's clipboard with objects on it: in their own format for this program, and as text for people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from vmotion_gui.gui.editor.controller import Editor
from vmotion_gui.inventory.changes import EntityPut
from vmotion_gui.messages import Message
from vmotion_gui.planning.building.clipboard import MIME, ObjectsDocument, document_of, read
from vmotion_gui.planning.building.editing import with_space
from vmotion_gui.planning.building.pasting import pasted


class Pasteboard(QObject):
    """Copies objects, and puts copies of them into this lab or another one."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._context = editor.context

    def copy(self, ids: Sequence[str]) -> None:
        """Put objects, with all that lies within them, on the clipboard."""
        data = document_of(self._context.session.inventory, ids)
        mime = QMimeData()
        mime.setData(MIME, data)
        mime.setText(data.decode())
        QGuiApplication.clipboard().setMimeData(mime)
        names = ", ".join(self._context.name(id_) for id_ in ids[:3]) + ("…" if ids[3:] else "")
        told = self.tr("{names} copied: select where to, here or in another lab, and press Ctrl+V.")
        self._context.commands.told.emit(told.format(names=names))

    def held(self) -> ObjectsDocument | None:
        """What lies on the clipboard; None if these are no objects."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None before anything was copied
        if mime is None:
            return None
        if mime.hasFormat(MIME):
            return read(bytes(mime.data(MIME).data()))
        return read(mime.text().encode()) if mime.hasText() else None

    def paste(self, target: str) -> bool:
        """Put copies of what lies on the clipboard on an object, or where they fit; False if these are no objects."""
        document = self.held()
        if document is None:
            return False
        inventory = self._context.session.inventory
        put = pasted(inventory, document, target)
        if isinstance(put, Message):
            self._context.commands.refused.emit(self._context.language.text(put))
            return True
        changes = with_space(inventory, [EntityPut.of(one) for one in put])
        chosen = put[: len(document.chosen)]
        names = ", ".join(one.name for one in chosen[:3]) + ("…" if chosen[3:] else "")
        if self._editor.do(lambda: self.tr("paste of {names}").format(names=names), changes, "edit.paste"):
            self._context.selection.select([one.id for one in chosen])
        return True
