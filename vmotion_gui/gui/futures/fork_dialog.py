"""What is to be otherwise, and from when on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui import words
from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.knobs.row import KnobRow
from vmotion_gui.messages import Message
from vmotion_gui.planning.tuning.knobs import Knob, KnobName

Knobs = Callable[[bool], tuple[Knob, ...]]
"""The knobs as they stand at the chosen moment: before the migration (True), or now."""


class ForkDialog(QDialog):
    """Lets the user choose one knob and its other value."""

    def __init__(
        self, context: Context, vm: str, knobs: Knobs, now_s: float | None, start_s: float, parent: QWidget
    ) -> None:
        """`now_s`: the moment that is shown, None if the migration does not run then; `start_s`: its beginning."""
        super().__init__(parent)
        self._context = context
        self._knobs = knobs
        self._row: KnobRow | None = None
        self.value = 0.0
        self.now, self.beginning = QRadioButton(self), QRadioButton(self)
        self.now.setEnabled(now_s is not None)
        (self.now if now_s is not None else self.beginning).setChecked(True)
        self.what = QComboBox(self)
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        self._place = QVBoxLayout()
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton(self.tr("&Run again"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.setWindowTitle(self.tr("Change one thing for {vm}").format(vm=vm))
        self.now.setText(
            self.tr("From the &moment that is shown") + (f" ({clock(now_s)})" if now_s is not None else "")
        )
        self.beginning.setText(self.tr("From its &beginning") + f" ({clock(start_s)})")
        self._arrange()
        self.what.currentIndexChanged.connect(self._choose)
        self.now.toggled.connect(self._fill)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        mark(self, "convergence")
        serve_help_key(self)
        self._fill()

    def _arrange(self) -> None:
        text = self.tr(
            "What has been played stays as it is. A branch begins with this change; all that was asked for later is "
            "asked for again, and both futures are drawn on one chart."
        )
        told = QLabel(text, self)
        told.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("&Change"), self.what)
        form.addRow("", self._holder())
        form.addRow("", self._why)
        layout = QVBoxLayout(self)
        for widget in (told, self.now, self.beginning):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(440)

    def _holder(self) -> QWidget:
        holder = QWidget(self)
        self._place = QVBoxLayout(holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        return holder

    @property
    def from_beginning(self) -> bool:
        """Whether the migration is to be another one from its beginning."""
        return self.beginning.isChecked()

    @property
    def knob(self) -> KnobName:
        """Which one is turned."""
        name: KnobName = self.what.currentData()
        return name

    def change_text(self) -> str:
        """The change in a few words: "Dirty rate 500 MB/s"."""
        knob = self._chosen()
        return f"{self.what.currentText()} {words.quantity(self.value, knob.unit)}"

    def _fill(self) -> None:
        kept = self.what.currentData()
        self.what.blockSignals(True)
        self.what.clear()
        for knob in self._knobs(self.from_beginning):
            self.what.addItem(self._context.language.text(Message(f"knobs.{knob.name}.name")), knob.name)
        self.what.setCurrentIndex(max(0, self.what.findData(kept)))
        self.what.blockSignals(False)
        self._choose()

    def _chosen(self) -> Knob:
        return next(knob for knob in self._knobs(self.from_beginning) if knob.name == self.what.currentData())

    def _choose(self) -> None:
        knob, language = self._chosen(), self._context.language
        if self._row is not None:
            self._place.removeWidget(self._row)
            self._row.deleteLater()
        row = self._row = KnobRow(knob, self)
        tip = language.text(Message(f"knobs.{knob.name}.tip"))
        why = "" if knob.why_not is None else language.text(knob.why_not)
        row.set_texts(self.tr("now {value}").format(value=words.quantity(knob.value, knob.unit)), tip, why)
        row.turned.connect(self._turned)
        self._place.addWidget(row)
        self._why.setText(why or tip)
        self._turned(knob.value)

    def _turned(self, value: float) -> None:
        self.value = value
        knob = self._chosen()
        self.ok.setEnabled(knob.why_not is None and value != knob.value)

    @property
    def row(self) -> KnobRow:
        """The knob that is chosen."""
        assert self._row is not None, "one is chosen from the first"
        return self._row
