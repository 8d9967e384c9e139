"""How the window says what DRS found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.topology.facts import short
from vmotion_gui.messages import message
from vmotion_gui.planning.drs.recommend import Recommendation
from vmotion_gui.planning.drs.score import BUCKETS, ClusterScore


def percent(value: float) -> str:
    """A share from 0 to 1 as a whole percentage."""
    return QCoreApplication.translate("Drs", "{number} %").format(number=QLocale().toString(round(100.0 * value)))


def move_text(context: Context, move: Recommendation) -> str:
    """ "Migrate vm from a to b"."""
    return QCoreApplication.translate("Drs", "Migrate {vm} from {source} to {destination}").format(
        vm=context.name(move.vm),
        source=short(context.name(move.source)),
        destination=short(context.name(move.destination)),
    )


def reason_text(context: Context, move: Recommendation) -> str:
    """Why DRS recommends a move."""
    args = {"rule": move.rule} if move.rule else {}
    return context.language.text(message(f"drs.reason.{move.reason}", **args))


def score_text(before: ClusterScore, after: ClusterScore) -> str:
    """The cluster's score and imbalance, now and with all recommendations applied."""
    text = QCoreApplication.translate(
        "Drs", "Imbalance of the hosts: CPU {cpu} → {cpu_after}, memory {memory} → {memory_after}."
    )
    imbalance = text.format(
        cpu=percent(before.cpu_imbalance),
        cpu_after=percent(after.cpu_imbalance),
        memory=percent(before.memory_imbalance),
        memory_after=percent(after.memory_imbalance),
    )
    score = QCoreApplication.translate("Drs", "Score with all recommendations applied: {score}.").format(
        score=percent(after.score)
    )
    return f"{imbalance} {score}"


def bucket_text(score: ClusterScore) -> str:
    """How many VMs are in each fifth of the score."""
    width = 100 // BUCKETS
    parts = [
        QCoreApplication.translate("Drs", "{low}–{high} %: {count}").format(
            low=number * width, high=(number + 1) * width, count=QLocale().toString(count)
        )
        for number, count in enumerate(score.buckets)
    ]
    return QCoreApplication.translate("Drs", "VM DRS score: {buckets}").format(buckets=" · ".join(parts))
