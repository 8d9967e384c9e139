"""Every form in which a plan is handed over, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Catalogue
from vmotion_gui.planning.handover.ansible import ansible_playbook
from vmotion_gui.planning.handover.from_plan import rolling_work, work_of
from vmotion_gui.planning.handover.govc import govc_script
from vmotion_gui.planning.handover.html import html_page
from vmotion_gui.planning.handover.page import Page, Window, runbook
from vmotion_gui.planning.handover.powercli import powercli_script
from vmotion_gui.planning.handover.rolling_page import rolling_runbook
from vmotion_gui.planning.handover.table import csv_table
from vmotion_gui.planning.handover.work import Work
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.planning.maintenance.rolling import RollingPlan
from vmotion_gui.simulation.forecast import Range

Form = Literal["html", "pdf", "csv", "powercli", "govc", "ansible"]
FORMS: tuple[Form, ...] = ("html", "pdf", "csv", "powercli", "govc", "ansible")
RUNBOOKS: tuple[Form, ...] = ("html", "pdf")
"""They tell also why there is no plan; all others do something, or lead to it."""


class Handover(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with what a runbook tells beside it."""

    inventory: Inventory
    plan: Plan
    title: str
    duration: Range | None = None
    window: Window | None = None


def written(form: Form, handed: Handover, words: Catalogue) -> bytes:
    """The plan in a form, with its texts in a language. ValueError for names that a form cannot hold."""
    if form in RUNBOOKS:
        return _PAGES[form](_page(handed, words))
    return in_steps(form, work_of(handed.inventory, handed.plan, handed.title), words)


def rolling_written(form: Form, inventory: Inventory, plan: RollingPlan, title: str, words: Catalogue) -> bytes:
    """A cluster's plan in a form; otherwise as `written`."""
    if form in RUNBOOKS:
        return _PAGES[form](rolling_runbook(inventory, plan, words, title=title))
    return in_steps(form, rolling_work(inventory, plan, title), words)


def in_steps(form: Form, work: Work, words: Catalogue) -> bytes:
    """Steps as a script or table. KeyError for a runbook, which tells more than steps."""
    text = _STEPS[form](work, words)
    return text.encode("utf-8-sig" if form == "csv" else "utf-8")


def _page(handed: Handover, words: Catalogue) -> Page:
    return runbook(
        handed.inventory, handed.plan, words, title=handed.title, duration=handed.duration, window=handed.window
    )


def _pdf(page: Page) -> bytes:
    from vmotion_gui.planning.handover.pdf import pdf_page  # its library takes long to load, and few want it

    return pdf_page(page)


_PAGES: dict[str, Callable[[Page], bytes]] = {"html": lambda page: html_page(page).encode(), "pdf": _pdf}
_STEPS: dict[str, Callable[[Work, Catalogue], str]] = {
    "csv": csv_table,
    "powercli": powercli_script,
    "govc": govc_script,
    "ansible": ansible_playbook,
}
