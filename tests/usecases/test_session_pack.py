"""What is printed for a session, for how many, and which texts it used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from pdf_reading import everything, page_texts, text

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.agenda import Agenda
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.discretion import telling_words
from groupkit.domain.form import DISCREET, PLAIN
from groupkit.domain.house import House
from groupkit.domain.material import GUIDE, HANDOUT, WORKSHEET, OwnSheet, Sharing, TextKey
from groupkit.domain.participant import Membership, Pause
from groupkit.domain.refusal import NotFound, Refused
from groupkit.domain.session import Session
from groupkit.domain.session_pack import RUN_SHEET, PackLine, usual_lines
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.changes import Kind
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.own_topics import change_sheet
from groupkit.usecases.preparing import give_topic, put_prepared, topic_named
from groupkit.usecases.recording import finish, reopen
from groupkit.usecases.session_pack import PackChoice, Packer, SessionMaterial, session_material
from groupkit.usecases.used_texts import note_printed
from groupkit.usecases.writing import approve, write_draft

SHIPPED, PRESS, DANISH = ShippedLibrary(), PdfPress(), Language("da")
SAFETY = topic_named(SHIPPED, "safety", "da")
KEY = TextKey("safety", HANDOUT, "da")
BEFORE, LATER = dt.date(2027, 1, 1), dt.date(2027, 12, 1)
HOUSE = House("Huset Ærø")


def moment() -> dt.datetime:
    return dt.datetime(2027, 3, 12, 9, tzinfo=dt.UTC)


def library(store: Store) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def material(store: Store, session: Session) -> SessionMaterial:
    return session_material(store, library(store), session.id, DANISH)


def packer(store: Store) -> Packer:
    return Packer(store, library(store), PRESS, DANISH, HOUSE)


def usual(found: SessionMaterial, women: int = 3) -> PackChoice:
    return PackChoice(usual_lines(found.sheets, "da", women=women, leaders=found.leaders))


def adapt(store: Store, key: TextKey = KEY, source: str = "# Vores eget\n\nHej.") -> None:
    write_draft(store, library(store), key, source, moment)
    approve(store, key, moment)


@pytest.fixture
def session(store: Store, sessions: tuple[Session, ...]) -> Session:
    """A session about safety, which has a handout and a worksheet."""
    return give_topic(store, sessions[1].id, SAFETY).value.session


def used(store: Store, session: Session) -> dict[TextKey, str]:
    with store.work() as work:
        return dict(work.texts.used_by(session.id))


def test_women_are_counted_on_the_sessions_day(
    store: Store, session: Session, women: Callable[..., UUID]
) -> None:
    women("Anemone")
    women("Bellis", left=session.day)
    women("Dahlia", left=session.day - dt.timedelta(days=1))
    women("Erantis", session.day + dt.timedelta(days=1))
    women("Fresia")
    with store.work() as work:
        members = work.members.of_group(session.group_id)
        fresia: Membership = next(m for m in members if m.participant.alias == "Fresia")
        work.members.change(replace(fresia, pauses=(Pause(session.day),)))
        work.commit()
    found = material(store, session)
    assert found.women == 2
    assert found.leaders == 2


def test_without_a_topic_there_is_the_run_sheet_alone(
    store: Store, sessions: tuple[Session, ...]
) -> None:
    found = material(store, sessions[3])
    assert [sheet.name for sheet in found.sheets] == [RUN_SHEET]
    assert found.texts == {}
    put_prepared(store, sessions[3].id, "findes-ikke", Agenda())
    assert [sheet.name for sheet in material(store, sessions[3]).sheets] == [RUN_SHEET]
    with pytest.raises(Refused) as refused:
        session_material(store, library(store), UUID(int=1), DANISH)
    assert isinstance(refused.value.refusal, NotFound)


def test_the_papers_are_the_topics_with_their_classes_and_languages(
    store: Store, session: Session
) -> None:
    stays = OwnSheet("safety", "vores-kort", Sharing.STAYS_HERE)
    gone = OwnSheet("safety", "gammelt", Sharing.TAKE_HOME, retired=True)
    ours = OwnSheet("safety", "noter", Sharing.FACILITATORS)
    empty = OwnSheet("safety", "tomt", Sharing.TAKE_HOME)
    for sheet in (stays, gone, ours, empty):
        change_sheet(store, sheet)
    for name in ("vores-kort", "gammelt", "noter"):
        adapt(store, TextKey("safety", name, "da"), f"# Ark {name}\n\nTekst.")
    adapt(store, TextKey("safety", HANDOUT, "so"), "# Nabad\n\nWaan ku salaamay.")
    found = {sheet.name: sheet for sheet in material(store, session).sheets}
    assert set(found) == {RUN_SHEET, GUIDE, HANDOUT, WORKSHEET, "vores-kort", "noter"}
    assert found["vores-kort"].sharing is Sharing.STAYS_HERE
    assert found["noter"].is_for_facilitators
    assert found[HANDOUT].languages == ("da", "en", "so")
    pdf = packer(store).pack(material(store, session), usual(material(store, session))).pdf
    pages = page_texts(pdf)
    assert pages.index(next(p for p in pages if "Ark noter" in p)) < pages.index(
        next(p for p in pages if DANISH.say("To hand out") in p)
    )
    last = [page for page in pages if page][-3:]
    assert all("Ark vores-kort" in page for page in last)
    assert all(DANISH.pick("sheet", "Stays here") in page for page in last)


def test_the_pile_names_no_woman_and_its_title_tells_nothing(
    store: Store, session: Session, women: Callable[..., UUID]
) -> None:
    women("Anemone")
    found = material(store, session)
    paper = packer(store).pack(found, usual(found))
    assert "Anemone" not in everything(paper.pdf)
    told = f"{paper.title} {paper.file_name}"
    assert telling_words(told, SHIPPED.telling_stems()) == ()
    assert "Huset" not in told
    assert paper.both_sides


def test_what_is_handed_out_carries_neither_house_nor_telling_word(
    store: Store, session: Session
) -> None:
    found = material(store, session)
    pages = page_texts(packer(store).pack(found, usual(found)).pdf)
    divider = next(at for at, page in enumerate(pages) if DANISH.say("To hand out") in page)
    women = " ".join(pages[divider:])
    assert telling_words(women, SHIPPED.telling_stems()) == ()
    assert "Ærø" not in women


def test_no_divider_where_it_is_not_wanted_or_divides_nothing(
    store: Store, session: Session
) -> None:
    found = material(store, session)
    choice = usual(found)
    ours = [line for line in choice.lines if line.sharing is Sharing.FACILITATORS]
    for fewer in (replace(choice, divider=False), replace(choice, lines=tuple(ours))):
        said = text(packer(store).pack(found, fewer).pdf)
        assert DANISH.say("To hand out") not in said


def test_pages_are_those_of_the_paper_alone(store: Store, session: Session) -> None:
    found = material(store, session)
    for line in usual(found).lines:
        if line.copies:
            alone = packer(store).one(found, line).pdf
            assert packer(store).pages(found, line) == len(page_texts(alone))


def test_printing_keeps_the_texts_and_is_noted(store: Store, session: Session) -> None:
    found = material(store, session)
    line = PackLine(HANDOUT, Sharing.TAKE_HOME, "da", DISCREET, 2)
    none = replace(line, language="en", copies=0)
    sheet = PackLine(RUN_SHEET, Sharing.FACILITATORS, "da", PLAIN, 1)
    done = note_printed(store, session.id, found.used([line, none, sheet]), today=BEFORE)
    assert done.changes.kinds == {Kind.SESSION}
    assert used(store, session) == {KEY: SAFETY.handout}
    with store.work() as work:
        newest = work.log.entries()[0]
    assert (newest.deed, newest.subject, newest.record) == (
        Deed.PRINTED,
        Subject.SESSION,
        session.id,
    )


def test_before_the_session_the_newest_print_counts(store: Store, session: Session) -> None:
    note_printed(store, session.id, {KEY: SAFETY.handout}, today=session.day)
    assert material(store, session).changed == ()
    adapt(store)
    (changed,) = material(store, session).changed
    assert (changed.key, changed.source, changed.approved) == (KEY, SAFETY.handout, None)
    assert changed.title in SAFETY.handout
    note_printed(store, session.id, {KEY: "# Vores eget\n\nHej."}, today=session.day)
    assert material(store, session).changed == ()


@pytest.mark.parametrize("by", ["day", "record"])
def test_once_it_was_held_what_it_used_stays(store: Store, session: Session, by: str) -> None:
    note_printed(store, session.id, {KEY: SAFETY.handout}, today=BEFORE)
    adapt(store)
    today = session.day
    if by == "record":
        finish(store, session.id, today=today)
    else:
        today = LATER
    again = {KEY: "# Vores eget\n\nHej.", TextKey("safety", GUIDE, "da"): SAFETY.guide}
    note_printed(store, session.id, again, today=today)
    assert used(store, session) == again | {KEY: SAFETY.handout}
    (changed,) = material(store, session).changed
    printed = packer(store).as_used(changed, DISCREET)
    assert printed == packer(store).as_used(changed, DISCREET)
    alone = Packer(store, HouseLibrary(SHIPPED), PRESS, DANISH, HOUSE)
    line = PackLine(HANDOUT, Sharing.TAKE_HOME, "da", DISCREET, 1)
    shipped = session_material(store, HouseLibrary(SHIPPED), session.id, DANISH)
    shipped = replace(shipped, texts=dict(shipped.texts) | {KEY: SAFETY.handout})
    assert printed.pdf == alone.one(shipped, line).pdf
    assert "Vores eget" not in text(printed.pdf)


def test_the_day_of_the_version_used_is_told(store: Store, session: Session) -> None:
    adapt(store)
    note_printed(store, session.id, {KEY: "# Vores eget\n\nHej."}, today=BEFORE)
    adapt(store, source="# Nyere\n\nHej igen.")
    (changed,) = material(store, session).changed
    assert changed.approved == moment()
    assert changed.title == "Vores eget"


def test_another_topics_texts_are_not_told(store: Store, session: Session) -> None:
    note_printed(store, session.id, {KEY: "noget andet"}, today=BEFORE)
    give_topic(store, session.id, topic_named(SHIPPED, "children", "da"))
    assert material(store, session).changed == ()


def test_finishing_the_record_keeps_the_texts_that_were_not_printed(
    store: Store, session: Session
) -> None:
    note_printed(store, session.id, {KEY: "trykt"}, today=BEFORE)
    texts = material(store, session).texts_in("da")
    assert set(texts) == {TextKey("safety", name, "da") for name in (GUIDE, HANDOUT, WORKSHEET)}
    finish(store, session.id, today=LATER, texts=texts)
    assert used(store, session) == texts | {KEY: "trykt"}
    reopen(store, session.id, today=LATER)
    adapt(store)
    finish(store, session.id, today=LATER, texts=material(store, session).texts_in("da"))
    assert used(store, session) == texts | {KEY: "trykt"}


def test_a_refused_print_keeps_nothing(store: Store, session: Session) -> None:
    with pytest.raises(Refused):
        note_printed(store, UUID(int=1), {KEY: "x"}, today=BEFORE)
    assert used(store, session) == {}
