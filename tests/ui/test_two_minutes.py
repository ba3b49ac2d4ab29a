"""The paper of a session with eight women typed in afterwards, by keyboard alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from screen import TODAY, Screen

from groupkit.domain.attendance import Status
from groupkit.domain.session import Session
from groupkit.ui.pages.session import SessionPage
from groupkit.ui.places import PageName, Place
from groupkit.usecases.joining import Person, circle, join
from groupkit.usecases.recording import (
    Record,
    mark,
    record,
    reopen,
    write_group_note,
    write_own_note,
)

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS_A_SECOND = 3.0
"""What a person manages who types with care; a practised one is twice as fast."""
SECONDS = 120
GROUP_NOTE = (
    "Vi nåede runden og øvelse et og to. Øvelse tre gemmer vi. Stemningen var god, "
    "og alle fik talt. Husk kaffe."
)
NOTES = ("Vil gerne tale om samvær næste gang, og har brug for at sidde ved døren.",
         "Har fået tid hos lægen i næste uge og vil gerne følges derhen af nogen.")  # fmt: skip
REASONS = ("Barn med feber", "Møde i kommunen")


class Typist:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.keys = screen, 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            self.keys += 1 if modifier is None else 2
            self.screen.key(key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        self.keys += len(text) + sum(sign.isupper() for sign in text)
        self.screen.type(text)
        self.screen.settle()


def eight_women(screen: Screen) -> Session:
    """Return a held session with eight women and nothing recorded of them."""
    session = [each for each in screen.sessions() if each.day <= TODAY][-1]

    def empty(store: object) -> None:
        known = record(store, session.id)  # type: ignore[arg-type]
        if known.session.recorded:
            reopen(store, session.id, today=TODAY)  # type: ignore[arg-type]
        missing = 8 - len(known.roster)
        for number in range(missing):
            free = circle(store, session.group_id, TODAY).next_number  # type: ignore[arg-type]
            person = Person(f"Opdigtet {number}", free, session.day)
            join(store, session.group_id, person)  # type: ignore[arg-type]
        for line in record(store, session.id).roster:  # type: ignore[arg-type]
            her = line.membership.participant.id
            mark(store, session.id, her, None, today=TODAY)  # type: ignore[arg-type]
            write_own_note(store, session.id, her, "")  # type: ignore[arg-type]
        write_group_note(store, session.id, "")  # type: ignore[arg-type]

    screen.in_store(empty)
    return session


def of(screen: Screen, session: Session) -> Record:
    return screen.in_store(lambda store: record(store, session.id))


def test_eight_women_are_recorded_in_under_two_minutes(
    demo: Demo, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = demo()
    session = eight_women(screen)
    women: list[UUID] = [line.membership.participant.id for line in of(screen, session).roster]
    assert len(women) == 8
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.settle()
    page = screen.workspace.page
    assert isinstance(page, SessionPage)
    typist = Typist(screen)
    # The paper: the third late, the fifth and the sixth sent word, the eighth stayed away.
    typist.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_2)
    typist.press(Qt.Key.Key_Down)
    for reason in REASONS:
        typist.press(Qt.Key.Key_4, Qt.Key.Key_Up, Qt.Key.Key_Return)
        typist.type(reason)
        typist.press(Qt.Key.Key_Escape)
        typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_5)
    typist.press(Qt.Key.Key_A)
    for at, note in enumerate(NOTES):
        typist.press(Qt.Key.Key_R, modifier=CTRL)
        for _ in range(7):
            QTest.keyClick(screen.focus(), Qt.Key.Key_Up)
            typist.keys += 1
        for _ in range(at):
            typist.press(Qt.Key.Key_Down)
        typist.press(Qt.Key.Key_Return)
        typist.type(note)
        typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_G, modifier=CTRL)
    typist.type(GROUP_NOTE)
    typist.press(Qt.Key.Key_Return, modifier=CTRL)
    screen.settle()
    kept = of(screen, session)
    expected = [Status.PRESENT] * 8
    expected[2], expected[4], expected[5] = Status.LATE, *([Status.ABSENT_NOTICE] * 2)
    expected[7] = Status.ABSENT_NO_NOTICE
    assert [line.status for line in kept.roster] == expected
    assert [line.mark.reason for line in kept.roster if line.mark and line.mark.reason] == [
        *REASONS
    ]
    assert [line.note for line in kept.roster[:2]] == list(NOTES)
    assert kept.group_note == GROUP_NOTE
    assert kept.session.recorded
    seconds = typist.keys / KEYS_A_SECOND
    letters = sum(map(len, (GROUP_NOTE, *NOTES, *REASONS)))
    with capsys.disabled():
        sys.stderr.write(
            f"\neight women: {typist.keys} keys, {letters} of them letters of notes; "
            f"{seconds:.0f} s at {KEYS_A_SECOND:.0f} keys a second\n"
        )
    assert typist.keys - letters < 80
    assert seconds < SECONDS
