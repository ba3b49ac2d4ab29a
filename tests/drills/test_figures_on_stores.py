"""Reports of generated stores, every number recomputed by plain SQL; and what a report costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.house import House
from groupkit.domain.refusal import GivenUp, Refused
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.table import Count, Report, Share, Table
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.usecases.demonstrating import Demonstration, Size, fill
from groupkit.usecases.figures.report import Reporter

TODAY = dt.date(2027, 1, 27)
YEAR = Choice(About.YEAR, Audience.HOUSE, Span(Unit.YEAR, 2026))
PLACES = """
SELECT s.id, s.day, s.group_id, p.participant_id, m.status
FROM session s
JOIN (SELECT DISTINCT group_id, participant_id, joined, left_on FROM membership) p
  ON p.group_id = s.group_id AND p.joined <= s.day AND (p.left_on IS NULL OR p.left_on >= s.day)
LEFT JOIN mark m ON m.session_id = s.id AND m.participant_id = p.participant_id
WHERE s.day BETWEEN '2026-01-01' AND '2026-12-31' AND s.day <= '2027-01-27' AND s.cancelled = 0
  AND coalesce(m.status, '') <> 'not_invited'
  AND NOT (m.status IS NULL AND EXISTS (
    SELECT 1 FROM pause x JOIN membership y ON y.id = x.membership_id
    WHERE y.group_id = s.group_id AND y.participant_id = p.participant_id
      AND x.first <= s.day AND (x.last IS NULL OR x.last >= s.day)))
"""
CAME = "('present', 'late', 'left_early')"
MOST_GROWTH = 3.0
"""How much dearer a mark may be in a store ten times as large: the data grows, not its cost."""


@pytest.fixture(scope="module")
def library() -> ShippedLibrary:
    return ShippedLibrary()


@pytest.fixture(params=list(Size), scope="module")
def filled(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    library: ShippedLibrary,
    full: bool,
) -> Iterator[Store]:
    """Yield a store of each size, the country's only in full."""
    if request.param is Size.NATIONAL and not full:
        pytest.skip("only with --full")
    folder = tmp_path_factory.mktemp(f"figures-{request.param}")
    store = create(folder / "store" / "store.db", new_keyring(), House("Huset"), "Anna Opdigtet")
    fill(store, library, Demonstration(request.param, 7, "da", TODAY), lambda *_: None)
    yield store
    store.close()


def rows_of(store: Store, question: str) -> list[tuple[object, ...]]:
    with store.work() as work:
        connection = work._connection
        return [tuple(row) for row in connection.exec_driver_sql(question).fetchall()]


def table(report: Report, slug: str) -> Table:
    return next(each for each in report.tables() if each.slug == slug)


def counts(found: Table, label: str) -> list[int]:
    row = next(each for each in found.rows if each.label == label)
    numbers = [cell.value for cell in row.cells if isinstance(cell, Count)]
    share = [(cell.part, cell.whole) for cell in row.cells if isinstance(cell, Share)]
    return [*numbers, *(share[0] if share else ())]


def test_the_years_numbers_are_what_plain_sql_counts(
    filled: Store, library: ShippedLibrary
) -> None:
    report = Reporter(filled, library, Language("en"), TODAY).report(YEAR)
    [expected] = rows_of(
        filled,
        f"""
        SELECT count(*), sum(status = 'present'), sum(status = 'late'),
          sum(status = 'left_early'), sum(status = 'absent_notice'),
          sum(status = 'absent_no_notice'), sum(status IS NULL),
          sum(coalesce(status, '') IN {CAME}), sum(status IS NOT NULL)
        FROM ({PLACES})
        """,  # noqa: S608
    )
    shown = counts(table(report, "attendance"), "In all")
    assert shown == [int(number or 0) for number in expected]
    by_group = rows_of(
        filled,
        f"""SELECT g.name, count(*) FROM ({PLACES}) x JOIN "group" g ON g.id = x.group_id
        GROUP BY g.id""",  # noqa: S608
    )
    groups = {row.label: row.cells[0] for row in table(report, "groups").rows if row.group_id}
    assert {name: cell.value for name, cell in groups.items() if cell != Count(0)} == dict(by_group)
    [[began]] = rows_of(
        filled,
        "SELECT count(*) FROM membership WHERE joined BETWEEN '2026-01-01' AND '2026-12-31'",
    )
    [[left]] = rows_of(
        filled,
        "SELECT count(*) FROM membership WHERE left_on BETWEEN '2026-01-01' AND '2026-12-31'",
    )
    members = table(report, "members")
    assert counts(members, "Began in a group") == [began]
    assert counts(members, "Left a group") == [left]


def test_nominations_and_incidents_are_what_plain_sql_counts(
    filled: Store, library: ShippedLibrary
) -> None:
    report = Reporter(filled, library, Language("en"), TODAY).report(YEAR)
    [[made]] = rows_of(
        filled, "SELECT count(*) FROM nomination WHERE made BETWEEN '2026-01-01' AND '2026-12-31'"
    )
    [[seats]] = rows_of(
        filled,
        "SELECT count(*) FROM nomination WHERE decision = 'seat'"
        " AND decided BETWEEN '2026-01-01' AND '2026-12-31'",
    )
    nominations = table(report, "nominations")
    assert counts(nominations, "Nominations") == [made]
    assert counts(nominations, "A seat") == [seats]
    [[told]] = rows_of(filled, "SELECT count(*) FROM incident_tally WHERE year = 2026")
    assert counts(table(report, "incidents"), "Incidents in all")[-1] == told


def test_a_report_can_be_given_up(filled: Store, library: ShippedLibrary) -> None:
    asked: list[float] = []

    def look(done: float) -> None:
        asked.append(done)
        if done >= 0.4:
            raise Refused(GivenUp())

    with pytest.raises(Refused) as no:
        Reporter(filled, library, Language("da"), TODAY).report(YEAR, look)
    assert no.value.refusal == GivenUp()
    assert asked == sorted(asked)


def test_a_years_report_costs_no_more_than_its_data(
    tmp_path: Path, library: ShippedLibrary, full: bool, figures: Callable[[str], None]
) -> None:
    sizes = [Size.SHELTER, Size.NATIONAL] if full else [Size.SMALL, Size.SHELTER]
    costs = []
    for size in sizes:
        store = create(tmp_path / size / "store.db", new_keyring(), House("Huset"), "Anna Opdigtet")
        made = fill(store, library, Demonstration(size, 7, "da", TODAY), lambda *_: None)
        reporter = Reporter(store, library, Language("da"), TODAY)
        taken = []
        for _ in range(3):
            began = perf_counter()
            reporter.report(YEAR)
            taken.append(perf_counter() - began)
        costs.append((min(taken), made.marks))
        store.close()
    (first, few), (second, many) = costs
    growth = (second / first) / (many / few)
    figures(
        f"a year's report: {first * 1000:.0f} ms for {few} marks in the store, "
        f"{second * 1000:.0f} ms for {many}; {growth:.2f} of the data's growth"
    )
    assert growth < MOST_GROWTH
