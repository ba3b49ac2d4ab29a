"""The form about a woman: what is half typed about her is never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from screen import Screen

from groupkit.ui.pages.group.page import GroupPage
from groupkit.ui.places import PageName, Place
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.joining import circle

Demo = Callable[[], Screen]
ALIAS = "Fornavn eller dæknavn"


def test_a_woman_closed_half_typed_comes_back_by_undo(demo: Demo) -> None:
    screen = demo()
    place = open_participants(screen)
    screen.press("Tilføj en deltager")
    alias(screen).setText("Kornblomst")
    screen.press("Luk")
    assert not form_is_open(screen)
    screen.press("Fortryd")
    assert alias(screen).text() == "Kornblomst"
    screen.go(Place(PageName.TODAY))
    screen.go(place)
    assert alias(screen).text() == "Kornblomst"


def test_closing_and_not_undoing_leaves_no_draft(demo: Demo) -> None:
    screen = demo()
    place = open_participants(screen)
    screen.press("Tilføj en deltager")
    alias(screen).setText("Kornblomst")
    screen.press("Luk")
    screen.go(place)
    assert not form_is_open(screen)
    screen.press("Tilføj en deltager")
    assert alias(screen).text() == ""


def test_closing_an_untouched_form_says_nothing(demo: Demo) -> None:
    screen = demo()
    open_participants(screen)
    screen.press("Tilføj en deltager")
    screen.press("Luk")
    assert screen.window._toasts.shown is None


def test_undo_after_leaving_the_page_brings_her_back_there(demo: Demo) -> None:
    screen = demo()
    place = open_participants(screen)
    screen.press("Tilføj en deltager")
    alias(screen).setText("Kornblomst")
    screen.press("Luk")
    screen.go(Place(PageName.TODAY))
    screen.press("Fortryd")
    screen.go(place)
    assert alias(screen).text() == "Kornblomst"


def test_a_correction_outlives_a_lock(demo: Demo) -> None:
    screen = demo()
    open_participants(screen)
    correct(screen, 1)
    known = alias(screen).text()
    alias(screen).setText(known + " B.")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert alias(screen).text() == known + " B."


def test_two_corrections_are_kept_apart(demo: Demo) -> None:
    screen = demo()
    place = open_participants(screen)
    for row, name in ((0, "Kornblomst"), (1, "Valmue")):
        correct(screen, row)
        alias(screen).setText(name)
    correct(screen, 0)
    assert alias(screen).text() == "Kornblomst"
    screen.press("Gem")
    assert screen.sees("Kornblomst")
    correct(screen, 1)
    assert alias(screen).text() == "Valmue"
    assert drafts(screen, place) == ["Valmue"]
    screen.press("Gem")
    assert drafts(screen, place) == []


def test_a_correction_typed_back_is_no_draft(demo: Demo) -> None:
    screen = demo()
    place = open_participants(screen)
    correct(screen, 0)
    known = alias(screen).text()
    for typed in (known + " B.", known):
        alias(screen).setText(typed)
        page(screen).flush()
        screen.settle()
        assert drafts(screen, place) == [typed] * (typed != known)


def open_participants(screen: Screen) -> Place:
    place = Place(PageName.GROUP, screen.sessions()[0].group_id, tab="participants")
    screen.go(place)
    return place


def page(screen: Screen) -> GroupPage:
    shown = screen.workspace.page
    assert isinstance(shown, GroupPage)
    return shown


def correct(screen: Screen, row: int) -> None:
    page(screen)._participants._rows[row].findChild(QAbstractButton).click()
    screen.settle()


def alias(screen: Screen) -> QLineEdit:
    return screen.find(QLineEdit, ALIAS)


def form_is_open(screen: Screen) -> bool:
    fields = screen.window.findChildren(QLineEdit)
    return any(field.isVisible() and field.accessibleName() == ALIAS for field in fields)


def drafts(screen: Screen, place: Place) -> list[str]:
    group_id = place.id
    assert group_id is not None
    known = screen.in_store(lambda store: circle(store, group_id, screen.day)).memberships
    places = [f"participant of {group_id}", *(f"membership/{each.id}" for each in known)]
    found = screen.in_store(lambda store: [find_draft(store, each) for each in places])
    return [draft["alias"] for draft in found if draft]
