"""The menu File > Export: asks where to, writes what is shown, says how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from vmotion_gui.gui import words
from vmotion_gui.gui.export import pictures
from vmotion_gui.gui.export.film import Cut, Film, Stage
from vmotion_gui.gui.export.film_dialog import FilmDialog
from vmotion_gui.gui.export.slices import Slices
from vmotion_gui.gui.files.current import embedded
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.lessons.pages.lesson import lesson_page
from vmotion_gui.lessons.pages.run import run_page, run_parts
from vmotion_gui.lessons.pages.telling import told_so_far, untold
from vmotion_gui.lessons.pages.worksheet import worksheet_page
from vmotion_gui.messages import catalogue

if TYPE_CHECKING:
    from vmotion_gui.gui.menus import Menus
    from vmotion_gui.gui.window import MainWindow


class ExportController(QObject):
    """What one window hands to others. `work` and `film` are the exports that are under way, or the last ones."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        self.work: Slices | None = None
        self.film: Film | None = None

    def fill(self, menus: Menus) -> None:
        """Add the menu, before the last group of the File menu."""
        menu = QMenu(menus.file)
        menus.file.insertMenu(menus.file.actions()[-2], menu)
        menus.follow(menu.menuAction(), lambda: self.tr("&Export"))
        menus.add(menu, lambda: self.tr("Run as &web page…"), self.export_page, "Ctrl+Shift+E")
        menus.add(menu, lambda: self.tr("&Picture of the topology…"), self.export_topology)
        menus.add(menu, lambda: self.tr("Picture of the wi&ndow…"), self.export_window)
        self._animate = menus.add(menu, lambda: self.tr("&Animation of the run…"), self.export_film)
        self._sheet = menus.add(menu, lambda: self.tr("Work&sheet of the lesson…"), self.export_worksheet)
        menu.aboutToShow.connect(self._show_menu)

    def _show_menu(self) -> None:
        self._sheet.setEnabled(self._window.lessons.player is not None)
        self._animate.setEnabled(self._context.session.backend.can_fork)

    # --- pages ------------------------------------------------------------------------------------------------

    def export_page(self) -> None:
        """The run up to now as one HTML file; of a lesson, with what it tells."""
        path = self._ask(self.tr("Run as web page"), ".html", self.tr("Web pages (*.html)"))
        if path is None:
            return
        self._context.session.pause()
        self.work = Slices(self._page(path), lambda: self._written(path), lambda e: self._failed(path, e), self)
        self.work.show_progress(self.tr("The page is being written…"), self.tr("Cancel"), self._window)

    def _page(self, path: Path) -> Iterator[float]:
        """Writes the page; a slice each. The run stays where it is, as its window waits."""
        language, backend = self._context.language.code, self._context.session.backend
        parts = []
        count = len(backend.migrations())
        for part in run_parts(catalogue(language), backend):
            parts.append(part)
            yield len(parts) / (count + len(parts))
        player = self._window.lessons.player
        if player is not None and player.backend is backend:
            text = lesson_page(told_so_far(player, language), parts)
        else:
            lab = self._window.current.lab
            text = run_page(lab.name, backend, language, seed=lab.seed, parts=parts)
        write_atomically(path, text.encode())

    def export_worksheet(self) -> None:
        """The sheet of the lesson that is open, to print."""
        player = self._window.lessons.player
        if player is None:
            self._tell(self.tr("Open a lesson first: its worksheet can be written then."))
            return
        path = self._ask(self.tr("Worksheet of the lesson"), ".html", self.tr("Web pages (*.html)"))
        if path is not None:
            text = worksheet_page(untold(player, self._context.language.code))
            self._try(path, lambda: write_atomically(path, text.encode()))

    # --- pictures ---------------------------------------------------------------------------------------------

    def export_topology(self) -> None:
        """What the topology shows now, as SVG or PNG."""
        patterns = ";;".join((self.tr("Vector graphics (*.svg)"), self.tr("Pictures (*.png)")))
        path = self._ask(self.tr("Picture of the topology"), ".svg", patterns, (".svg", ".png"))
        if path is None:
            return
        view, theme = self._window.parts.topology.view, self._context.themes.theme
        if path.suffix.lower() == ".png":
            self._try(path, lambda: pictures.write_topology_png(view, theme, self.caption(), path))
        else:
            self._try(path, lambda: pictures.write_topology_svg(view, theme, self.caption(), self._name(), path))

    def export_window(self) -> None:
        """The whole window as it is seen now."""
        path = self._ask(self.tr("Picture of the window"), ".png", self.tr("Pictures (*.png)"))
        if path is not None:
            self._try(path, lambda: pictures.write_window_png(self._window, path))

    def caption(self, time_s: float | None = None) -> str:
        """What stands under a picture: which lab, which moment (now, if none is given), and that it is simulated."""
        backend = self._context.session.backend
        time = words.quantity(backend.now_s if time_s is None else time_s, "seconds")
        profile = words.profile_name(backend.profile)
        text = self.tr("{lab} · {time} · simulated by the rules of {profile}")
        return text.format(lab=self._name(), time=time, profile=profile)

    def _name(self) -> str:
        """Of the lesson in the window's language, else of the lab."""
        player = self._window.lessons.player
        if player is not None:
            return player.lesson.title.of(self._context.language.code)
        return self._window.current.lab.name

    # --- animations -------------------------------------------------------------------------------------------

    def export_film(self) -> FilmDialog | None:
        """The run from its first migration to now as an animation; None if nothing has happened yet."""
        session = self._context.session
        session.pause()
        begun = [status.queued_s for status in session.backend.migrations().values()]
        from_s, to_s = min(begun, default=0.0), session.backend.now_s
        if to_s <= from_s:
            self._tell(self.tr("There is nothing to film yet: play the run first."))
            return None
        dialog = FilmDialog(from_s, to_s, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._film(dialog.cut(), dialog.size_px()))
        dialog.open()
        return dialog

    def _film(self, cut: Cut, size: QSize) -> None:
        patterns = ";;".join((self.tr("WebP animations (*.webp)"), self.tr("GIF animations (*.gif)")))
        path = self._ask(self.tr("Animation of the run"), ".webp", patterns, (".webp", ".gif"))
        if path is None:
            return
        lab = embedded(self._context.session.backend).lab()
        stage = Stage(self._context, lab, self._window.parts.topology.view, size)
        self.film = Film(stage, cut, self.caption, path, self._window)
        self.film.finished.connect(lambda: self._written(path))
        self.film.failed.connect(lambda error: self._failed(path, error))

    # --- asking and telling -------------------------------------------------------------------------------------

    def _ask(self, title: str, suffix: str, patterns: str, allowed: tuple[str, ...] = ()) -> Path | None:
        """Where to; a name without a suffix that is allowed gets the chosen one."""
        suggestion = f"{Path(self._window.current.name).stem or 'run'}{suffix}"
        chosen, pattern = QFileDialog.getSaveFileName(self._window, title, suggestion, patterns)
        if not chosen:
            return None
        known = allowed or (suffix,)
        if Path(chosen).suffix.lower() in known:
            return Path(chosen)
        return Path(chosen + next((each for each in known if f"*{each}" in pattern), suffix))

    def _try(self, path: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            self._failed(path, error)
        else:
            self._written(path)

    def _written(self, path: Path) -> None:
        size = words.quantity(path.stat().st_size, "bytes")
        self._tell(self.tr("Written: {file} ({size})").format(file=path.name, size=size))

    def _failed(self, path: Path, error: OSError) -> None:
        text = self.tr("{file} could not be written: {reason}. Choose another place.")
        reason = error.strerror or str(error)
        QMessageBox.warning(self._window, self.tr("Export"), text.format(file=path.name, reason=reason))

    def _tell(self, text: str) -> None:
        self._window.statusBar().showMessage(text)
