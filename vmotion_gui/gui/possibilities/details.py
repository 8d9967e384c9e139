"""What a cell means: every reason of one VM and one host, or the sum over a cluster."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.problem import Problem, problems_of
from vmotion_gui.gui.cures.reason_list import ReasonList, severity_colour
from vmotion_gui.gui.possibilities.judging import Judging
from vmotion_gui.inventory.commands import MigrationSpec


class Details(QWidget):
    """The pane at the right.

    Signals:
        migration_wanted(str, str): this VM is to go to this host.
    """

    migration_wanted = Signal(str, str)

    def __init__(self, context: Context, judging: Judging, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._judging = judging
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.RichText)
        self.reasons = ReasonList(context, self)
        self.migrate = QPushButton(self)
        self.migrate.setAutoDefault(False)
        self.migrate.clicked.connect(self._migrate)
        self._vm, self._host = "", ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 4, 8)
        layout.addWidget(self.heading)
        layout.addWidget(self.reasons, 1)
        layout.addWidget(self.migrate, 0, Qt.AlignmentFlag.AlignLeft)
        self.say_nothing()

    def say_nothing(self) -> None:
        """No cell is chosen."""
        self.heading.setText(escape(self.tr("Click a cell: all reasons and their cures appear here.")))
        self.migrate.hide()
        self.reasons.tell(())

    def tell_host(self, vm: str, host: str) -> None:
        """One VM, one host."""
        checker, name = self._judging.checker, self._context.name
        assert checker is not None
        if checker.inventory.vms[vm].host == host:
            self._head(vm, host, escape(self.tr("It runs here.")))
            self.reasons.tell(())
            return
        spec = MigrationSpec(vm=vm, host=host)
        verdict = checker.check(spec, busy=self._judging.busy)
        severity = verdict.severity
        colour = severity_colour(self._context.themes.theme, severity)
        sentence = f"{words.severity_mark(severity)} {words.severity_name(severity)}"
        self._head(vm, host, f"<span style='color:{colour}'>{escape(sentence)}</span>")
        self.reasons.tell(problems_of([(spec, verdict)]))
        self._vm, self._host = vm, host
        self.migrate.setVisible(verdict.possible)
        self.reasons.setAccessibleDescription(f"{name(vm)} → {name(host)}: {sentence}")

    def tell_cluster(self, vm: str, cluster: str, name: str) -> None:
        """One VM, all hosts of a cluster: every reason once, with the number of hosts."""
        checker = self._judging.checker
        assert checker is not None
        inventory = checker.inventory
        ids = [host.id for host in inventory.hosts.values() if host.cluster == cluster]
        verdicts = checker.hosts(vm, busy=self._judging.busy)
        own = inventory.vms[vm].host
        found: dict[str, Problem] = {}
        counts: dict[str, int] = {}
        for host in ids:
            for reason in verdicts.reasons(host) if host != own else ():
                if reason.severity >= Severity.WARNING:
                    found.setdefault(reason.rule, Problem(MigrationSpec(vm=vm, host=host), reason))
                    counts[reason.rule] = counts.get(reason.rule, 0) + 1
        levels = [verdicts.of(host) for host in ids if host != own]
        able = sum(level < Severity.WARNING for level in levels)
        cautioned = sum(level is Severity.WARNING for level in levels)
        text = self.tr("✓ {able} able · ⚠ {cautioned} with warnings · ✕ {unable} unable")
        text = text.format(able=able, cautioned=cautioned, unable=len(levels) - able - cautioned)
        self._head(vm, name, escape(text))
        ordered = sorted(found.values(), key=lambda p: (-p.reason.severity, -counts[p.reason.rule]))
        notes = [self.tr("At %n host(s); the first one as an example.", "", counts[p.reason.rule]) for p in ordered]
        self.reasons.tell(ordered, notes)

    def _migrate(self) -> None:
        self.migration_wanted.emit(self._vm, self._host)

    def _head(self, vm: str, place: str, html: str) -> None:
        name = self._context.name
        self.migrate.hide()
        self.migrate.setText(self.tr("Migrate…"))
        self.heading.setText(f"<b>{escape(name(vm))} → {escape(name(place))}</b><br>{html}")
