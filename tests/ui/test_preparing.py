"""Preparing a session: its agenda's items and their details, copying agendas, templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pdf_reading import text
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton
from screen import Screen

from groupkit.domain.agenda import Agenda
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.ui.pages.session.agenda_table import AgendaTable, Column
from groupkit.ui.pages.session.item_details import ItemDetails
from groupkit.ui.parts.two_lines import BELOW, MARK
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.usecases.agenda_templates import keep_template, templates
from groupkit.usecases.joining import circle
from groupkit.usecases.planning import view_group
from groupkit.usecases.preparing import prepared, put_agenda, put_prepared

Demo = Callable[[], Screen]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SAY = Language("da").say


def at_a_session(demo: Demo) -> tuple[Screen, Session]:
    """Return the preparing of the first session, which has an agenda."""
    screen = demo()
    session = screen.sessions()[0]
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    return screen, session


def agenda_in(screen: Screen, session: Session) -> Agenda:
    return screen.in_store(lambda store: prepared(store, session.id)).agenda


def table(screen: Screen) -> AgendaTable:
    return screen.find(AgendaTable, SAY("Agenda"))


def keep_now(screen: Screen) -> None:
    """Let what was typed be kept as leaving would."""
    screen.workspace.flush()
    screen.settle()


def toast_undo(screen: Screen) -> None:
    toast = screen.window._toasts.shown
    assert toast is not None
    toast.undo.click()
    screen.settle()


def test_an_empty_agenda_names_its_keys(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[-1]
    screen.in_store(lambda store: put_prepared(store, session.id, "", Agenda()))
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    for key in ("Enter", "Alt+↑", "Alt+↓", "Delete", "Ctrl+I"):
        assert screen.sees(key)


def test_a_paper_starts_at_print_and_closing_comes_last(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.TOPIC, slug="co-parenting", tab="sheets"))
    screen.press("Print uddelingsarket")
    preview = screen.window.findChild(Preview)
    assert preview is not None
    assert button_in_hand(screen) == "Print …"
    screen.key(Qt.Key.Key_Tab)
    assert button_in_hand(screen) == "Luk"
    screen.key(Qt.Key.Key_Escape)
    assert not preview.isVisible()


def button_in_hand(screen: Screen) -> str:
    focus = screen.focus()
    return focus.text() if isinstance(focus, QPushButton) else ""


def test_details_are_typed_by_keyboard_alone_and_kept(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    table(screen).select(1)
    screen.key(Qt.Key.Key_D, CTRL)
    assert screen.focus() is screen.find(QComboBox, SAY("Led by"))
    screen.focus().lineEdit().selectAll()  # type: ignore[attr-defined]
    screen.type("En gæst fra kommunen")
    screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_End)
    screen.key(Qt.Key.Key_Tab)
    screen.type("Post-it")
    screen.key(Qt.Key.Key_Return)
    screen.type("Tusser")
    screen.key(Qt.Key.Key_Tab)
    screen.type("Stole i rundkreds")
    keep_now(screen)
    after = agenda_in(screen, session)
    wanted = replace(
        before.items[1],
        leader="En gæst fra kommunen",
        materials="Post-it\nTusser",
        room="Stole i rundkreds",
        short=0,
    )
    assert after == before.with_changed(wanted)
    screen.key(Qt.Key.Key_Escape)
    assert screen.focus() is table(screen)
    title = table(screen).model().index(1, Column.TITLE)
    assert title.data(BELOW) == "En gæst fra kommunen"
    assert title.data(MARK) == SAY("left out if short of time")


def test_the_leaders_of_the_session_are_offered(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    group = screen.in_store(lambda store: view_group(store, session.group_id)).group
    box = screen.find(QComboBox, SAY("Led by"))
    offered = [box.itemText(at) for at in range(box.count())]
    assert offered == ["", *group.facilitators, Language("da").listed(group.facilitators)]
    box.setFocus()
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Down)
    keep_now(screen)
    assert agenda_in(screen, session).items[0].leader in offered[1:]


def test_typing_stays_with_the_item_it_was_typed_for(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    table(screen).select(0)
    field = screen.find(QLineEdit, SAY("Room set-up"))
    field.setFocus()
    screen.type("Rundkreds")
    table(screen).select(2)
    assert field.text() == before.items[2].room
    table(screen).setFocus()
    screen.key(Qt.Key.Key_Up, ALT)
    screen.settle()
    after = agenda_in(screen, session)
    assert [i.room for i in after.items if i.id == before.items[0].id] == ["Rundkreds"]
    assert [i.id for i in after.items[:3]] == [before.items[n].id for n in (0, 2, 1)]
    assert table(screen).row == 1


def test_moving_an_item_while_its_detail_waits_keeps_both(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    moved = agenda_in(screen, session).items[0]
    table(screen).select(0)
    field = screen.find(QPlainTextEdit, SAY("Materials"))
    field.setFocus()
    screen.type("Te")
    table(screen).setFocus()
    screen.key(Qt.Key.Key_Down, ALT)
    keep_now(screen)
    after = agenda_in(screen, session)
    assert after.items[1] == replace(moved, materials="Te")
    assert screen.find(QPlainTextEdit, SAY("Materials")).toPlainText() == "Te"


def test_what_cannot_be_kept_says_so_at_its_field(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    box = screen.find(QComboBox, SAY("Led by"))
    box.setFocus()
    box.setEditText("x" * 81)
    screen.find(QLineEdit, SAY("Room set-up")).setText("Rundkreds")
    keep_now(screen)
    after = agenda_in(screen, session)
    assert after == before.with_changed(replace(before.items[0], room="Rundkreds"))
    details = screen.window.findChild(ItemDetails)
    assert details is not None
    assert details._leader.error()
    box.setEditText("Gæst")
    keep_now(screen)
    assert agenda_in(screen, session).items[0].leader == "Gæst"
    assert not details._leader.error()


def test_the_sum_stands_against_the_length_with_the_short_one(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    agenda = agenda_in(screen, session)
    first = agenda.items[0]
    whole = SAY("{sum} of {length} minutes", sum=agenda.minutes, length=session.minutes)
    assert sum_label(screen) == whole
    screen.in_store(
        lambda store: put_agenda(store, session.id, agenda.with_changed(replace(first, short=0)))
    )
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    short = SAY("{sum} if short of time", sum=agenda.minutes - first.minutes)
    assert sum_label(screen) == f"{whole} · {short}"


def sum_label(screen: Screen) -> str:
    label = screen.window.findChildren(QLabel, "agendaSum")[-1]
    return label.text()


def test_fewer_minutes_than_the_short_ones_are_taken(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    agenda = agenda_in(screen, session)
    item = replace(agenda.items[0], minutes=30, short=20)
    screen.in_store(lambda store: put_agenda(store, session.id, agenda.with_changed(item)))
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    model = table(screen).model()
    assert model.setData(model.index(0, Column.MINUTES), 15)
    screen.settle()
    after = agenda_in(screen, session).items[0]
    assert (after.minutes, after.short) == (15, None)


def test_an_agenda_is_copied_by_keyboard_and_taken_back(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    wanted = next(
        each
        for each in screen.sessions()[1:]
        if agenda_in(screen, each).items and each.topic != session.topic
    )
    copied = agenda_in(screen, wanted)
    screen.key(Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    screen.type(SAY("Session {number}", number=wanted.number))
    screen.type(f" {wanted.day.year}")
    screen.key(Qt.Key.Key_Down)
    listed = screen.find(QListWidget, SAY("Agendas to copy"))
    assert screen.focus() is listed
    assert screen.sees(copied.items[1].title)
    screen.key(Qt.Key.Key_Return)
    after = agenda_in(screen, session)
    assert [i.title for i in after.items] == [i.title for i in copied.items]
    assert not {i.id for i in after.items} & {i.id for i in copied.items}
    assert screen.focus() is table(screen)
    toast_undo(screen)
    assert agenda_in(screen, session) == before


def test_copying_by_mouse_puts_it_behind(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    screen.click(SAY("Copy from …"))
    listed = screen.find(QListWidget, SAY("Agendas to copy"))
    row = next(at for at in range(listed.count()) if listed.item(at).data(BELOW))
    spot = listed.visualItemRect(listed.item(row)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    screen.settle()
    screen.click(SAY("Add it at the end"))
    after = agenda_in(screen, session)
    assert after.items[: len(before.items)] == before.items
    assert len(after.items) > len(before.items)
    toast_undo(screen)
    assert agenda_in(screen, session) == before


def test_what_is_not_there_is_said_and_escape_leaves(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    screen.click(SAY("Copy from …"))
    screen.type("findes slet ikke")
    assert screen.sees(SAY("Nothing was found."))
    screen.key(Qt.Key.Key_Return)
    assert agenda_in(screen, session) == before
    screen.key(Qt.Key.Key_Escape)
    assert screen.focus() is table(screen)


def test_headings_are_passed_over(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    screen.in_store(lambda store: keep_template(store, session.id, "Kort aften"))
    screen.click(SAY("Copy from …"))
    listed = screen.find(QListWidget, SAY("Agendas to copy"))
    screen.key(Qt.Key.Key_Down)
    for _ in range(5):
        assert listed.currentItem().data(BELOW)
        screen.key(Qt.Key.Key_Down)
    for _ in range(5):
        screen.key(Qt.Key.Key_Up)
        assert listed.currentItem().data(BELOW)
    screen.key(Qt.Key.Key_Up)
    assert screen.focus() is screen.find(QLineEdit, SAY("Search for"))


def test_a_template_is_kept_replaced_renamed_and_removed(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    screen.press(SAY("Keep as template …"))
    screen.type("Kort aften")
    screen.key(Qt.Key.Key_Return)
    (kept,) = screen.in_store(templates)
    assert kept.name == "Kort aften"
    assert [i.title for i in kept.agenda.items] == [
        i.title for i in agenda_in(screen, session).items
    ]
    table(screen).select(0)
    screen.press("Fjern")
    screen.press(SAY("Keep as template …"))
    screen.type("kort aften")
    screen.key(Qt.Key.Key_Return)
    assert screen.in_store(templates) == (kept,)
    screen.press(SAY("Replace the one kept"))
    (replaced,) = screen.in_store(templates)
    assert replaced.id == kept.id
    assert len(replaced.agenda.items) == len(kept.agenda.items) - 1
    toast_undo(screen)
    assert screen.in_store(templates) == (kept,)
    screen.press(SAY("Copy from …"))
    screen.press(SAY("Rename …"))
    assert screen.find(QLineEdit, SAY("Name of the template")).text() == "Kort aften"
    screen.type("Lang aften")
    screen.key(Qt.Key.Key_Return)
    assert [each.name for each in screen.in_store(templates)] == ["Lang aften"]
    screen.press(SAY("Remove template"))
    assert screen.in_store(templates) == ()
    toast_undo(screen)
    assert screen.in_store(templates) == (replace(kept, name="Lang aften"),)


def test_a_half_typed_name_outlives_the_lock(demo: Demo) -> None:
    screen, _ = at_a_session(demo)
    screen.press(SAY("Keep as template …"))
    screen.type("Halvt skre")
    screen.key(Qt.Key.Key_L, CTRL)
    assert screen.window.workspace is None
    screen.unlock()
    field = screen.find(QLineEdit, SAY("Name of the template"))
    assert field.text() == "Halvt skre"
    assert screen.focus() is field
    screen.key(Qt.Key.Key_Escape)
    screen.press(SAY("Keep as template …"))
    assert screen.find(QLineEdit, SAY("Name of the template")).text() == ""


def test_a_lock_keeps_a_detail_and_comes_back_to_it(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    table(screen).select(2)
    screen.find(QPlainTextEdit, SAY("Materials")).setFocus()
    screen.type("Tusser")
    screen.key(Qt.Key.Key_L, CTRL)
    screen.unlock()
    field = screen.find(QPlainTextEdit, SAY("Materials"))
    assert screen.focus() is field
    assert field.toPlainText() == agenda_in(screen, session).items[2].materials == "Tusser"
    assert table(screen).row == 2


def test_an_empty_agenda_has_no_details_and_can_be_copied_into(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[-1]
    screen.in_store(lambda store: put_prepared(store, session.id, "", Agenda()))
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    assert not screen.sees(SAY("The item's details"))
    assert not screen.find(QPushButton, SAY("Keep as template …")).isEnabled()
    screen.press(SAY("Copy from …"))
    screen.press(SAY("Copy it in"))
    assert agenda_in(screen, session).items
    assert screen.sees(SAY("The item's details"))
    toast_undo(screen)
    assert agenda_in(screen, session) == Agenda()


def test_a_dragged_item_stays_in_hand_with_what_is_typed_about_it(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    before = agenda_in(screen, session)
    table(screen).select(0)
    field = screen.find(QLineEdit, SAY("Room set-up"))
    field.setFocus()
    screen.type("Rundkreds")
    model = table(screen).model()
    dragged = model.mimeData([model.index(0, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    keep_now(screen)
    after = agenda_in(screen, session)
    assert after.items[2] == replace(before.items[0], room="Rundkreds")
    assert table(screen).row == 2
    assert field.text() == "Rundkreds"


def test_the_run_sheet_prints_who_leads_and_what_to_bring(demo: Demo) -> None:
    screen, session = at_a_session(demo)
    agenda = agenda_in(screen, session)
    item = replace(agenda.items[0], leader="En gæst", materials="Lommetørklæder", short=5)
    screen.in_store(lambda store: put_agenda(store, session.id, agenda.with_changed(item)))
    screen.press("Køreplan")
    preview = screen.window.findChild(Preview)
    assert preview is not None
    said = text(preview.paper.pdf)
    assert "En gæst" in said
    assert said.count("Lommetørklæder") == 2
    assert "(5)" in said
    women = screen.in_store(lambda store: circle(store, session.group_id, screen.day)).memberships
    assert women
    assert not any(woman.participant.alias in said for woman in women)
