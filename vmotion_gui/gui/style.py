"""What the palette cannot say: spacing, separators and cards, in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
QTreeView::item {{ padding: 2px 0; }}
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
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; padding: 4px; }}
QFrame#card {{ background: {theme.raised}; border: 1px solid {theme.border}; border-radius: 4px; }}
QLabel#cardTitle {{ font-weight: 600; font-size: 11pt; }}
QLabel#stateWord {{ color: {theme.simulated}; font-weight: 600; padding: 0 8px; }}
QToolButton:checked {{ background: {checked}; border: 1px solid {theme.info}; border-radius: 3px; }}
"""
