"""Guards while typing: a quiet word below the note, never a wall."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from screen import TODAY, Screen

from groupkit.domain.guards import GuardKind
from groupkit.domain.session import Session
from groupkit.domain.text import LONGEST_NOTE
from groupkit.ui.guard_strip import GuardStrip
from groupkit.ui.pages.session import SessionPage
from groupkit.ui.places import PageName, Place
from groupkit.usecases.recording import record, write_own_note

Demo = Callable[[], Screen]


def held(screen: Screen) -> Session:
    return [session for session in screen.sessions() if session.day <= TODAY][-1]


def opened(screen: Screen) -> SessionPage:
    screen.go(Place(PageName.SESSION, held(screen).id, tab="record"))
    screen.settle()
    page = screen.workspace.page
    assert isinstance(page, SessionPage)
    return page


def women(screen: Screen) -> list[str]:
    session = held(screen)
    lines = screen.in_store(lambda store: record(store, session.id)).roster
    return [line.membership.participant.alias for line in lines]


def type_group_note(screen: Screen, page: SessionPage, text: str) -> GuardStrip:
    note, strip = page._record._group_note, page._record._guard
    note.take_focus()
    note.set_value("")
    note.input.insertPlainText(text)
    screen.qtbot.waitUntil(lambda: bool(strip.seen) or not strip._pause.isActive(), timeout=5_000)
    screen.settle()
    return strip


def test_a_name_in_the_groups_note_can_go_to_her_own_and_come_back(demo: Demo) -> None:
    screen = demo()
    her = women(screen)[1]
    page = opened(screen)
    text = f"Vi talte om samvær. {her}s søn er syg. God runde til sidst."
    strip = type_group_note(screen, page, text)
    assert [finding.kind for finding in strip.seen] == [GuardKind.NAME]
    assert screen.sees(f"»{her}s« er nævnt.")
    screen.press("Flyt sætningen til hendes note")
    session = held(screen)
    kept = screen.in_store(lambda store: record(store, session.id))
    assert kept.group_note == "Vi talte om samvær. God runde til sidst."
    line = next(each for each in kept.roster if each.membership.participant.alias == her)
    assert line.note.endswith(f"{her}s søn er syg.")
    assert not strip.seen
    screen.press("Fortryd")
    back = screen.in_store(lambda store: record(store, session.id))
    assert back.group_note == text


def test_a_sentence_that_has_no_room_in_her_note_stays_and_nothing_is_lost(demo: Demo) -> None:
    screen = demo()
    session = held(screen)
    lines = screen.in_store(lambda store: record(store, session.id)).roster
    her = lines[1].membership.participant
    full = ("ord " * (LONGEST_NOTE // 4)).strip()
    screen.in_store(lambda store: write_own_note(store, session.id, her.id, full))
    page = opened(screen)
    text = f"Vi talte om samvær. {her.alias}s søn er syg."
    type_group_note(screen, page, text)
    screen.press("Flyt sætningen til hendes note")
    assert page._record._group_note.value() == text
    page.flush()
    screen.settle()
    kept = screen.in_store(lambda store: record(store, session.id))
    assert kept.group_note == text
    line = next(each for each in kept.roster if each.membership.participant.id == her.id)
    assert line.note == full


def test_a_number_is_warned_of_and_kept_all_the_same(demo: Demo) -> None:
    screen = demo()
    page = opened(screen)
    strip = type_group_note(screen, page, "Ring på 22 33 44 55 i morgen.")
    assert [finding.kind for finding in strip.seen] == [GuardKind.PHONE]
    page.flush()
    screen.settle()
    session = held(screen)
    kept = screen.in_store(lambda store: record(store, session.id)).group_note
    assert kept == "Ring på 22 33 44 55 i morgen."


def test_a_plain_note_is_left_in_peace(demo: Demo) -> None:
    screen = demo()
    page = opened(screen)
    strip = type_group_note(screen, page, "Vi nåede øvelse 1 og 2. Næste gang kl. 17.00-19.00.")
    assert not strip.seen
    assert strip.isHidden()


def test_her_own_note_may_name_her_and_nobody_else(demo: Demo) -> None:
    screen = demo()
    first, second, *_ = women(screen)
    page = opened(screen)
    own = page._record._own
    assert own._woman is not None
    own._note.set_value("")
    own._note.input.insertPlainText(f"{first} vil gerne. {second} bor tæt på.")
    screen.qtbot.waitUntil(lambda: bool(own._guard.seen), timeout=5_000)
    seen = [own._guard._text[f.start : f.end] for f in own._guard.seen]
    assert seen == [second]
    labels = own._guard.findChildren(QLabel)
    assert any("er en anden kvinde" in label.text() for label in labels)
