"""What the types of a lab document cannot say: whether its parts fit each other. Everything at once, each
with its place.
"""

from __future__ import annotations

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import Problem
from vmotion_gui.inventory.validation import commands, identity, machines, networks, places, references
from vmotion_gui.inventory.validation.material import Material

__all__ = ["Material", "validate", "validate_lab"]

_CHECKS = (
    identity.duplicate_ids,
    identity.duplicate_parts,
    references.unknown_references,
    places.cycles,
    places.mismatched_places,
    places.capacities,
    networks.addresses,
    networks.membership,
    networks.allocations,
    networks.link_ends,
    machines.sizes,
    machines.workloads,
    commands.command_problems,
)


def validate(material: Material) -> list[Problem]:
    """Every fault in how the parts of a document fit together; empty if there is none."""
    return [problem for check in _CHECKS for problem in check(material)]


def validate_lab(lab: Lab) -> list[Problem]:
    """The same for a lab that was made by a program; places are those of the document that `dumps` would
    write.
    """
    return validate(Material.of_document(lab.to_document()))
