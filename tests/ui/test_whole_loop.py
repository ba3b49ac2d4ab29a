"""The whole loop as a facilitator goes through it, by real widgets on a real store."""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPlainTextEdit, QSpinBox
from screen import PASSPHRASE, TODAY, Screen

from groupkit.documents.library import telling_stems
from groupkit.domain.attendance import Status
from groupkit.domain.discretion import telling_words
from groupkit.ui.pages.session.agenda_table import AgendaTable
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName
from groupkit.ui.preview import Preview
from groupkit.usecases.papers import Printable
from groupkit.usecases.planning import group_cards
from groupkit.usecases.recording import record

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_the_whole_loop(screen: Screen, tmp_path: Path) -> None:
    first_start(screen)
    plan_a_group(screen)
    let_women_in(screen)
    prepare_the_first_session(screen)
    record_it(screen)
    lock_in_the_middle_of_a_word(screen)
    print_everything(screen, tmp_path)
    screen.window.close()


def first_start(screen: Screen) -> None:
    assert screen.sees("Velkommen til groupkit")
    screen.key(Qt.Key.Key_Return)
    screen.key(Qt.Key.Key_Return)
    assert screen.sees("Udfyld husets navn.")
    screen.type("Huset Ærø")
    screen.key(Qt.Key.Key_Return)
    screen.type("Anna Opdigtet")
    screen.key(Qt.Key.Key_Return)
    passphrase, again = (screen.find(QLineEdit, n) for n in ("Adgangssætning", "En gang til"))
    for typed, twice, said in (
        ("for kort", "for kort", "mindst 15 tegn"),
        ("passwordpassword", "passwordpassword", "let at gætte"),
        (PASSPHRASE, PASSPHRASE + "!", "ikke ens"),
    ):
        passphrase.setText(typed)
        again.setText(twice)
        screen.press("Opret arkivet")
        assert screen.sees(said)
        assert not (screen.window._preferences.store / "store.db").exists()
    again.setText(PASSPHRASE)
    screen.press("Opret arkivet")
    assert screen.sees("Gendannelsesarket")
    words = [
        label.text().split()[1]
        for label in screen.window.findChildren(QLabel)
        if label.isVisible() and label.text()[:1].isdigit()
    ]
    assert len(words) == 16
    screen.press("Print eller gem arket …")
    sheet = shown_paper(screen)
    text = text_of(sheet)
    assert all(word in text for word in words)
    screen.key(Qt.Key.Key_Escape)
    screen.press("Arket er printet eller skrevet ned")
    screen.press("Åbn arkivet")
    assert screen.sees("I dag")


def plan_a_group(screen: Screen) -> None:
    screen.press("Planlæg den første gruppe")
    screen.type("Forår 2027")
    screen.find(QDateEdit, "Første møde").setDate(TODAY)
    screen.find(QSpinBox, "Uger").setValue(14)
    screen.find(QLineEdit, "Gruppeledere").setText("Leder Lærke, Leder Stær")
    screen.settle()
    assert screen.sees("8 møder fra 27. jan. 2027 til")
    screen.find(QDateEdit, "Første møde").setDate(TODAY.replace(day=28))
    screen.settle()
    assert screen.sees("Skærtorsdag")
    screen.find(QDateEdit, "Første møde").setDate(TODAY)
    screen.settle()
    screen.press("Gem planen")
    assert screen.workspace.place.page is PageName.GROUP
    assert screen.sees("Onsdag den 27. januar 2027 · uge 4")


def let_women_in(screen: Screen) -> None:
    screen.press("Deltagere")
    screen.press("Tilføj en deltager")
    for name in ("Anemone", "Bellis", "Åse"):
        screen.type(name)
        screen.key(Qt.Key.Key_Return)
        assert screen.sees(f"{name} er med i gruppen.")
    screen.press("Luk")
    rows = [row.accessibleName() for row in screen.window.findChildren(Row) if row.isVisible()]
    assert [name.split(",")[0] for name in rows] == ["Anemone", "Bellis", "Åse"]


def prepare_the_first_session(screen: Screen) -> None:
    screen.press("Plan")
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.SESSION
    screen.press("Forbered")
    assert screen.sees("120 af 120 minutter")
    table = screen.window.findChild(AgendaTable)
    assert table is not None
    table.setFocus()
    table.select(0)
    screen.key(Qt.Key.Key_I, CTRL)
    editor = screen.focus()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    screen.type("Kaffe og kage")
    screen.key(Qt.Key.Key_Return)
    assert titles(table)[1] == "Kaffe og kage"
    assert screen.sees("Dagsordenen er 10 minutter for lang.")
    table.setFocus()
    screen.key(Qt.Key.Key_Down, ALT)
    assert titles(table)[2] == "Kaffe og kage"
    screen.key(Qt.Key.Key_Delete)
    assert "Kaffe og kage" not in titles(table)
    screen.press("Fortryd")
    assert titles(table)[2] == "Kaffe og kage"
    table.select(2)
    table.setFocus()
    screen.key(Qt.Key.Key_Delete)
    assert screen.sees("120 af 120 minutter")


