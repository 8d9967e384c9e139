"""One check as a page: what it says, by which fault, when it stops a migration, what helps, what it is about."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from vmotion_gui.compatibility.explanation import Explanation, Level
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.checks.links import simplified_note
from vmotion_gui.gui.cures.reason_list import severity_colour
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.theme import Theme

_SEVERITIES: dict[Level, Severity] = {
    "none": Severity.NONE,
    "info": Severity.INFO,
    "warning": Severity.WARNING,
    "error": Severity.ERROR,
}


def page_of(check: Explanation, language: Language, theme: Theme) -> str:
    """The page as HTML for a text browser."""
    sentence, cure = (escape(texts[language.code]) for texts in (check.example.sentence, check.example.cure))
    parts = [
        f"<h3>{sentence}</h3>",
        _muted(
            QCoreApplication.translate("Checks", "For example, as this check would say it of another estate."), theme
        ),
        _heading(QCoreApplication.translate("Checks", "What helps")) + f"<p>{cure}</p>",
    ]
    if check.curable:
        parts.append(
            _muted(
                QCoreApplication.translate("Checks", "“Fix it…” beside such a reason shows what would be changed."),
                theme,
            )
        )
    if check.example.levels:
        parts += [
            _heading(QCoreApplication.translate("Checks", "When it stops a migration")),
            _levels(check, theme),
        ]
    if check.types:
        types = [f"<li>{escape(words.type_name(type_))}</li>" for type_ in MigrationType if type_ in check.types]
        heading = QCoreApplication.translate("Checks", "Of which migrations it speaks")
        parts.append(_heading(heading) + f"<ul style='margin-left:-20px'>{''.join(types)}</ul>")
    parts += [
        _heading(language.text(check.name)) + f"<p>{escape(language.text(check.text))}</p>",
        _heading(QCoreApplication.translate("Checks", "In vSphere")) + _faults(check),
    ]
    if check.simplified:
        parts.append(f"<p>⚠ {escape(simplified_note())}</p>")
    return "".join(parts)


def _heading(text: str) -> str:
    return f"<h4>{escape(text)}</h4>"


def _muted(text: str, theme: Theme) -> str:
    return f"<p style='color:{theme.muted}'>{escape(text)}</p>"


def _levels(check: Explanation, theme: Theme) -> str:
    states = {
        "poweredOn": QCoreApplication.translate("Checks", "Powered on"),
        "suspended": QCoreApplication.translate("Checks", "Suspended"),
        "poweredOff": QCoreApplication.translate("Checks", "Powered off"),
    }
    rows = []
    for state, name in states.items():
        level = check.example.levels[state]
        line = _level(level, theme)
        apart = check.example.disconnected.get(state, level)
        if apart != level:
            unconnected = QCoreApplication.translate("Checks", "while not connected")
            line += f"; {escape(unconnected)}: {_level(apart, theme)}"
        rows.append(f"<tr><td style='padding:2px 24px 2px 0'>{escape(name)}</td><td>{line}</td></tr>")
    return f"<table>{''.join(rows)}</table>"


def _level(level: Level, theme: Theme) -> str:
    names: dict[Level, str] = {
        "none": QCoreApplication.translate("Checks", "– says nothing"),
        "info": QCoreApplication.translate("Checks", "i note"),
        "warning": QCoreApplication.translate("Checks", "⚠ warning: the migration may start"),
        "error": QCoreApplication.translate("Checks", "✕ error: the migration does not start"),
    }
    colour = theme.muted if level in ("none", "info") else severity_colour(theme, _SEVERITIES[level])
    return f"<span style='color:{colour}'>{escape(names[level])}</span>"


def _faults(check: Explanation) -> str:
    lines = [check.id and QCoreApplication.translate("Checks", "Check: {id}").format(id=check.id)]
    lines.append(
        QCoreApplication.translate("Checks", "Fault: {name}").format(name=check.fault)
        if check.fault
        else QCoreApplication.translate("Checks", "vSphere has no fault of its own for it.")
    )
    if check.also:
        lines.append(
            QCoreApplication.translate("Checks", "In other cases or releases: {names}").format(
                names=", ".join(check.also)
            )
        )
    if check.wrapper:
        lines.append(QCoreApplication.translate("Checks", "Wrapped in: {name}").format(name=check.wrapper))
    return "<p>" + "<br>".join(escape(line) for line in lines) + "</p>"
