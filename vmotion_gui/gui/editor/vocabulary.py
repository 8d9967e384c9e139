"""Texts that are one of known words, though the lab document leaves them open: EVC modes, presets, licences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.compatibility.evc import AMD, INTEL
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.inventory import presets
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.fields import FormField

_EVC = frozenset({"evc_mode_key", "max_evc_mode_key", "min_required_evc_mode_key"})
_LICENCES = ("vmotion", "storagevmotion", "crossvcenter", "longdistance", "drs", "encryption")


def vocabulary(field: FormField, around: Surroundings) -> list[tuple[str, str]]:
    """Words that a text field offers, each with its name; none for a text that is free."""
    if field.name in _EVC:
        none = [] if field.name == "max_evc_mode_key" else [("", QCoreApplication.translate("Editor", "(none)"))]
        return [*none, *INTEL, *AMD]
    if field.name == "preset":
        own = QCoreApplication.translate("Editor", "Own numbers")
        return [("", own), *((name, around.text(presets.title(name))) for name in presets.PRESETS)]
    if field.name == "licence_features":
        return [(word, around.text(name)) for word in _LICENCES if (name := texts.value(f"licence-{word}")) is not None]
    return []
