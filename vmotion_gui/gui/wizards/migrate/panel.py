"""The panel below each page: what the compatibility checks say about what is chosen so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.checks.links import explaining_link
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.theme import Theme

_HEIGHT = 132


@dataclass(frozen=True)
class Finding:
    """What a page has to say."""

    reasons: Sequence[Reason] = ()
    missing: str = ""
    """What has to be chosen before the checks can say anything; "" if nothing."""
    notes: tuple[str, ...] = ()
    """Sentences that are no caution: why a host was chosen."""

    @property
    def severity(self) -> Severity:
        """The worst of the reasons."""
        return max((reason.severity for reason in self.reasons), default=Severity.NONE)

    @property
    def complete(self) -> bool:
        """Whether the next page may follow."""
        return not self.missing and self.severity < Severity.ERROR


class CompatibilityPanel(QFrame):
    """Verdict, then every reason with its cure; scrolls where they are many.

    Signals:
        cures_wanted(): show what would cure the reasons.
    """

    cures_wanted = Signal()

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._theme = theme
        self.setObjectName("card")
        self.title = QLabel(self.tr("Compatibility"), self)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.text = QTextBrowser(self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("Compatibility"))
        self.text.setOpenExternalLinks(True)
        self.text.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        self.cure = QPushButton(self.tr("Try the cure…"), self)
        self.cure.setAutoDefault(False)
        self.cure.setToolTip(self.tr("Show what would remove these reasons, and what else that brings."))
        self.cure.clicked.connect(self.cures_wanted)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.cure)
        layout.addLayout(head)
        layout.addWidget(self.text)
        self.setFixedHeight(max(_HEIGHT, self.fontMetrics().height() * 7))

    def tell(self, finding: Finding, *, curable: bool) -> None:
        """Show what a page found; `curable`: something in the estate would cure a part of it."""
        self.cure.setVisible(curable)
        if finding.missing and not finding.reasons:
            mark, colour, verdict = "–", self._theme.muted, finding.missing
        else:
            mark, verdict = words.severity_mark(finding.severity), words.severity_name(finding.severity)
            colour = self._colour(finding.severity)
            verdict = verdict if finding.severity >= Severity.WARNING else f"{verdict}."
        title = self.tr("Compatibility")
        self.title.setText(
            f"<b>{escape(title)}</b> &nbsp; <span style='color:{colour}'>{mark} {escape(verdict)}</span>"
        )
        lines = [escape(note) for note in finding.notes]
        lines += [self._line(reason) for reason in finding.reasons]
        if finding.missing and finding.reasons:
            lines.insert(0, escape(finding.missing))
        shown = dict.fromkeys(lines)
        self.text.setHtml("".join(f"<p style='margin:0 0 4px 0'>{line}</p>" for line in shown))

    def _colour(self, severity: Severity) -> str:
        if severity >= Severity.ERROR:
            return self._theme.alert
        return self._theme.warning_text if severity >= Severity.WARNING else self._theme.normal

    def _line(self, reason: Reason) -> str:
        text, cure = self._language.text(reason.text), self._language.text(reason.cure)
        mark = words.severity_mark(reason.severity) if reason.severity >= Severity.WARNING else "i"
        colour = self._colour(reason.severity) if reason.severity >= Severity.WARNING else self._theme.info
        link = explaining_link(reason, self._theme)
        return f"<span style='color:{colour}'><b>{mark}</b></span> {escape(text)} <i>{escape(cure)}</i> {link}"
