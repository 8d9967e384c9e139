"""Writes RVTools workbooks: full ones of any size with all 27 sheets, and small ones from single rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.tools import rvtools_host_sheets as hosts
from tests.tools import rvtools_vm_sheets as vms
from tests.tools.rvtools_columns import COLUMNS
from tests.tools.rvtools_estate import Estate, Row
from tests.tools.xlsx import write_xlsx

__all__ = ["Estate", "Row", "grid", "sheets", "write_sheets", "write_workbook"]


def sheets(estate: Estate) -> dict[str, Iterator[Row]]:
    """Rows by sheet, for all 27."""
    return {
        "vInfo": vms.info(estate),
        "vCPU": vms.cpu(estate),
        "vMemory": vms.memory(estate),
        "vDisk": vms.disk(estate),
        "vPartition": vms.partition(estate),
        "vNetwork": vms.network(estate),
        "vCD": vms.drives(estate),
        "vUSB": vms.usb(estate),
        "vSnapshot": vms.snapshot(estate),
        "vTools": vms.tools(estate),
        "vSource": hosts.source(estate),
        "vRP": hosts.pools(estate),
        "vCluster": hosts.cluster_rows(estate),
        "vHost": hosts.host_rows(estate),
        "vHBA": hosts.hbas(estate),
        "vNIC": hosts.nic_rows(estate),
        "vSwitch": hosts.switches(estate),
        "vPort": hosts.ports(estate),
        "dvSwitch": hosts.distributed_switches(estate),
        "dvPort": hosts.distributed_ports(estate),
        "vSC_VMK": hosts.vmkernel(estate),
        "vDatastore": hosts.stores(estate),
        "vMultiPath": hosts.multipath(estate),
        "vLicense": hosts.licences(estate),
        "vFileInfo": vms.files(estate),
        "vHealth": hosts.health(estate),
        "vMetaData": hosts.meta(estate),
    }


def grid(rows: Iterator[Row] | list[Row], columns: tuple[str, ...]) -> Iterator[list[Any]]:
    """Header and rows as lists, in the columns' order."""
    yield list(columns)
    for row in rows:
        get = row.get
        yield [get(column) for column in columns]


def write_workbook(path: Path, estate: Estate) -> None:
    """Write all 27 sheets of an estate."""
    write_xlsx(path, {name: grid(rows, COLUMNS[name]) for name, rows in sheets(estate).items()})


def write_sheets(path: Path, rows_by_sheet: Mapping[str, list[Row]], *, declared_rows: int | None = None) -> None:
    """Write rows by sheet; each sheet's columns are those that its rows name, in the order in which they do."""
    grids = {
        name: grid(rows, tuple(dict.fromkeys(key for row in rows for key in row)))
        for name, rows in rows_by_sheet.items()
    }
    write_xlsx(path, grids, declared_rows=declared_rows)
