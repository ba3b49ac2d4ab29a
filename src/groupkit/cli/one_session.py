"""The attendance of one session, cut out of the group's summary."""

from __future__ import annotations

from dataclasses import replace

from groupkit.domain.attendance import Tally, tally
from groupkit.usecases.papers import AttendancePaper, AttendanceRow


def only_session(paper: AttendancePaper, at: int) -> AttendancePaper:
    """Return the summary with the session at position ``at`` alone, and the women of its day."""
    column = paper.columns[at]
    rows = tuple(_row(row, at, held=column.held) for row in paper.rows if row.cells[at].member)
    return replace(paper, columns=(column,), rows=rows, total=column.tally)


def _row(row: AttendanceRow, at: int, *, held: bool) -> AttendanceRow:
    cell = row.cells[at]
    return replace(row, cells=(cell,), tally=tally([cell.status]) if held else Tally())
