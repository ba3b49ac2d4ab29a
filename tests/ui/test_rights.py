"""Her rights: the paper is looked through before it leaves; erasing shows first what goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from screen import TODAY, Screen
from test_roles import become, shown
from test_woman_page import first_woman, her, page_of

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.roles import Role
from groupkit.language import Language
from groupkit.ui.pages.groups import GroupsPage
from groupkit.ui.pages.participant import ParticipantPage
from groupkit.ui.places import PageName, Place
from groupkit.ui.rights import RightsSheet
from groupkit.usecases.access_request import access_file
from groupkit.usecases.joining import circle
from groupkit.usecases.recording import write_own_note

Demo = Callable[[], Screen]


def opened(screen: Screen, woman: UUID) -> RightsSheet:
    page = page_of(screen, woman)
    screen.press("Hendes rettigheder")
    sheet = page.findChild(RightsSheet)
    assert sheet is not None
    return sheet


def other_alias(screen: Screen, woman: UUID) -> str:
    group = her(screen, woman).courses[0].group.id
    members = screen.in_store(lambda store: circle(store, group, TODAY)).memberships
    return next(m.participant.alias for m in members if m.participant.id != woman)


def button(screen: Screen, name: str) -> QAbstractButton:
    return screen.find(QAbstractButton, name)


def test_the_paper_waits_until_each_name_taken_out_was_looked_at(
    demo: Demo, tmp_path: Path
) -> None:
    screen = demo()
    woman = first_woman(screen)
    other = other_alias(screen, woman)
    session = her(screen, woman).courses[0].attended[0].session
    note = f"Hun følges med {other} hjem fra mødet."
    screen.in_store(lambda store: write_own_note(store, session.id, woman, note))
    sheet = opened(screen, woman)
    screen.press("Saml det")
    assert screen.sees(f"[{other}]")
    assert not button(screen, "Se det, og print …").isEnabled()
    screen.press("Jeg har set på dem alle")
    assert button(screen, "Se det, og print …").isEnabled()
    review = sheet.access._review
    assert review is not None
    desk = sheet.access._desk
    file = access_file(desk.press, Language("da"), review.paper)
    target = tmp_path / file.file_name
    sheet.access.save_to(target, file)
    screen.settle()
    told = target.read_text()
    assert other not in told
    assert "en anden kvinde" in told
    assert json.loads(told)["alias"] == her(screen, woman).participant.alias

    def newest(store: object) -> tuple[Deed, Subject]:
        with store.work() as work:  # type: ignore[attr-defined]
            [entry] = work.log.entries(newest=1)
        return entry.deed, entry.subject

    assert screen.in_store(newest) == (Deed.PRINTED, Subject.ACCESS_PAPER)


def test_erasing_asks_for_her_number_and_leaves_a_tombstone(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page = her(screen, woman)
    alias, number = page.participant.alias, page.participant.number
    marks = [each.mark is not None for each in page.courses[0].attended]
    opened(screen, woman)
    assert not button(screen, "Slet for altid").isEnabled()
    field = screen.find(QLineEdit, "Skriv hendes nummer for at slette hende")
    field.setFocus()
    screen.type("26-99")
    assert not button(screen, "Slet for altid").isEnabled()
    field.clear()
    screen.type(number)
    screen.press("Slet for altid")
    assert isinstance(screen.workspace.page, GroupsPage)
    gone = her(screen, woman)
    assert gone.participant.erased == TODAY
    assert alias not in (gone.participant.alias, gone.participant.number)
    assert [each.mark is not None for each in gone.courses[0].attended] == marks
    assert [*gone.incidents, *gone.answers, *gone.follow_ups, *gone.consents] == []
    assert not any(each.note for each in gone.courses[0].attended)


def test_a_coordinator_is_not_offered_to_erase(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    become(screen, Role.COORDINATOR)
    page_of(screen, woman)
    assert "Hendes rettigheder" not in shown(screen)


def test_what_stands_and_may_be_somebody_elses_is_to_be_looked_at(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    session = her(screen, woman).courses[0].attended[0].session
    note = "Hendes veninde har 22 44 66 88."
    screen.in_store(lambda store: write_own_note(store, session.id, woman, note))
    opened(screen, woman)
    screen.press("Saml det")
    assert screen.sees("1 sted fortæller måske om en anden og står på papiret.")
    assert screen.sees("Står på papiret")
    assert not button(screen, "Se det, og print …").isEnabled()
    screen.press("Det må blive stående: 22 44 66 88")
    assert not screen.sees("Står på papiret")
    assert button(screen, "Se det, og print …").isEnabled()


def test_a_list_that_nobody_vouches_for_is_asked_about_on_today(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    woman = first_woman(screen)
    alias = her(screen, woman).participant.alias
    days = {"women": {str(woman): TODAY.isoformat()}, "doubted": {}, "owed": False}
    (tmp_path / "arkiv" / "erased").write_text(json.dumps({"list": days, "seals": []}))
    screen.in_store(lambda store: store.backups.erase_again())
    screen.go(Place(PageName.TODAY))
    assert screen.sees(f"Den nævner {alias}, men ingen står inde for den.")
    screen.press(f"Gå til {alias}")
    assert isinstance(screen.workspace.page, ParticipantPage)
    screen.go(Place(PageName.TODAY))
    screen.press("Hun blev ikke slettet")
    assert not screen.sees("ligger en liste over slettede kvinder")
    assert her(screen, woman).participant.alias == alias
