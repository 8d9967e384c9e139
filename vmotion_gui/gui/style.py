"""What the palette cannot say: spacing, separators and cards, in the theme's colours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vmotion_gui import resources

if TYPE_CHECKING:
    from vmotion_gui.gui.theme import Theme


def style_sheet(theme: Theme) -> str:
    """The application's style sheet."""
    tint = theme.color("info", 60)
    checked = tint.name(tint.NameFormat.HexArgb)
    return f"""
QMainWindow::separator {{ background: {theme.border}; width: 1px; height: 1px; margin: 1px; }}
QMainWindow::separator:hover {{ background: {theme.info}; }}
QDockWidget {{ color: {theme.text}; font-weight: 600; }}
QDockWidget::title {{ background: {theme.panel}; padding: 5px 8px; border-bottom: 1px solid {theme.border}; }}
QToolBar {{
    background: {theme.panel}; border: 0; border-bottom: 1px solid {theme.border}; spacing: 4px; padding: 3px 6px;
}}
QToolBar::separator {{ background: {theme.border}; width: 1px; margin: 4px 6px; }}
QMenuBar {{ background: {theme.panel}; }}
QStatusBar {{ background: {theme.panel}; border-top: 1px solid {theme.border}; }}
QStatusBar::item {{ border: 0; }}
QTreeView, QTableView, QListView {{ border: 0; }}
QTreeView::item, QListWidget::item {{ padding: 2px 0; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {theme.border}; }}
QTabBar::tab {{
    background: {theme.panel}; color: {theme.muted}; padding: 6px 12px;
    border: 0; border-right: 1px solid {theme.border};
}}
QTabBar::tab:selected {{ background: {theme.background}; color: {theme.text}; border-top: 2px solid {theme.info}; }}
QTabBar::tab:bottom:selected {{ border-top: 0; border-bottom: 2px solid {theme.info}; }}
QTabBar::tab:hover {{ color: {theme.text}; }}
QHeaderView::section {{
    background: {theme.panel}; color: {theme.muted}; border: 0; border-bottom: 1px solid {theme.border};
    border-right: 1px solid {theme.grid}; padding: 4px 6px;
}}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; padding: 4px; }}
QFrame#card {{ background: {theme.raised}; border: 1px solid {theme.border}; border-radius: 4px; }}
QLabel#cardTitle {{ font-weight: 600; font-size: 11pt; }}
QLabel#stateWord {{ color: {theme.simulated}; font-weight: 600; padding: 0 8px; }}
QToolButton:checked {{ background: {checked}; border: 1px solid {theme.info}; border-radius: 3px; }}
{_boxes(theme)}"""


def _boxes(theme: Theme) -> str:
    """Check boxes and radio buttons with a rim that is seen on any ground; Fusion's own is the ground, darkened."""
    kinds = [f"{widget}::indicator" for widget in ("QCheckBox", "QGroupBox", "QTreeView", "QListView", "QTableView")]
    radio = "QRadioButton::indicator"

    def rule(selectors: Iterable[str], state: str, body: str) -> str:
        return f"{', '.join(f'{selector}{state}' for selector in selectors)} {{ {body} }}\n"

    def image(mark: str) -> str:
        path = resources.path(f"marks/{mark}-{'light' if theme.dark else 'dark'}.svg").as_posix()
        return f'image: url("{path}");'

    return "".join(
        (
            rule(
                (*kinds, radio),
                "",
                f"width: 1em; height: 1em; background: {theme.background}; border: 1px solid {theme.muted};",
            ),
            rule(kinds, "", "border-radius: 2px;"),
            rule((radio,), "", "border-radius: 0.5em;"),
            rule((*kinds, radio), ":disabled", f"border-color: {theme.border};"),
            rule((*kinds, radio), ":hover", f"border-color: {theme.info};"),
            rule(kinds, ":checked", image("check")),
            rule(kinds, ":indeterminate", image("partly")),
            rule((radio,), ":checked", image("dot")),
        )
    )