def record_it(screen: Screen) -> None:
    screen.press("Registrér")
    screen.type("1")
    screen.settle()
    screen.type("4")
    screen.settle()
    screen.type("5")
    screen.settle()
    assert kept(screen).tally.came == 1
    screen.key(Qt.Key.Key_Up)
    screen.key(Qt.Key.Key_Return)
    screen.type("barn syg")
    screen.key(Qt.Key.Key_Escape)
    screen.key(Qt.Key.Key_Return)
    screen.type("Vil gerne høre om næste møde. ")
    screen.key(Qt.Key.Key_G, CTRL)
    screen.type("Vi nåede første øvelse – æøå.")
    screen.qtbot.waitUntil(lambda: "Vi nåede" in kept(screen).group_note, timeout=2_000)
    screen.qtbot.waitUntil(
        lambda: kept(screen).roster[1].note == "Vil gerne høre om næste møde.", timeout=2_000
    )
    line = kept(screen).roster[1]
    assert line.mark is not None
    assert line.mark.reason == "barn syg"
    assert [each.status for each in kept(screen).roster] == [
        Status.PRESENT,
        Status.ABSENT_NOTICE,
        Status.ABSENT_NO_NOTICE,
    ]
    screen.key(Qt.Key.Key_Return, CTRL)
    assert kept(screen).session.recorded


def lock_in_the_middle_of_a_word(screen: Screen) -> None:
    note = screen.find(QPlainTextEdit, "Gruppens note")
    note.setFocus()
    screen.key(Qt.Key.Key_End)
    screen.type(" Og halvve")
    place = screen.workspace.place
    screen.key(Qt.Key.Key_L, CTRL)
    assert screen.window.workspace is None
    assert screen.window.store is None
    assert not screen.sees("Anemone")
    screen.unlock("helt forkert sætning")
    assert screen.sees("Adgangssætningen åbner ikke arkivet. Intet er ændret. Prøv igen.")
    screen.unlock()
    assert screen.workspace.place == place
    assert screen.find(QPlainTextEdit, "Gruppens note").toPlainText().endswith("Og halvve")


def print_everything(screen: Screen, tmp_path: Path) -> None:
    screen.press("Forbered")
    run_sheet = paper(screen, "Køreplan")
    assert "Det første møde" in text_of(run_sheet)
    discreet = paper(screen, "Neutral form")
    text = text_of(discreet) + discreet.title + discreet.file_name
    assert telling_words(text, telling_stems("da")) == ()
    assert "Ærø" not in text
    plain = paper(screen, "Åben form")
    assert "vold" in text_of(plain)
    assert "1888" in text_of(plain)
    screen.click("Forår 2027")
    screen.press("Fremmøde")
    attendance = paper(screen, "Print fremmødet", keep_open=True)
    assert "27-02" in text_of(attendance)
    for sheet in (run_sheet, discreet, plain, attendance):
        check_pdf(sheet)
    for name in ("Anemone", "Bellis", "Åse"):
        assert not any(name in text_of(each) for each in (run_sheet, discreet, plain, attendance))
    target = tmp_path / "fremmøde.pdf"
    preview = screen.window.findChild(Preview)
    assert preview is not None
    preview.save_to(target)
    assert target.read_bytes() == attendance.pdf
    assert screen.sees("Filen er ikke krypteret.")


def paper(screen: Screen, button: str, *, keep_open: bool = False) -> Printable:
    screen.press(button)
    made = shown_paper(screen)
    if not keep_open:
        screen.key(Qt.Key.Key_Escape)
    return made


def shown_paper(screen: Screen) -> Printable:
    previews = [each for each in screen.window.findChildren(Preview) if each.isVisible()]
    assert len(previews) == 1
    return previews[0].paper


def check_pdf(made: Printable) -> None:
    reader = PdfReader(io.BytesIO(made.pdf))
    assert set(reader.metadata or {}) <= {"/Title"}
    assert reader.xmp_metadata is None
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert f"{number} / {len(reader.pages)}" in text
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


def text_of(made: Printable) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)


def titles(table: AgendaTable) -> list[str]:
    model = table.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def kept(screen: Screen):
    """Return the first session's record, read anew through the lane."""
    found = []
    store = screen.window.store
    assert store is not None

    def read():
        group = group_cards(store, TODAY)[0].group
        with store.work() as work:
            first = work.sessions.of_group(group.id)[0]
        return record(store, first.id)

    screen.window.lane.ask(screen.window, read, found.append)
    screen.settle()
    return found[0]
