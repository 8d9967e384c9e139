"""A full workbook of 27 sheets comes in complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.rvtools_columns import COLUMNS
from tests.tools.rvtools_workbook import Estate, sheets, write_workbook
from vmotion_gui.importers.rvtools import ImportResult, import_rvtools
from vmotion_gui.inventory.document import dumps, loads
from vmotion_gui.messages import LANGUAGES, Message, catalogue

VMS = 2_000


@pytest.fixture(scope="module")
def estate() -> Estate:
    return Estate(VMS)


@pytest.fixture(scope="module")
def result(estate: Estate, tmp_path_factory: pytest.TempPathFactory) -> ImportResult:
    path = tmp_path_factory.mktemp("rvtools") / "full.xlsx"
    write_workbook(path, estate)
    return import_rvtools(path)


def test_the_workbook_has_all_sheets(estate: Estate) -> None:
    assert len(COLUMNS) == 27
    assert list(sheets(estate)) == list(COLUMNS) or set(sheets(estate)) == set(COLUMNS)


def test_everything_is_there(result: ImportResult, estate: Estate) -> None:
    inventory = result.lab.inventory
    assert {vm.id for vm in inventory.vms.values()} == {vm.vm_id for vm in estate.vms}
    assert sum(len(vm.disks) for vm in inventory.vms.values()) == estate.disk_count
    assert sum(len(vm.nics) for vm in inventory.vms.values()) == estate.nic_count
    assert sum(len(vm.devices) for vm in inventory.vms.values()) == VMS + VMS // 500
    assert sum(len(vm.snapshots) for vm in inventory.vms.values()) == VMS // 20
    assert len(inventory.hosts) == estate.hosts
    assert len(inventory.datastores) == estate.store_count
    assert len(inventory.clusters) == estate.clusters
    assert result.report.counts["vms"] == VMS


def test_every_vm_is_where_it_was(result: ImportResult, estate: Estate) -> None:
    inventory = result.lab.inventory
    for told in estate.vms:
        vm = inventory.vms[told.vm_id]
        assert inventory.hosts[vm.host].name == estate.host(told.host)
        assert (vm.name, vm.cpus, vm.memory_bytes) == (told.name, told.cpus, told.memory_mib * 1024**2)
        store = inventory.datastores[vm.disks[0].datastore]
        assert store.name == told.store(estate.cluster_of(told.host))
        assert any(mount.datastore == store.id for mount in inventory.hosts[vm.host].mounts)
        portgroup = inventory.portgroups[vm.nics[0].portgroup]
        assert vm.host in inventory.switches[portgroup.switch].hosts
        assert portgroup.assumed in ((), ("subnet",))


def test_hosts_as_they_are(result: ImportResult) -> None:
    for host in result.lab.inventory.hosts.values():
        assert (host.cores, host.cpu_mhz, host.memory_bytes) == (64, 1995, 1024**4)
        assert (host.version, host.build, host.max_evc_mode_key) == ("8.0.3", "24022510", "intel-icelake")
        assert [nic.speed_bits_per_s for nic in host.pnics] == [10e9, 10e9, 25e9, 25e9]
        (vmk,) = [vmk for vmk in host.vmk_adapters if "vmotion" in vmk.services]
        assert (vmk.device, vmk.mtu, vmk.services_origin) == ("vmk1", 9000, "guessed")
        assert len(host.mounts) == 8
        assert not set(host.assumed)


def test_clusters_and_pools_as_they_are(result: ImportResult) -> None:
    inventory = result.lab.inventory
    for cluster in inventory.clusters.values():
        assert cluster.evc_mode_key == "intel-cascadelake"
        assert (cluster.drs.default_vm_behavior, cluster.drs.migration_threshold) == ("partiallyAutomated", 4)
    pool = next(pool for pool in inventory.resource_pools.values() if pool.name == "Pool 2")
    assert (pool.cpu_reservation_mhz, pool.memory_reservation_bytes) == (2000, 2048 * 1024**2)
    assert {folder.name for folder in inventory.folders.values()} == {f"Team {n}" for n in range(7)}


def test_the_lab_is_valid_and_is_the_same_when_saved_and_loaded(result: ImportResult) -> None:
    assert loads(dumps(result.lab)) == result.lab


def test_nothing_is_missing_or_left_out(result: ImportResult) -> None:
    assert result.report.missing == ()
    assert result.report.bad_cells == ()
    assert result.report.of("leftOut") == ()
    assert result.report.of("warning") == ()
    assert {finding.origin for finding in result.report.findings if finding.kind != "hostConnection"} == {"guessed"}


def test_the_report_has_words_for_all_of_it(result: ImportResult) -> None:
    for language in LANGUAGES:
        lines = result.report.lines(catalogue(language))
        assert not [line for line in lines if "importers." in line]
        assert len(lines) < len(result.report.lines(catalogue(language), full=True)) + len(lines)


def test_an_import_can_be_cancelled_at_any_moment(estate: Estate, tmp_path: Path) -> None:
    path = tmp_path / "small.xlsx"
    write_workbook(path, Estate(50))
    told: list[tuple[float, Message]] = []
    import_rvtools(path, progress=lambda share, doing: told.append((share, doing)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    english = catalogue("en")
    assert all(doing.key in english.keys for _, doing in told)

    class CancelledError(Exception):
        pass

    for moment in range(len(told)):
        calls = 0

        def cancel(share: float, doing: Message, moment: int = moment) -> None:
            nonlocal calls
            if calls == moment:
                raise CancelledError
            calls += 1

        with pytest.raises(CancelledError):
            import_rvtools(path, progress=cancel)
