"""Opens the wizard over a window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.wizards.migrate.dialog import MigrateWizard
from vmotion_gui.planning.choices import wish_for


def open_migrate_wizard(
    context: Context, vm_ids: Sequence[str], target_id: str, with_storage: bool, parent: QWidget
) -> MigrateWizard:
    """The wizard for these VMs, with what a target says filled in; what is confirmed starts as after a drop."""
    wish = wish_for(context.session.inventory, vm_ids, target_id, with_storage=with_storage)
    wizard = MigrateWizard(context, wish, parent)
    wizard.confirmed.connect(context.commands.migrate)
    wizard.open()
    return wizard
