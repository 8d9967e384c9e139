"""The list of keys, and what the program is."""

from __future__ import annotations

from html import escape
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget


def key_table() -> list[tuple[str, str]]:
    """Every key with what it does."""
    return [
        (
            "Ctrl+1 … Ctrl+4",
            QCoreApplication.translate("Keys", "Hosts and Clusters, VMs and Templates, Storage, Networking"),
        ),
        ("Ctrl+F", QCoreApplication.translate("Keys", "Filter the inventory")),
        ("Ctrl+K", QCoreApplication.translate("Keys", "Command palette: every action and object")),
        ("Ctrl+M", QCoreApplication.translate("Keys", "Migrate the selected VMs: the wizard")),
        ("Ctrl+Shift+M", QCoreApplication.translate("Keys", "Migrate the selected VMs to …")),
        ("Ctrl+T", QCoreApplication.translate("Keys", "Show possible targets of the selected VMs")),
        ("Ctrl+Shift+P", QCoreApplication.translate("Keys", "Plan the maintenance of the selected hosts")),
        ("Ctrl+Alt+P", QCoreApplication.translate("Keys", "Plan a cluster's maintenance, host by host")),
        ("Ctrl+Shift+W", QCoreApplication.translate("Keys", "Who can go where: all VMs by all hosts")),
        ("Alt", QCoreApplication.translate("Keys", "While dropping: open the wizard, filled in")),
        ("Shift", QCoreApplication.translate("Keys", "While dropping: move the storage as well")),
        ("Ctrl+Shift+F", QCoreApplication.translate("Keys", "Search the whole inventory")),
        (
            "Ctrl+X / Ctrl+V",
            QCoreApplication.translate("Keys", "Pick up VMs / put them down on a host, cluster or datastore"),
        ),
        ("Esc", QCoreApplication.translate("Keys", "End a drag or put back what was picked up")),
        ("Ctrl+Z / Ctrl+Y", QCoreApplication.translate("Keys", "Undo / redo")),
        ("Ctrl+B", QCoreApplication.translate("Keys", "Move the selected VM back")),
        ("Shift+F10", QCoreApplication.translate("Keys", "Menu of the selected object")),
        ("Space", QCoreApplication.translate("Keys", "Play / pause simulated time")),
        (". / ,", QCoreApplication.translate("Keys", "One event forward / back")),
        ("Ctrl+.", QCoreApplication.translate("Keys", "One pre-copy pass forward")),
        ("[ / ]", QCoreApplication.translate("Keys", "Slower / faster")),
        ("+ − 0 F", QCoreApplication.translate("Keys", "Topology: zoom in, zoom out, fit, centre on the selection")),
        ("E", QCoreApplication.translate("Keys", "Edit the settings of the selected object (also Alt+Enter)")),
        ("Ctrl+D", QCoreApplication.translate("Keys", "Duplicate the selected object")),
        (
            "Ctrl+C / Ctrl+V",
            QCoreApplication.translate("Keys", "Copy objects / paste them, in this lab or another one"),
        ),
        ("Del", QCoreApplication.translate("Keys", "Remove objects; in Recent Tasks: cancel or move back")),
        ("Ctrl+N / Ctrl+O / Ctrl+S", QCoreApplication.translate("Keys", "New lab / open / save")),
        ("Ctrl+,", QCoreApplication.translate("Keys", "Settings")),
        ("Ctrl+L", QCoreApplication.translate("Keys", "Lessons")),
        ("Ctrl+Shift+K", QCoreApplication.translate("Keys", "Knobs: what would another value lead to")),
        ("Shift+F", QCoreApplication.translate("Keys", "Another future of a migration from this moment on")),
        ("Ctrl+Shift+U", QCoreApplication.translate("Keys", "Futures of a migration on one chart")),
        ("Ctrl+Shift+L", QCoreApplication.translate("Keys", "Situations with a goal")),
        ("Ctrl+Alt+1 … 9", QCoreApplication.translate("Keys", "Start a situation")),
        ("Shift+F1", QCoreApplication.translate("Keys", "All checks before a migration, explained")),
        ("F1", QCoreApplication.translate("Keys", "Glossary: what is meant by what has the focus")),
        ("?", QCoreApplication.translate("Keys", "This list")),
    ]


def keys_dialog(parent: QWidget) -> QDialog:
    """The list of keys."""
    cell = "padding: 3px 24px 3px 0"
    rows = "".join(
        f"<tr><td style='{cell}'><b>{escape(_native(keys))}</b></td><td style='{cell}'>{escape(text)}</td></tr>"
        for keys, text in key_table()
    )
    return _dialog(parent, QCoreApplication.translate("Keys", "Keys"), f"<table>{rows}</table>")


def _native(keys: str) -> str:
    """The keys as they are written on a keyboard of the window's language."""
    names = {
        "Ctrl": QCoreApplication.translate("Keys", "Ctrl"),
        "Shift": QCoreApplication.translate("Keys", "Shift"),
        "Space": QCoreApplication.translate("Keys", "Space"),
        "Del": QCoreApplication.translate("Keys", "Del"),
    }
    for name, native in names.items():
        keys = keys.replace(name, native)
    return keys


def about_dialog(parent: QWidget) -> QDialog:
    """What the program is, and what it is not."""
    texts = (
        QCoreApplication.translate(
            "About", "Shows a vSphere estate, and lets you drag virtual machines between hosts."
        ),
        QCoreApplication.translate(
            "About", "Migrations run in an embedded simulation: every time, rate and amount is simulated."
        ),
        QCoreApplication.translate("About", "Nothing is changed in a real vCenter."),
    )
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    number = QCoreApplication.translate("About", "Version {version}").format(version=_version())
    return _dialog(
        parent,
        QCoreApplication.translate("About", "About vmotion-gui"),
        f"<h3>vmotion-gui</h3><p>{escape(number)}</p>{body}",
    )


def _dialog(parent: QWidget, title: str, html: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    label = QLabel(html, dialog)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setMargin(8)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(label)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area, 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.resize(620, 480)
    return dialog


def _version() -> str:
    try:
        return version("vmotion-gui")
    except PackageNotFoundError:
        return QCoreApplication.translate("About", "of a checkout")
