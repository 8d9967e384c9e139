"""The report at the end of a run: read, handed on, and the way home from it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.files.jobs import Worker
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.job import files_home_job, home_job
from vmotion_gui.inventory.commands import ExitDatastoreMaintenanceMode, ExitMaintenanceMode
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover import page as p
from vmotion_gui.planning.handover.html import html_page
from vmotion_gui.planning.handover.report import Result, report
from vmotion_gui.planning.maintenance.decisions import afterwards
from vmotion_gui.planning.maintenance.plan import Plan


class ReportWindow(QDialog):
    """What a run came to."""

    def __init__(
        self, draft: Draft, result: Result, title: str, run_home: Callable[[Plan], None], parent: QWidget
    ) -> None:
        """`run_home` carries a plan out that brings VMs home."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report: {title}").format(title=title))
        self._draft, self._result, self._run_home = draft, result, run_home
        self.page = report(result, catalogue(draft.context.language.code), title)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setHtml(_html(self.page, draft.context.themes.theme))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.hide()
        self.home = QPushButton(self.tr("Bring them home…"), self)
        hosts = self.tr(
            "Takes the hosts out of maintenance mode, starts what was shut down or suspended for it, plans an "
            "order in which all find room, and begins it."
        )
        stores = self.tr(
            "Takes the datastores out of maintenance mode, plans an order in which all files find room, and begins it."
        )
        self.home.setToolTip(stores if result.datastores else hosts)
        self.home.setEnabled(bool(result.homes or result.file_homes or result.waiting))
        save = QPushButton(self.tr("Save report…"), self)
        close = QPushButton(self.tr("Close window"), self)
        close.setDefault(True)
        self._worker = Worker(self)
        self._worker.finished.connect(self._planned)
        self._worker.failed.connect(lambda error, _trace: self._tell(str(error)))
        self.home.clicked.connect(self.bring_home)
        save.clicked.connect(self._ask)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        for button in (save, self.home):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        room = parent.window().size()
        self.resize(min(960, room.width() - 40), min(700, room.height() - 60))

    def bring_home(self) -> None:
        """First the hosts come back, then an order is planned in a process of its own."""
        session = self._draft.context.session
        for host in self._result.hosts:
            known = session.inventory.hosts.get(host)
            if known is not None and known.maintenance_state == "inMaintenance":
                session.submit(ExitMaintenanceMode(host=host))
        for id_ in self._result.datastores:
            store = session.inventory.datastores.get(id_)
            if store is not None and store.maintenance_mode == "inMaintenance":
                session.submit(ExitDatastoreMaintenanceMode(datastore=id_))
        session.refresh()
        self.home.setEnabled(False)
        self._start_again()
        files = {vm: dict(places) for vm, places in self._result.file_homes.items()}
        if not self._result.homes and not files:
            self._tell(self.tr("All run again."))
            return
        self._tell(self.tr("Planning the way home…"))
        lab, now_s = self._draft.present_lab(), session.backend.now_s
        if files:
            self._worker.start(files_home_job, lab, now_s, files)
            return
        self._worker.start(home_job, lab, now_s, dict(self._result.homes), self._draft.options)

    def _start_again(self) -> None:
        context = self._draft.context
        changes = afterwards(context.session.inventory, self._result.preparations)
        if changes:
            text = self.tr("start after maintenance")
            context.commands.edit(lambda: text, changes, "edit.startedAgain")

    def _planned(self, plan: Plan) -> None:
        if not plan.moves:
            self._tell(self.tr("There is no order in which they find room, or all are home."))
            return
        self._run_home(plan)
        self.close()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _ask(self) -> None:
        title = self.tr("Save report")
        kinds = self.tr("For a browser (*.html);;To print (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self, title, "report.html", kinds)
        if name:
            self.save(Path(name if Path(name).suffix else f"{name}.html"))

    def save(self, path: Path) -> bool:
        """Write it, as its ending says; whether that succeeded."""
        try:
            path.write_bytes(_written(self.page, path.suffix.lower()))
        except (OSError, ValueError) as error:
            text = self.tr("{path} was not written: {reason}. Choose another place.")
            QMessageBox.warning(self, self.tr("Save report"), text.format(path=path, reason=error))
            return False
        return True

    def done(self, result: int) -> None:
        """However it closes, nobody plans on."""
        self._worker.cancel()
        super().done(result)


def _written(page: p.Page, suffix: str) -> bytes:
    if suffix != ".pdf":
        return html_page(page).encode()
    from vmotion_gui.planning.handover.pdf import pdf_page  # its library takes long to load, and few want it

    return pdf_page(page)


def _html(page: p.Page, theme: Theme) -> str:
    """The page in what a text browser knows of HTML; the run's window has the bars."""
    parts = [f"<h2>{escape(page.title)}</h2>"]
    for block in page.blocks:
        if isinstance(block, p.Section):
            parts.append(f"<h3>{escape(block.text)}</h3>")
        elif isinstance(block, p.Text):
            colour = {"warning": theme.warning_text, "note": theme.muted}.get(block.style, theme.text)
            parts.append(f"<p style='color:{colour}'>{escape(block.text)}</p>")
        elif isinstance(block, p.Items):
            parts.append("<ul>" + "".join(f"<li>{escape(text)}</li>" for text in block.texts) + "</ul>")
        elif isinstance(block, p.Table):
            parts.append(_table(block, theme))
    return "".join(parts)


def _table(table: p.Table, theme: Theme) -> str:
    def row(texts: tuple[str, ...], tag: str, style: str) -> str:
        cells = (
            f"<{tag} align='{'right' if column in table.right else 'left'}' style='padding:2px 14px 2px 0;{style}'>"
            f"{escape(text)}</{tag}>"
            for column, text in enumerate(texts)
        )
        return f"<tr>{''.join(cells)}</tr>"

    head = row(table.columns, "th", f"color:{theme.muted}") if table.columns else ""
    return f"<table>{head}{''.join(row(texts, 'td', '') for texts in table.rows)}</table>"
