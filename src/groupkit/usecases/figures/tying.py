"""Tables that share counts, as one."""

from __future__ import annotations

from collections.abc import Iterable

from groupkit.domain.protection import Relation, Report, joined


def tied(ties: Iterable[Relation], *reports: Report) -> Report:
    """Return reports joined with those of ``ties`` that hold.

    One that does not hold ties nothing: of a time that begins within a quarter, a woman who was
    erased is counted with the whole quarter.
    """
    whole = joined(reports)
    hold = [
        tie
        for tie in ties
        if whole.value(tie.total) == sum(whole.value(part) for part in tie.parts)
    ]
    return Report(whole.cells, (*whole.relations, *hold))
