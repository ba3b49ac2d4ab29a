"""From nomination to seat on the screen: by keyboard and mouse, over a real store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.composition import Bond, Concern
from groupkit.domain.nomination import Answer, Decision, Stage, Verdict
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.language.care_words import concern_sentence, decision_word
from groupkit.ui.pages.nominations.deciding import DecidingSheet
from groupkit.ui.pages.nominations.form import NominationForm
from groupkit.ui.pages.nominations.page import NominationsPage
from groupkit.ui.pages.nominations.rows import DecidedRow, OpenRow
from groupkit.ui.pages.nominations.ties_sheet import TiesSheet
from groupkit.ui.pages.nominations.whole import WholeSheet
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.nominating import Entry, board, decide, ties
from groupkit.usecases.planning import group_cards

Demo = Callable[[], Screen]
DANISH = Language("da")
say = DANISH.say
HERS = "kedel månestof ribs trappe"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(demo: Demo) -> Screen:
    """The demo house, at its board of nominations."""
    shown = demo()
    shown.key(Qt.Key.Key_5, CTRL)
    assert shown.workspace.place.page is PageName.NOMINATIONS
    return shown


def entry(screen: Screen, alias: str) -> Entry:
    found = screen.in_store(lambda store: board(store, TODAY))
    return next(each for each in found.entries if each.participant.alias == alias)


def aliases(screen: Screen, stage: Stage) -> list[str]:
    found = screen.in_store(lambda store: board(store, TODAY))
    return [each.participant.alias for each in found.at(stage)]


def shown(screen: Screen, kind: type[Row] = OpenRow) -> list[str]:
    """Return what the visible rows are called, from the top."""
    rows = [row for row in screen.window.findChildren(kind) if row.isVisible()]
    rows.sort(key=lambda row: row.mapTo(screen.window, row.rect().topLeft()).y())
    return [row.accessibleName() for row in rows]


def sheet(screen: Screen, kind: type) -> list[object]:
    return [each for each in screen.window.findChildren(kind) if each.isVisible()]


def choose(screen: Screen, decision: Decision) -> None:
    screen.click(f"{list(Decision).index(decision) + 1}  {decision_word(decision, DANISH)}")


def save(screen: Screen) -> None:
    screen.key(Qt.Key.Key_Return, CTRL)


def open_to_decide(screen: Screen, alias: str) -> None:
    screen.press(say("Decide for {alias}", alias=alias))


def test_what_has_waited_longest_stands_on_top_of_its_part(screen: Screen) -> None:
    found = screen.in_store(lambda store: board(store, TODAY))
    talks = [e for e in found.entries if e.nomination.stage in {Stage.NOMINATED, Stage.TALKED}]
    expected = [e.participant.alias for e in (*talks, *found.at(Stage.WAITING))]
    assert [name.split(",")[0] for name in shown(screen)] == expected
    assert [e.days_waited for e in talks] == sorted((e.days_waited for e in talks), reverse=True)
    assert "76 dage" in shown(screen)[len(talks)]


def test_from_nomination_to_seat_by_keyboard_alone(screen: Screen) -> None:
    screen.key(Qt.Key.Key_N, CTRL)
    screen.type("Brunelle")
    screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_Tab)
    screen.type("Kontakt Spurv")
    save(screen)
    assert not sheet(screen, NominationForm)
    made = entry(screen, "Brunelle").nomination
    assert (made.contact_person, made.made, made.stage) == (
        "Kontakt Spurv", TODAY, Stage.NOMINATED,
    )  # fmt: skip

    row = next(r for r in screen.window.findChildren(OpenRow) if "Brunelle" in r.accessibleName())
    row.setFocus()
    screen.key(Qt.Key.Key_Return)
    (form,) = sheet(screen, NominationForm)
    assert isinstance(form, NominationForm)
    form._considered["language"][0].take_focus()
    screen.key(Qt.Key.Key_3)
    form._talked.input.setFocus()
    screen.key(Qt.Key.Key_Space)
    form._yes.input.setFocus()
    screen.key(Qt.Key.Key_Space)
    save(screen)
    corrected = entry(screen, "Brunelle").nomination
    assert corrected.language.answer is Answer.WITH_SUPPORT
    assert (corrected.conversation, corrected.said_yes) == (TODAY, TODAY)

    open_to_decide(screen, "Brunelle")
    screen.key(Qt.Key.Key_2)
    save(screen)
    assert "Brunelle" in aliases(screen, Stage.WAITING)

    open_to_decide(screen, "Brunelle")
    screen.key(Qt.Key.Key_1)
    save(screen)
    assert "Brunelle" in aliases(screen, Stage.SEATED)
    group = screen.in_store(lambda store: group_cards(store, TODAY))[0].group
    screen.go(Place(PageName.GROUP, group.id, tab="participants"))
    assert any("Brunelle" in name for name in shown(screen, Row))


def test_a_seat_is_given_by_mouse_with_what_to_think_of_in_sight(screen: Screen) -> None:
    her = entry(screen, "Anemone").participant.id
    other = screen.in_store(lambda store: ties(store, her))
    alias = other[0][1].alias
    screen.click(say("Decide for {alias}", alias="Anemone"))
    choose(screen, Decision.SEAT)
    banners = [b.text() for b in screen.window.findChildren(Banner) if b.isVisible()]
    assert concern_sentence(Concern.CONFLICT, DANISH) in banners
    assert not any(alias in text for text in banners)
    screen.click(say("Save"))
    assert "Anemone" in aliases(screen, Stage.SEATED)
    screen.click(say("Undo"))
    assert "Anemone" in aliases(screen, Stage.WAITING)


def test_who_has_not_said_yes_gets_no_seat_and_is_told_why(screen: Screen) -> None:
    [alias] = aliases(screen, Stage.NOMINATED)
    open_to_decide(screen, alias)
    choose(screen, Decision.SEAT)
    save(screen)
    (form,) = sheet(screen, DecidingSheet)
    assert isinstance(form, DecidingSheet)
    assert form._decision.error()
    assert aliases(screen, Stage.NOMINATED) == [alias]


def test_nothing_chosen_is_told_at_the_decision(screen: Screen) -> None:
    open_to_decide(screen, "Anemone")
    save(screen)
    assert screen.sees(say("Choose what is decided."))


def test_another_offer_is_kept_with_its_name_and_can_be_read(screen: Screen) -> None:
    open_to_decide(screen, "Anemone")
    choose(screen, Decision.OTHER_OFFER)
    box = screen.find(QComboBox, say("Which other offer"))
    QTest.keyClick(box, Qt.Key.Key_Down)
    save(screen)
    verdict = entry(screen, "Anemone").nomination.verdict
    assert verdict is not None
    assert (verdict.decision, verdict.offer) == (Decision.OTHER_OFFER, "housing")
    fold = next(p for p in screen.window.findChildren(NominationsPage))._fold
    fold.setFocus()
    screen.key(Qt.Key.Key_Space)
    row = next(r for r in screen.window.findChildren(DecidedRow) if "Anemone" in r.accessibleName())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    screen.settle()
    assert sheet(screen, WholeSheet)
    assert screen.sees(DANISH.pick("offer", "Supported housing"))


def test_a_decision_made_meanwhile_is_not_made_twice(screen: Screen) -> None:
    known = entry(screen, "Anemone").nomination
    open_to_decide(screen, "Anemone")
    screen.in_store(
        lambda store: decide(
            store, known.id, Verdict(Decision.NOT_NOW, TODAY), known.revision, TODAY
        )
    )
    choose(screen, Decision.DECLINED)
    save(screen)
    toast = screen.window._toasts.shown
    assert toast is not None
    verdict = entry(screen, "Anemone").nomination.verdict
    assert verdict is not None
    assert verdict.decision is Decision.NOT_NOW
    screen.key(Qt.Key.Key_Escape)
    assert not any("Anemone" in name for name in shown(screen))


def test_who_is_decided_otherwise_can_be_nominated_again(screen: Screen) -> None:
    fold = next(p for p in screen.window.findChildren(NominationsPage))._fold
    fold.click()
    screen.settle()
    alias = aliases(screen, Stage.CLOSED)[0]
    screen.press(say("Nominate {alias} again", alias=alias))
    (form,) = sheet(screen, NominationForm)
    assert isinstance(form, NominationForm)
    assert not form._alias.isVisible()
    save(screen)
    assert alias in aliases(screen, Stage.NOMINATED)
    assert alias in aliases(screen, Stage.CLOSED)


def test_an_alias_that_is_there_is_told_of(screen: Screen) -> None:
    screen.press(say("Nominate a woman"))
    screen.type("anemone")
    assert screen.sees(entry(screen, "Anemone").participant.number)
    (form,) = sheet(screen, NominationForm)
    assert isinstance(form, NominationForm)
    assert entry(screen, "Anemone").participant.number in form._alias._hint.text()


def test_a_half_typed_nomination_outlives_a_lock(screen: Screen) -> None:
    screen.press(say("Nominate a woman"))
    screen.type("Brunelle")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert sheet(screen, NominationForm)
    assert screen.find(QLineEdit, say("First name or alias")).text() == "Brunelle"


def test_a_tie_is_kept_and_taken_away_with_a_way_back(screen: Screen) -> None:
    her = entry(screen, "Krokus").participant.id
    screen.press(say("What ties {alias} to others", alias="Krokus"))
    (form,) = sheet(screen, TiesSheet)
    assert isinstance(form, TiesSheet)
    assert not form._add.isEnabled()
    form._other.input.setFocus()
    screen.key(Qt.Key.Key_Down)
    form._bond.take_focus()
    screen.key(Qt.Key.Key_2)
    screen.press(say("Add"))
    (kept,) = screen.in_store(lambda store: ties(store, her))
    assert kept[0].bond is Bond.KIN
    screen.press(f"{say('Remove')}: {DANISH.pick('tie', 'Kin')}")
    assert screen.in_store(lambda store: ties(store, her)) == ()
    screen.press(say("Undo"))
    assert len(screen.in_store(lambda store: ties(store, her))) == 1


def test_a_search_leads_to_a_nomination(screen: Screen) -> None:
    screen.go(Place(PageName.TODAY))
    screen.key(Qt.Key.Key_K, CTRL)
    screen.type("krokus")
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.NOMINATIONS
    assert screen.find(QLineEdit, say("First name or alias")).text() == "Krokus"
    assert screen.workspace.place.id is None


def test_today_tells_of_those_who_wait_and_leads_to_them(screen: Screen) -> None:
    screen.go(Place(PageName.TODAY))
    told = DANISH.count("{n} woman waits for an answer", "{n} women wait for an answer", 5)
    row = next(r for r in screen.window.findChildren(Row) if told in r.accessibleName())
    row.setFocus()
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.NOMINATIONS


@pytest.mark.parametrize(("role", "sees"), [(Role.COORDINATOR, True), (Role.PEDAGOGUE, False)])
def test_only_who_has_the_key_to_people_comes_to_the_board(
    demo: Demo, role: Role, sees: bool
) -> None:
    screen = demo()
    rights, typed = Rights(frozenset({role})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY))
    screen.window.lock()
    screen.settle()
    screen.unlock(HERS)
    buttons = [b for b in screen.window.findChildren(QAbstractButton) if b.isVisible()]
    rail = DANISH.pick("rail", "Nominated")
    assert any(button.text() == rail for button in buttons) is sees
    screen.key(Qt.Key.Key_5, CTRL)
    screen.go(Place(PageName.SETTINGS))
    assert screen.sees(say("Aftercare groups")) is sees
    if sees:
        screen.go(Place(PageName.NOMINATIONS))
        assert shown(screen)
        open_to_decide(screen, "Krokus")
        choose(screen, Decision.WAITING)
        save(screen)
        assert screen.in_store(lambda store: board(store, TODAY)).at(Stage.WAITING)
    else:
        assert screen.workspace.place.page is not PageName.NOMINATIONS
        assert not screen.sees("Krokus")
