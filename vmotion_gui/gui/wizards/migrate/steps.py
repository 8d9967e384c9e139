"""The steps' names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.planning.choices import Step


def step_name(step: Step) -> str:
    """A step as the vSphere Client names it."""
    names = {
        Step.KIND: QCoreApplication.translate("MigrateWizard", "Select a migration type"),
        Step.COMPUTE: QCoreApplication.translate("MigrateWizard", "Select a compute resource"),
        Step.STORAGE: QCoreApplication.translate("MigrateWizard", "Select storage"),
        Step.NETWORKS: QCoreApplication.translate("MigrateWizard", "Select networks"),
        Step.PRIORITY: QCoreApplication.translate("MigrateWizard", "Select vMotion priority"),
        Step.READY: QCoreApplication.translate("MigrateWizard", "Ready to complete"),
    }
    return names[step]
