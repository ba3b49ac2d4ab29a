"""Papers that tell are noted in the log, those that name nobody are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.form import DISCREET
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Rights, Role
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.looking import note_reading
from groupkit.usecases.printing import Printer
from groupkit.wiring.vault import StoreVault

TODAY = dt.date(2027, 3, 1)
PASSPHRASE, OTHER = "lampe gravko fjord syltet", "violet skovsti over kanten"
LetIn = Callable[..., UUID]


@pytest.fixture
def printer(library: ShippedLibrary) -> Printer:
    return Printer(library, PdfPress(), Language("da"))


def noted(store: Store) -> list[tuple[Deed, Subject, UUID | None]]:
    with store.work() as work:
        entries = work.log.entries()
    looked = (Deed.READ, Deed.PRINTED)
    return [(each.deed, each.subject, each.record) for each in entries if each.deed in looked]


@pytest.mark.parametrize("by_alias", [True, False])
def test_attendance_on_paper_is_noted_by_alias_and_by_number(
    store: Store, printer: Printer, group: Group, women: LetIn, by_alias: bool
) -> None:
    women("Anemone")
    printer.attendance(store, group.id, today=TODAY, by_alias=by_alias)
    assert noted(store) == [(Deed.PRINTED, Subject.ATTENDANCE, group.id)]


def test_papers_that_name_no_woman_are_not_noted(
    store: Store, printer: Printer, group: Group, sessions: tuple[Session, ...]
) -> None:
    printer.run_sheet(store, sessions[0].id)
    printer.plan(store, group.id)
    for topic in printer.library.topics("da")[:2]:
        printer.handout_of(store, topic, DISCREET)
    assert noted(store) == []


def test_the_log_on_paper_is_noted_and_the_head_covers_it(
    store: Store, printer: Printer, group: Group
) -> None:
    printer.log_head(store, TODAY)
    printer.change_log(store, TODAY)
    assert noted(store) == [(Deed.PRINTED, Subject.LOG, None)] * 2
    with store.work() as work:
        head = work.log.head()
    assert head.number == 4
    assert store.check_log(head).whole


def test_reading_a_womans_page_or_note_is_noted(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    woman = women("Anemone")
    note_reading(store, woman, sessions[0].id)
    note_reading(store, woman, None)
    assert noted(store) == [
        (Deed.READ, Subject.PARTICIPANT, woman),
        (Deed.READ, Subject.OWN_NOTE, sessions[0].id),
    ]


def test_only_owners_print_the_log(tmp_path: Path, printer: Printer) -> None:
    vault, folder = StoreVault(CHEAPEST), tmp_path / "arkiv"
    made, _ = vault.create(folder, PASSPHRASE, House("Huset"), "Anna Opdigtet")
    facilitator = Rights(frozenset({Role.FACILITATOR}))
    made.access.add(PASSPHRASE, "Berit", facilitator, OTHER, TODAY)
    made.close()
    store = vault.open(folder, OTHER)
    try:
        for make in (printer.change_log, printer.log_head):
            with pytest.raises(Refused) as refused:
                make(store, TODAY)
            assert isinstance(refused.value.refusal, NotForYourRole)
    finally:
        store.close()
