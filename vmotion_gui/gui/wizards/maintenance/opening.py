"""Opens the wizard over a window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.inventory.lab import Lab


def open_maintenance_wizard(context: Context, lab: Lab, hosts: Sequence[str], parent: QWidget) -> MaintenanceWizard:
    """The wizard with these hosts ticked."""
    wizard = MaintenanceWizard(Draft(context, lab, hosts), parent)
    wizard.open()
    return wizard


def open_datastore_wizard(context: Context, lab: Lab, datastores: Sequence[str], parent: QWidget) -> MaintenanceWizard:
    """The wizard with these datastores ticked."""
    wizard = MaintenanceWizard(Draft(context, lab, datastores=datastores), parent)
    wizard.open()
    return wizard
