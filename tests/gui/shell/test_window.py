"""The window as a whole: what is there, tabs and docks, menus, tasks, time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.tasks import model as columns
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import MigrationSpec, VmotionNetworkLost
from vmotion_gui.simulation.status import Phase


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def object_menu(window: MainWindow, id_: str) -> QMenu:
    window.context.selection.select([id_])
    return window.object_actions.menu(window)


def submenu(menu: QMenu, text: str) -> QMenu:
    found = next(action.menu() for action in menu.actions() if action.text() == text)
    assert isinstance(found, QMenu)
    found.aboutToShow.emit()
    return found


# --- what is there ----------------------------------------------------------------------------------------------------


def test_tree_tabs_and_docks_are_there(window: MainWindow) -> None:
    assert [window.tabs.tabText(n) for n in range(3)] == ["Topology", "Summary", "Monitor"]
    titles = [dock.windowTitle().partition(" (")[0] for dock in window.docks.all()]
    assert titles == [
        "Inventory",
        "Objects",
        "Details",
        "Knobs",
        "Recent Tasks",
        "Timeline",
        "Events",
        "Alarms",
        "Logs",
        "Migration",
    ]
    assert window._state.text() == "Simulation · vSphere"


def test_four_views_by_key(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.parts.inventory
    for number in range(4):
        action = window.menus.views.actions()[number]
        assert action.shortcut().toString() == f"Ctrl+{number + 1}"
        action.trigger()
        assert pane.model.structure.view == ("hosts", "vms", "storage", "networking")[number]


def test_no_key_means_two_things(window: MainWindow) -> None:
    """Qt does nothing at all where two actions of a window want the same key."""
    wanted: dict[str, list[str]] = {}
    for action in {action for menu in window.menus.all() for action in _leaves(menu)}:
        for key in action.shortcuts():
            wanted.setdefault(key.toString(), []).append(action.text())
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled():
            wanted.setdefault(shortcut.key().toString(), []).append(shortcut.objectName())
    assert not {key: names for key, names in wanted.items() if len(names) > 1}


def _leaves(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += _leaves(inner) if isinstance(inner, QMenu) else [action]
    return found


def test_selecting_in_the_tree_selects_everywhere(window: MainWindow) -> None:
    vm = next(iter(window.context.session.inventory.vms.values()))
    tree, model = window.parts.inventory.tree, window.parts.inventory.model
    tree.setCurrentIndex(model.index_of(vm.id))
    assert window.context.selection.ids == (vm.id,)
    assert window.parts.inspector.cards.isVisible()


def test_selecting_elsewhere_opens_the_way_in_the_tree(window: MainWindow) -> None:
    vm = list(window.context.session.inventory.vms.values())[-1]
    window.context.selection.select([vm.id])
    tree, model = window.parts.inventory.tree, window.parts.inventory.model
    assert model.id_at(tree.currentIndex()) == vm.id
    assert tree.isExpanded(model.index_of(vm.host))


def test_a_moved_vm_stays_selected(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    window.context.selection.select([spec.vm])
    window.context.commands.migrate([spec])
    play_to_end(window)
    assert window.context.selection.ids == (spec.vm,)
    model = window.parts.inventory.model
    assert model.id_at(window.parts.inventory.tree.currentIndex().parent()) == spec.host


@pytest.mark.parametrize(
    "collection",
    [
        "vms",
        "hosts",
        "clusters",
        "datastores",
        "subnets",
        "links",
        "portgroups",
        "switches",
        "vcenters",
        "datacenters",
        "sites",
        "folders",
        "resource_pools",
    ],
)
def test_every_object_has_a_summary_and_a_monitor(window: MainWindow, collection: str) -> None:
    for id_ in list(window.context.session.inventory.collection(collection))[:6]:
        for page in (window.parts.summary, window.parts.monitor):
            window.tabs.setCurrentWidget(page)
            window.context.selection.select([id_])
        window.tabs.setCurrentWidget(window.parts.summary)
        assert window.parts.summary.cards._cards, id_


def test_the_summary_shows_disk_paths(window: MainWindow) -> None:
    inventory = window.context.session.inventory
    vm = next(vm for vm in inventory.vms.values() if vm.disks)
    window.tabs.setCurrentWidget(window.parts.summary)
    window.context.selection.select([vm.id])
    disk = vm.disks[0]
    expected = f"[{inventory.datastores[disk.datastore].name}] {disk.path}"
    values = [row.value for card in window.parts.summary.cards._cards for row in card.rows if hasattr(row, "value")]
    assert expected in values


def test_the_monitor_says_that_an_injected_fault_is_wrong(window: MainWindow) -> None:
    host = next(iter(window.context.session.inventory.hosts))
    window.tabs.setCurrentWidget(window.parts.monitor)
    window.context.selection.select([host])
    window.context.commands.inject(lambda: "fault", VmotionNetworkLost(host=host))
    window.parts.monitor.refresh()
    issues = [window.parts.monitor.issues.item(row).text() for row in range(window.parts.monitor.issues.count())]
    assert any("vMotion network lost" in issue for issue in issues)


# --- menus ------------------------------------------------------------------------------------------------------------


def test_a_vm_menu_ranks_hosts_and_says_why_not(window: MainWindow) -> None:
    session = window.context.session
    spec = possible_moves(window)[0]
    hosts = submenu(object_menu(window, spec.vm), "Migrate to")
    assert hosts.actions()[0].isEnabled()
    refused = [action for action in hosts.actions() if not action.isEnabled()]
    assert refused
    assert all(action.toolTip() and action.statusTip() for action in refused)
    best = session.inventory.hosts[_host_named(window, hosts.actions()[0].text())]
    assert session.checker().check(MigrationSpec(vm=spec.vm, host=best.id)).possible


def _host_named(window: MainWindow, text: str) -> str:
    return next(host.id for host in window.context.session.inventory.hosts.values() if host.name in text)


def test_disabled_entries_say_why(window: MainWindow) -> None:
    inventory = window.context.session.inventory
    for id_ in (next(iter(inventory.vms)), next(iter(inventory.hosts)), next(iter(inventory.datastores))):
        menu = object_menu(window, id_)
        for action in menu.actions():
            if not action.isSeparator() and not action.isEnabled():
                assert action.statusTip(), action.text()
        menu.close()


def test_power_off_and_maintenance_through_the_menus(window: MainWindow) -> None:
    session = window.context.session
    vm = next(vm for vm in session.inventory.vms.values() if vm.power_state == "poweredOn")
    power = submenu(object_menu(window, vm.id), "Power")
    power.actions()[1].trigger()
    assert session.inventory.vms[vm.id].power_state == "poweredOff"
    maintenance = submenu(object_menu(window, vm.host), "Maintenance Mode")
    assert maintenance.actions()[0].isEnabled(), "powered-on VMs leave by themselves"
    assert not maintenance.actions()[1].isEnabled()
    assert "not in maintenance mode" in maintenance.actions()[1].statusTip()


def test_a_fault_is_injected_and_repaired_through_the_menu(window: MainWindow) -> None:
    backend = window.context.session.backend
    link = next(iter(window.context.session.inventory.links))
    submenu(object_menu(window, link), "Inject fault").actions()[0].trigger()
    assert len(backend.faults()) == 1
    entry = submenu(object_menu(window, link), "Inject fault").actions()[0]
    assert entry.text().startswith("Repair")
    entry.trigger()
    assert not backend.faults()


def test_the_menu_bars_actions_are_those_of_the_object(window: MainWindow) -> None:
    vm = next(iter(window.context.session.inventory.vms))
    window.context.selection.select([vm])
    window.menus.object.aboutToShow.emit()
    assert texts(window.menus.object) == texts(object_menu(window, vm))


def test_the_menu_key_opens_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    window.parts.inventory.menu_requested.disconnect(window.show_object_menu)  # offscreen cannot show menus
    with qtbot.waitSignal(window.parts.inventory.menu_requested):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(window.parts.inventory.tree.viewport(), event)


# --- tasks and events -------------------------------------------------------------------------------------------------


def test_a_task_that_waits_has_no_percent(window: MainWindow) -> None:
    running = [vm.id for vm in window.context.session.inventory.vms.values() if vm.host == "host-1"]
    checker = window.context.session.checker()
    specs = [MigrationSpec(vm=vm, host="host-4") for vm in running]
    window.context.commands.migrate([spec for spec in specs if checker.check(spec).possible])
    window.context.session.pause()
    window.context.session.step()
    tasks = window.parts.tasks.model
    shares = {
        tasks.index(row, columns.STATUS).data(): tasks.index(row, columns.STATUS).data(columns.PROGRESS_ROLE)
        for row in range(tasks.rowCount())
    }
    assert shares["Queued"] == columns.INDETERMINATE
    assert all(isinstance(share, float) for text, share in shares.items() if text != "Queued")
    window.parts.tasks.grab()


def test_the_tasks_table_follows_a_migration_to_its_end(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    tasks = window.parts.tasks.model
    window.context.commands.migrate([spec])
    window.context.session.pause()
    assert tasks.rowCount() == 1
    assert tasks.index(0, columns.ACTION).data() == "Cancel"
    shares = []
    for _ in range(200):
        window.context.session.step()
        share = tasks.index(0, columns.STATUS).data(columns.PROGRESS_ROLE)
        if share is None:
            break
        shares.append(share)
    known = [share for share in shares if share != columns.INDETERMINATE]
    assert known
    assert known == sorted(known)
    assert tasks.index(0, columns.STATUS).data() == "Completed"
    assert tasks.index(0, columns.ACTION).data() == "Move back"
    assert "downtime" in tasks.index(0, columns.DETAILS).data()


def test_cancel_and_move_back_in_the_row(window: MainWindow) -> None:
    first, second = possible_moves(window, 2)
    session, tasks = window.context.session, window.parts.tasks
    home = session.inventory.vms[second.vm].host
    window.context.commands.migrate([first])
    tasks.table.clicked.emit(tasks.model.index(0, columns.ACTION))
    play_to_end(window)
    assert session.backend.migrations()["migration-1"].phase is Phase.CANCELLED
    window.context.commands.migrate([second])
    play_to_end(window)
    tasks.table.clicked.emit(tasks.model.index(0, columns.ACTION))
    assert session.inventory.vms[second.vm].host == home
    assert tasks.model.index(0, columns.ACTION).data() == ""


def test_a_failed_task_tells_its_reason(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    session = window.context.session
    window.context.commands.migrate([spec])
    session.pause()
    while session.backend.migrations()["migration-1"].phase is not Phase.COPYING_MEMORY:
        session.step()
    window.context.commands.inject(lambda: "fault", VmotionNetworkLost(host=spec.host))
    play_to_end(window)
    tasks = window.parts.tasks.model
    assert tasks.index(0, columns.STATUS).data() == "Failed"
    assert tasks.index(0, columns.DETAILS).data().endswith(".")


def test_events_filter_by_text_level_and_object(window: MainWindow) -> None:
    first, second = possible_moves(window, 2)
    window.context.commands.migrate([first])
    window.context.commands.migrate([second])
    play_to_end(window)
    pane = window.parts.events
    everything = pane.model.rowCount()
    assert everything == len(window.context.session.backend.events)
    pane.text.setText("migrated from")
    pane._filter()
    assert 0 < pane.model.rowCount() < everything
    pane.text.clear()
    pane.level.setCurrentIndex(2)
    assert pane.model.rowCount() == 0
    pane.level.setCurrentIndex(0)
    pane.only_selected.setChecked(True)
    window.context.selection.select([first.vm])
    about = [pane.model.event_at(pane.model.index(row, 0)) for row in range(pane.model.rowCount())]
    assert about
    assert all(first.vm in (event.vm, *event.objects) for event in about if event is not None)


def test_a_double_click_on_an_event_goes_to_its_moment(window: MainWindow) -> None:
    window.context.commands.migrate(possible_moves(window))
    play_to_end(window)
    pane = window.parts.events
    index = pane.model.index(pane.model.rowCount() - 3, 0)
    event = pane.model.event_at(index)
    assert event is not None
    pane.table.doubleClicked.emit(index)
    assert window.context.session.backend.now_s == pytest.approx(event.time_s)


# --- time -------------------------------------------------------------------------------------------------------------


def test_keys_without_a_button_change_the_speed_and_go_from_pass_to_pass(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    assert session.speed == 3.0
    qtbot.keyClick(window, Qt.Key.Key_BracketLeft)
    assert session.speed == 1.0
    window.context.commands.migrate(possible_moves(window))
    session.pause()
    (id_,) = session.backend.migrations()
    window.context.selection.show_migration(id_)
    passed = []
    while not session.backend.phase(id_).ended:
        qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        passed.append(session.backend.events[-1].type)
    assert passed[0] == "PassStarted"
    assert passed[-1] == "VmMigratedEvent"
    assert len(passed) >= 3


def test_transport_plays_pauses_and_steps(window: MainWindow) -> None:
    session, transport = window.context.session, window.parts.transport
    transport.play.trigger()
    assert session.playing
    transport.play.trigger()
    assert not session.playing
    window.context.commands.migrate(possible_moves(window))
    session.pause()
    before = session.backend.now_s
    transport.step.trigger()
    assert session.backend.now_s > before or session.backend.events
    transport.faster.trigger()
    assert session.speed == 3.0
    transport.slower.trigger()
    transport.slower.trigger()
    assert session.speed == pytest.approx(0.3)
    transport.speed.setValue(transport.speed.maximum())
    assert session.speed == pytest.approx(1000.0)


def test_the_first_migration_starts_the_clock_and_a_pause_amid_others_stays(window: MainWindow) -> None:
    session, commands = window.context.session, window.context.commands
    first, second = possible_moves(window, 2)
    commands.migrate([first])
    assert session.playing
    session.pause()
    commands.migrate([second])
    commands.inject(lambda: "fault", VmotionNetworkLost(host=first.host))
    assert not session.playing


def test_scrubbing_back_shows_the_earlier_moment_and_acting_there_branches(window: MainWindow) -> None:
    session = window.context.session
    first, second = possible_moves(window, 2)
    window.context.commands.migrate([first])
    play_to_end(window)
    end = session.backend.now_s
    after = session.inventory
    bar = window.parts.timeline.bar
    bar.wanted.emit(end / 2.0)
    bar.released.emit()
    assert session.backend.now_s == pytest.approx(end / 2.0)
    assert session.inventory.vms[first.vm].host != first.host
    assert "new branch" in window.parts.timeline._note.text()
    bar.wanted.emit(end)
    bar.released.emit()
    assert session.inventory == after

    session.rewind(0.0)
    window.context.commands.migrate([second])
    session.pause()
    assert len(session.backend.branches()) == 2
    window.parts.timeline._fill_branches()
    names = [a.text() for a in window.parts.timeline.branches.menu().actions() if a.isCheckable()]
    assert names[0].startswith("Main line")
    session.switch_branch(0)
    assert session.inventory == after


def test_the_timeline_maps_pixels_to_times(window: MainWindow) -> None:
    bar = window.parts.timeline.bar
    bar.set_time(4.0, 8.0)
    assert bar.time_at(bar.x_of(3.0)) == pytest.approx(3.0)
    assert bar.time_at(10_000) == 8.0
    assert bar.time_at(-10) == 0.0


# --- keyboard way -----------------------------------------------------------------------------------------------------


def test_pick_up_and_put_down_by_keyboard_asks_and_escape_forgets(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    window.context.selection.select([spec.vm])
    window.gestures.pick_up()
    assert window.parts.drag.picked_up == (spec.vm,)
    window.parts.drag.cancel()
    assert window.parts.drag.picked_up == ()
    window.gestures.put_down()
    assert "Nothing is picked up" in window.statusBar().currentMessage()


def test_targets_by_key_are_those_of_the_context_menu(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    window.context.selection.select([spec.vm])
    targets = window.object_actions.targets_menu(window)
    assert targets is not None
    assert texts(targets) == texts(submenu(object_menu(window, spec.vm), "Migrate to"))
    window.context.selection.select([spec.host])
    window.gestures.migrate()
    assert "Select a virtual machine" in window.statusBar().currentMessage()


def test_choosing_a_host_in_the_menu_asks_and_then_migrates(window: MainWindow) -> None:
    spec = possible_moves(window)[0]
    hosts = submenu(object_menu(window, spec.vm), "Migrate to")
    hosts.actions()[0].trigger()
    dialog = next(child for child in window.children() if isinstance(child, ConfirmDialog))
    dialog.findChild(QDialogButtonBox).accepted.emit()
    assert spec.vm in window.context.session.busy_vms()
    window.context.session.pause()


def test_opening_a_task_shows_its_migration(window: MainWindow) -> None:
    window.context.commands.migrate(possible_moves(window))
    window.context.session.pause()
    window.parts.tasks.table.doubleClicked.emit(window.parts.tasks.model.index(0, columns.NAME))
    assert window.parts.migration.isVisible()


def test_global_search_jumps_to_what_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    subnet = next(iter(window.context.session.inventory.subnets.values()))
    dialog = window.search()
    dialog.text.setText(subnet.cidr)
    dialog.search()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert window.context.selection.current == subnet.id


def test_the_filter_of_the_inventory(window: MainWindow) -> None:
    pane = window.parts.inventory
    vm = next(iter(window.context.session.inventory.vms.values()))
    pane.filter.setText(vm.name)
    pane._apply_filter()
    assert pane.model.rowCount(QModelIndex()) == 1
    pane.filter.clear()
    pane._apply_filter()
    assert pane.model.rowCount(QModelIndex()) > 1
