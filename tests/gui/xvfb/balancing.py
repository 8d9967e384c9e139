"""The page of a cluster: DRS, its settings, rules, HA, and what would be after a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tests.gui.xvfb.walking import Gesture, Walk
from vmotion_gui.gui.cluster.ha_dialog import HaDialog
from vmotion_gui.gui.cluster.page import DrsPage
from vmotion_gui.gui.cluster.rules_dialog import RuleDialog, RulesDialog
from vmotion_gui.gui.drag.confirm import ConfirmDialog


class Balancing(Walk):
    """On the demo lab's production cluster, after machines were moved onto one of its hosts."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (
            self.crowded,
            self.the_page,
            self.threshold,
            self.apply_one,
            self.after_a_host_fails,
            self.apply_all,
            self.acts_by_itself,
            self.rules,
            self.high_availability,
        )

    @property
    def page(self) -> DrsPage:
        return self.window.parts.monitor.drs

    def crowded(self) -> Gesture:
        """All that runs on two hosts goes to a third one: drags of many from the tree."""
        for host, target in (("host-1", "host-3"), ("host-4", "host-3")):
            yield self.hands.click(self.in_tree(host))
            vms = [vm for vm in self.session.inventory.vms.values() if vm.host == host and not vm.template]
            ids = [vm.id for vm in vms if vm.power_state == "poweredOn"]
            self.window.context.selection.select(ids)
            before = len(self.session.backend.migrations())
            yield from self.drop(self.in_tree(ids[-1]), self.at(target))
            yield self.asked(ConfirmDialog)
            self.picture("asked")
            yield self.hands.key("Return")
            yield lambda before=before: len(self.session.backend.migrations()) > before  # type: ignore[misc]
            yield self.play_to_the_end()
            self.session.pause()
        self.picture("crowded")
        self.told(on_one_host=sum(vm.host == "host-3" for vm in self.session.inventory.vms.values()) > 20)

    def the_page(self) -> Gesture:
        yield self.hands.click(self.in_tree("cluster-prod"))
        yield from self.press_tab(self.window.tabs.tabBar(), 2)
        yield from self.press_tab(self.window.parts.monitor.tabs.tabBar(), 4)
        yield lambda: self.page.runner.result is not None
        self.picture("production")
        self.told(score=self.page.score.text() != "", offered=self.page.table.rowCount())

    def threshold(self) -> Gesture:
        """Most aggressive: End on the slider."""
        slider = self.page.settings.threshold
        if not self.page.settings.enabled.isChecked():
            yield from self.press(self.page.settings.enabled)
            yield slider.isEnabled
        slider.setFocus()
        yield self.hands.key("End")
        yield lambda: self.session.inventory.clusters["cluster-prod"].drs.migration_threshold == 5
        yield lambda: self.page.settings._meaning.text().startswith("5") and self.page.runner._steps is None
        self.picture("aggressive")
        self.told(offered=self.page.table.rowCount() > 0)

    def apply_one(self) -> Gesture:
        before = len(self.session.backend.migrations())
        self.session.set_speed(1.0)
        yield from self.press_cell(self.page.table, 0, 1)
        yield from self.press(self.page.apply)
        yield lambda: len(self.session.backend.migrations()) > before
        self.picture("under-way")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(initiators=sorted({s.initiator for s in self.session.backend.migrations().values()}))

    def after_a_host_fails(self) -> Gesture:
        """What would DRS do after this host has failed: nothing is done to the estate."""
        before = self.session.inventory
        box = self.page.scenario
        yield from self.press(box)
        yield box.view().isVisible
        self.picture("choices")
        yield self.hands.key("Down", "Return")
        yield lambda: self.page.runner.failure is not None and self.page.runner._steps is None
        self.picture("answer")
        text, applicable = self.page.failover.text(), self.page.apply_all.isEnabled()
        yield from self.press(box)
        yield box.view().isVisible
        yield self.hands.key("Home", "Return")
        yield lambda: self.page.runner.failure is None and self.page.runner._steps is None
        self.told(restarts="HA restarts" in text, applicable=applicable, same=self.session.inventory is before)

    def apply_all(self) -> Gesture:
        if not self.page.table.rowCount():
            self.told(moved=0)
            return
        before = len(self.session.backend.migrations())
        yield from self.press(self.page.apply_all)
        yield lambda: len(self.session.backend.migrations()) > before
        yield self.play_to_the_end()
        self.session.pause()
        yield lambda: self.page.runner._steps is None
        self.picture("done")
        self.told(moved=len(self.session.backend.migrations()) - before)

    def acts_by_itself(self) -> Gesture:
        """Fully automated, in simulated time."""
        level = self.page.settings.level
        yield from self.press(level)
        yield level.view().isVisible
        yield self.hands.key("End", "Return")
        yield lambda: self.session.inventory.clusters["cluster-prod"].drs.default_vm_behavior == "fullyAutomated"
        yield from self.press(self.page.acts)
        yield self.page.acts.isChecked
        self.session.set_speed(600.0)
        self.session.play()
        start = self.session.backend.now_s
        yield lambda: self.session.backend.now_s > start + 700.0
        self.session.pause()
        self.picture("acted")
        self.told(on=self.page.automation.on)

    def rules(self) -> Gesture:
        """A rule that keeps two machines apart, made with the keyboard."""
        yield from self.press(self.page.rules)
        yield self.asked(RulesDialog)
        rules = self.dialog(RulesDialog)
        assert isinstance(rules, RulesDialog)
        before = len(rules.rules)
        yield from self.press(rules.add)
        yield self.asked(RuleDialog)
        rule = self.dialog(RuleDialog)
        assert isinstance(rule, RuleDialog)
        yield from self.press(rule.name)
        yield self.write("apart")
        yield from self.press(rule.kind)
        yield rule.kind.view().isVisible
        yield self.hands.key("Down", "Return")
        for row in (0, 1):
            yield from self.press_cell(rule.vms, row, 0)
            yield self.hands.key("space")
        self.picture("rule")
        yield from self.press(rule.buttons.buttons()[0])
        yield self.gone(RuleDialog)
        self.picture("rules")
        yield from self.press(rules.buttons.buttons()[0])
        yield self.gone(RulesDialog)
        self.told(added=len(self.session.inventory.clusters["cluster-prod"].rules) - before)

    def high_availability(self) -> Gesture:
        yield self.hands.click(self.in_tree("cluster-prod"))
        yield from self.press(self.page.ha)
        yield self.asked(HaDialog)
        dialog = self.dialog(HaDialog)
        assert isinstance(dialog, HaDialog)
        texts = []
        for _ in range(dialog.policy.count()):
            self.picture(f"policy-{dialog.policy.currentIndex()}")
            texts.append(dialog.outcome.text())
            dialog.policy.setFocus()
            yield self.hands.key("Down")
        yield self.hands.key("Escape")
        yield self.gone(HaDialog)
        self.told(outcomes=len(set(texts)))
