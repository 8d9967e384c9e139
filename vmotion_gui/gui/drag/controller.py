"""The one gesture that moves VMs: by mouse, by keyboard, from whatever widget.

A gesture has a start (`start`, `pick_up`), a cancel with its reason, and an end (`drop`, `put_down`). Colours, label,
drop and dialog all ask the same `plan_drop`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.drag.foresight import Foresight
from vmotion_gui.gui.drag.ghost import ghost_pixmap
from vmotion_gui.gui.drag.label import DragLabel
from vmotion_gui.gui.drag.mime import to_mime
from vmotion_gui.gui.drag.port import HostMarks, Hover
from vmotion_gui.gui.drag.working import Working
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.planning.choices import Wish, wish_for, wizard_helps
from vmotion_gui.planning.drop import DropPlan, drop_steps
from vmotion_gui.planning.placement import host_load
from vmotion_gui.planning.targets import storage_targets

ESTIMATE_AFTER_MS = 500
SHOWN_REASONS = 8
"""At the pointer."""
TOLD_REASONS = 2
"""In the status line."""
TOLD_LOADS = 4
"""Hosts whose loads are told at the pointer."""
STILL_THERE_PX = 6
"""How far the pointer may have gone since its last move over a target that it is still said to be over."""


@dataclass
class _Gesture:
    """What is being moved, and what is known of the places it was held over."""

    vm_ids: tuple[str, ...]
    by_mouse: bool
    marking: dict[bool, Working[Any]] = field(default_factory=dict)
    """Finds out how the hosts are to be marked, without and with the storage."""
    marks: dict[bool, HostMarks] = field(default_factory=dict)
    marked: bool = False
    """Which of the marks are wanted: with the storage or without."""
    planning: dict[tuple[str, bool], Working[DropPlan]] = field(default_factory=dict)
    """Places that are not judged yet."""
    plans: dict[tuple[str, bool], DropPlan] = field(default_factory=dict)
    forecasts: dict[tuple[str, bool], tuple[str, ...]] = field(default_factory=dict)
    over: tuple[str, bool] = ("", False)
    last: tuple[str, bool] = ("", False)
    """The place that the pointer was over last, also after it left."""
    position: QPoint = field(default_factory=QPoint)
    dropped: bool = False
    let_go: tuple[tuple[str, bool], bool] | None = None
    """Where the VMs were dropped before the place was judged, and whether the wizard was asked for."""
    looking: bool = False
    """The hosts are marked, but nothing is going to be put down."""

    def stop(self) -> None:
        """Work nothing out any more."""
        for working in (*self.marking.values(), *self.planning.values()):
            working.stop()


class DragController(QObject):
    """Implements `DragPort`.

    Signals:
        verdicts_changed(HostMarks | None): how hosts are to be marked; None: not at all.
        gesture_changed(bool): whether a gesture is going on.
        picked_up_changed(tuple[str, ...]): VMs that were picked up by keyboard; empty: none.
        migrations_requested(tuple[MigrationSpec, ...]): a drop was confirmed.
        wizard_requested(tuple[str, ...], str, bool): VMs, what they were dropped on, and whether the storage moves.
        targets_shown(tuple[str, ...]): VMs whose possible targets are marked without a drag; empty: none.
        refused(str): a sentence for the status line: why nothing started.
        moves_refused(DropPlan): the same as a plan with moves, none of which is possible.
        cures_wanted(tuple[Problem, ...]): show what would cure what stands against moves in the confirmation.
    """

    verdicts_changed = Signal(object)
    gesture_changed = Signal(bool)
    picked_up_changed = Signal(object)
    migrations_requested = Signal(object)
    wizard_requested = Signal(object, str, bool)
    targets_shown = Signal(object)
    refused = Signal(str)
    moves_refused = Signal(object)
    cures_wanted = Signal(object)

    def __init__(
        self, session: Session, selection: Selection, language: Language, theme_manager: ThemeManager, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = selection
        self._language = language
        self._themes = theme_manager
        self._window = parent
        self._gesture: _Gesture | None = None
        self._proposal: Working[DropPlan] | None = None
        self._label = DragLabel(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(ESTIMATE_AFTER_MS)
        self._rest.timeout.connect(self._forecast)
        session.opened.connect(self.cancel)
        Foresight(session, self)

    @property
    def active(self) -> bool:
        """Whether a gesture is going on."""
        return self._gesture is not None

    @property
    def picked_up(self) -> tuple[str, ...]:
        """VMs that wait to be put down."""
        gesture = self._gesture
        return gesture.vm_ids if gesture and not gesture.by_mouse and not gesture.looking else ()

    # --- the gesture --------------------------------------------------------------------------------------------------

    def start(self, vm_ids: Sequence[str], source: QWidget) -> None:
        """The mouse began to drag these VMs out of a widget; returns when the drag is over."""
        if not self._begin(vm_ids, by_mouse=True):
            return
        inventory = self._session.inventory
        names = [inventory.vms[id_].name for id_ in vm_ids]
        drag = QDrag(source)
        drag.setMimeData(to_mime(vm_ids, names))
        pixmap = ghost_pixmap(names, self._themes.theme, source.devicePixelRatioF())
        drag.setPixmap(pixmap)
        drag.setHotSpot(QPoint(12, 12))
        self.execute(drag)
        if self._gesture is not None and not self._gesture.dropped:
            self._tell_refusal()
            self.cancel()

    def _tell_refusal(self) -> None:
        """Qt sends no drop to a target that does not accept; who lets go there still wants to know why."""
        gesture = self._gesture
        assert gesture is not None
        let_go = not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        still_there = (QCursor.pos() - gesture.position).manhattanLength() <= STILL_THERE_PX
        plan = gesture.plans.get(gesture.last)
        if let_go and still_there and plan is not None and not plan.possible:
            self._refuse(plan)

    def execute(self, drag: QDrag) -> None:
        """Run Qt's drag loop; a method of its own because it blocks, and offscreen returns at once."""
        drag.exec(Qt.DropAction.MoveAction)

    def pick_up(self, vm_ids: Sequence[str]) -> None:
        """Pick VMs up without a mouse drag; a second call with the same VMs puts them back."""
        if self.picked_up == tuple(vm_ids):
            self.cancel()
        elif self._begin(vm_ids, by_mouse=False):
            self.picked_up_changed.emit(self.picked_up)

    def show_targets(self, vm_ids: Sequence[str]) -> None:
        """Mark the hosts as during a drag until Esc; a second call with the same VMs ends it."""
        if self._gesture is not None and self._gesture.looking and self._gesture.vm_ids == tuple(vm_ids):
            self.cancel()
        elif self._begin(vm_ids, by_mouse=False):
            assert self._gesture is not None
            self._gesture.looking = True
            self.targets_shown.emit(self._gesture.vm_ids)

    def open_wizard(self, vm_ids: Sequence[str], target_id: str = "", *, with_storage: bool = False) -> None:
        """Ask for the Migrate wizard; what is being dragged or held is put back."""
        self.cancel()
        if vm_ids:
            self.wizard_requested.emit(tuple(vm_ids), target_id, with_storage)

    def cancel(self) -> None:
        """Esc: as if nothing had happened."""
        if self._proposal is not None:
            self._proposal.stop()
            self._proposal = None
        if self._gesture is None:
            return
        by_keyboard = not self._gesture.by_mouse and not self._gesture.looking
        looking = self._gesture.looking
        self._gesture.stop()
        self._gesture = None
        self._rest.stop()
        self._label.hide()
        self.verdicts_changed.emit(None)
        self.gesture_changed.emit(False)
        if by_keyboard:
            self.picked_up_changed.emit(())
        if looking:
            self.targets_shown.emit(())

    def _begin(self, vm_ids: Sequence[str], *, by_mouse: bool) -> bool:
        self.cancel()
        known = self._session.inventory.vms
        ids = tuple(id_ for id_ in vm_ids if id_ in known)
        if not ids:
            return False
        self._gesture = _Gesture(vm_ids=ids, by_mouse=by_mouse)
        self._mark(with_storage=by_mouse and _wants_storage())
        self.gesture_changed.emit(True)
        return True

    def _mark(self, *, with_storage: bool) -> None:
        """Mark the hosts for the move that a drop would start; what is known already is not asked again."""
        gesture = self._gesture
        assert gesture is not None
        gesture.marked = with_storage
        if with_storage in gesture.marks:
            self.verdicts_changed.emit(gesture.marks[with_storage])
        elif with_storage not in gesture.marking:
            checker, busy = self._session.checker(), self._busy_names()
            ids = gesture.vm_ids
            steps = storage_targets(checker, ids, busy) if with_storage else checker.judging(ids, busy=busy)
            gesture.marking[with_storage] = Working(
                steps, lambda marks: self._judged(gesture, with_storage, marks), self
            )

    def _judged(self, gesture: _Gesture, with_storage: bool, marks: HostMarks) -> None:
        gesture.marks[with_storage] = marks
        if gesture.marked == with_storage:
            self.verdicts_changed.emit(marks)

    # --- over a place -------------------------------------------------------------------------------------------------

    def hover(self, target_id: str, position: QPoint) -> Hover:
        """The pointer is over an object; shows the label there, and the prediction when it rests."""
        if self._gesture is None:
            return Hover(accepts=False, title="")
        if not target_id:
            self.leave()
            return Hover(accepts=False, title="")
        place = (target_id, _wants_storage())
        if place[1] != self._gesture.marked:
            self._mark(with_storage=place[1])
        if place != self._gesture.over:
            self._gesture.over = self._gesture.last = place
            self._rest.start()
        self._gesture.position = position
        plan = self._plan(place)
        answer = self._looking_for_hosts(place) if plan is None else self._answer(place, plan)
        known = plan is not None and (plan.refusal is None or not answer.accepts)
        self._label.tell(answer, plan.severity if plan and known else Severity.NONE, self._themes.theme, position)
        return answer

    def leave(self) -> None:
        """The pointer is over nothing that counts."""
        self._rest.stop()
        self._label.hide()
        if self._gesture is not None:
            self._gesture.over = ("", False)

    def drop(self, vm_ids: Sequence[str], target_id: str) -> bool:
        """The VMs were dropped on an object: ask once, or say why not."""
        if self._gesture is None and not self._begin(vm_ids, by_mouse=True):
            return False
        gesture = self._gesture
        assert gesture is not None
        place = (target_id, _wants_storage())
        gesture.dropped = True
        plan = self._plan(place)
        if plan is None:
            gesture.let_go = place, _wants_wizard()
            self.leave()
            return True
        return self._settle(place, plan, _wants_wizard())

    def _settle(self, place: tuple[str, bool], plan: DropPlan, wants_wizard: bool) -> bool:
        """The end of the gesture: the wizard, the confirmation, or the reason why not."""
        gesture = self._gesture
        assert gesture is not None
        target_id, with_storage = place
        if (wants_wizard and self._wizard_takes(plan)) or wizard_helps(plan, self._session.inventory):
            ids = gesture.vm_ids
            QTimer.singleShot(0, self, lambda: self.open_wizard(ids, target_id, with_storage=with_storage))
            self.cancel()
            return True
        if not plan.possible:
            self._refuse(plan)
            self.cancel()
            return False
        self.cancel()
        QTimer.singleShot(0, self, lambda: self._confirm(plan))
        return True

    def put_down(self, target_id: str) -> bool:
        """Put the picked-up VMs on an object."""
        return bool(self.picked_up) and self.drop(self.picked_up, target_id)

    def propose(self, vm_ids: Sequence[str], target_id: str) -> None:
        """The same question as after a drop, asked from a menu."""
        self.cancel()
        steps = drop_steps(self._session.checker(), vm_ids, target_id, busy=self._busy_names())
        self._proposal = Working(steps, self._answer_proposal, self)

    def _answer_proposal(self, plan: DropPlan) -> None:
        if plan.possible:
            self._confirm(plan)
        else:
            self._refuse(plan)

    def _refuse(self, plan: DropPlan) -> None:
        self.refused.emit(self._why_not(plan))
        if plan.moves:
            self.moves_refused.emit(plan)

    def _confirm(self, plan: DropPlan) -> None:
        dialog = ConfirmDialog(self._session, self._language, self._themes, plan, self._window)
        dialog.confirmed.connect(self.migrations_requested)
        dialog.cures_wanted.connect(self.cures_wanted)
        dialog.wizard_wanted.connect(lambda with_storage: self._more(plan, with_storage))
        dialog.open()

    def _more(self, plan: DropPlan, with_storage: bool) -> None:
        self.open_wizard([move.spec.vm for move in plan.moves], plan.target, with_storage=with_storage)

    def _wizard_takes(self, plan: DropPlan) -> bool:
        return plan.refusal is None or wish_for(self._session.inventory, (), plan.target) != Wish(vms=())

    # --- answers ------------------------------------------------------------------------------------------------------

    def _plan(self, place: tuple[str, bool]) -> DropPlan | None:
        """What is known of a place; None while it is being judged, which goes on between frames."""
        gesture = self._gesture
        assert gesture is not None
        if place not in gesture.plans and place not in gesture.planning:
            steps = drop_steps(
                self._session.checker(), gesture.vm_ids, place[0], with_storage=place[1], busy=self._busy_names()
            )
            working = Working(steps, lambda plan: self._planned(gesture, place, plan), self)
            if place not in gesture.plans:
                gesture.planning[place] = working
        return gesture.plans.get(place)

    def _planned(self, gesture: _Gesture, place: tuple[str, bool], plan: DropPlan) -> None:
        gesture.plans[place] = plan
        if gesture.planning.pop(place, None) is None:
            return
        if gesture.let_go is not None and gesture.let_go[0] == place:
            self._settle(place, plan, gesture.let_go[1])
        elif gesture.over == place:
            self.hover(place[0], QCursor.pos() if gesture.by_mouse else gesture.position)

    def _looking_for_hosts(self, place: tuple[str, bool]) -> Hover:
        assert self._gesture is not None
        working = self._gesture.planning[place]
        text = self.tr("Judging the virtual machines one after the other: {percent} %")
        return Hover(accepts=True, title=self._name(place[0]), lines=(text.format(percent=round(working.share * 100)),))

    def _answer(self, place: tuple[str, bool], plan: DropPlan) -> Hover:
        assert self._gesture is not None
        name = self._name(plan.target)
        helps = wizard_helps(plan, self._session.inventory)
        wizard = helps or (_wants_wizard() and self._wizard_takes(plan))
        if plan.refusal is not None and wizard:
            return Hover(accepts=True, title=name, lines=(self.tr("Drop here to go on in the Migrate wizard."),))
        if plan.refusal is not None:
            return Hover(accepts=False, title=name, lines=(self._language.text(plan.refusal),))
        mark, verdict = words.severity_mark(plan.severity), words.severity_name(plan.severity)
        lines = self._reason_lines(plan, SHOWN_REASONS) + self._gesture.forecasts.get(place, ())
        if plan.choice is not None:
            lines = (self._language.text(plan.choice), *lines)
        if not place[1] and _only_storage_hinders(plan):
            lines = (*lines, self.tr("Hold Shift to move the storage as well."))
        if wizard:
            lines = (*lines, self.tr("Drop here to choose storage and networks in the Migrate wizard."))
        return Hover(accepts=wizard or bool(plan.possible), title=f"{mark} {name}: {verdict}", lines=lines)

    def _reason_lines(self, plan: DropPlan, most: int) -> tuple[str, ...]:
        reasons = [
            reason for move in plan.moves for reason in move.verdict.reasons if reason.severity >= Severity.WARNING
        ]
        reasons.sort(key=lambda reason: -reason.severity)
        lines = [f"{words.severity_mark(reason.severity)} {self._language.text(reason.text)}" for reason in reasons]
        lines = list(dict.fromkeys(lines))
        more = len(lines) - most
        shown = tuple(lines[:most])
        return (*shown, self.tr("+ {count} more").format(count=more)) if more > 0 else shown

    def _why_not(self, plan: DropPlan) -> str:
        if plan.refusal is not None:
            return self._language.text(plan.refusal)
        return f"{self._name(plan.target)}: " + " ".join(self._reason_lines(plan, TOLD_REASONS))

    def _forecast(self) -> None:
        gesture = self._gesture
        if gesture is None or not gesture.over[0]:
            return
        plan = gesture.plans.get(gesture.over)
        if plan is not None and plan.possible and gesture.over not in gesture.forecasts:
            gesture.forecasts[gesture.over] = self._load_lines(plan) + self._estimate_lines(plan)
            self.hover(gesture.over[0], QCursor.pos() if gesture.by_mouse else gesture.position)

    def _load_lines(self, plan: DropPlan) -> tuple[str, ...]:
        inventory = self._session.inventory
        arriving: dict[str, list[VirtualMachine]] = {}
        for move in plan.possible:
            arriving.setdefault(move.spec.host, []).append(inventory.vms[move.spec.vm])
        text = self.tr("{host} would then be at {cpu} % CPU and {memory} % memory (configured).")
        lines = []
        for id_, vms in arriving.items():
            if (host := inventory.hosts.get(id_)) is not None:
                load = host_load(inventory, host, vms)
                shares = {"cpu": round(load.cpu_share * 100), "memory": round(load.memory_share * 100)}
                lines.append(text.format(host=host.name, **shares))
        more = len(lines) - TOLD_LOADS
        shown = tuple(lines[:TOLD_LOADS])
        return (*shown, self.tr("+ {count} more").format(count=more)) if more > 0 else shown

    def _estimate_lines(self, plan: DropPlan) -> tuple[str, ...]:
        if len(plan.possible) != 1:
            return ()
        estimate = self._session.backend.estimate(plan.possible[0].spec)
        text = self.tr("About {duration}, {downtime} downtime, {data} to copy (simulated).")
        return (
            text.format(
                duration=words.quantity(estimate.duration_s, "seconds"),
                downtime=words.quantity(estimate.downtime_s, "seconds"),
                data=words.quantity(estimate.bytes, "bytes"),
            ),
        )

    def _name(self, id_: str) -> str:
        entity = self._session.inventory.get(id_)
        return entity.name if entity is not None else id_

    def _busy_names(self) -> dict[str, str]:
        return {vm: self.tr("Relocate virtual machine") for vm in self._session.busy_vms()}


def _wants_storage() -> bool:
    return bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)


def _wants_wizard() -> bool:
    return bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier)


def _only_storage_hinders(plan: DropPlan) -> bool:
    errors = [reason for move in plan.moves for reason in move.verdict.reasons if reason.severity >= Severity.ERROR]
    return bool(errors) and all(reason.group == "storage" for reason in errors)
