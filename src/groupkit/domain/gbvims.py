"""The kinds of incidents in the classification of the GBVIMS, for houses that report by it.

GBVIMS (Gender-Based Violence Information Management System, classification tool of 2010) counts
each incident under one type, the first that applies: rape, sexual assault, physical assault,
forced marriage, denial of resources, psychological abuse. We do not ask what parts rape from
sexual assault, so both stand under one name here and a human decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from groupkit.domain.incident import IncidentKind


class GbvType(StrEnum):
    """The types that our kinds lead to, in the order in which they are asked."""

    SEXUAL = "rape_or_sexual_assault"
    PHYSICAL = "physical_assault"
    RESOURCES = "denial_of_resources"
    PSYCHOLOGICAL = "psychological_abuse"


_TYPES = {
    IncidentKind.SEXUAL: GbvType.SEXUAL,
    IncidentKind.PHYSICAL: GbvType.PHYSICAL,
    IncidentKind.ECONOMIC: GbvType.RESOURCES,
    IncidentKind.MATERIAL: GbvType.RESOURCES,
    IncidentKind.PSYCHOLOGICAL: GbvType.PSYCHOLOGICAL,
    IncidentKind.DIGITAL: GbvType.PSYCHOLOGICAL,
    IncidentKind.STALKING: GbvType.PSYCHOLOGICAL,
}


def gbv_type(kinds: Iterable[IncidentKind]) -> GbvType:
    """Return the one type under which an incident of these kinds (at least one) is counted."""
    found = {_TYPES[kind] for kind in kinds}
    return next(each for each in GbvType if each in found)
