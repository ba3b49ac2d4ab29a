"""What the store asks for on Today, and that one press answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from screen import PASSPHRASE, Screen

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.clock import Upkeep
from groupkit.domain.house import House
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.ui.parts.banner import Banner
from groupkit.ui.places import PageName
from groupkit.usecases.housekeeping import change_house
from groupkit.usecases.ports import OpenStore
from groupkit.wiring import Program
from groupkit.wiring.vault import StoreVault

MADE = dt.date(2027, 1, 13)
OTHER = "violet skovsti over kanten"
DANISH = Language("da")
say = DANISH.say
Later = Callable[..., Screen]


@pytest.fixture
def later(qtbot: QtBot, tmp_path: Path) -> Later:
    """Return a function that opens a store made on the 13th some days later."""
    moment = [dt.datetime.combine(MADE, dt.time(12), tzinfo=dt.UTC)]
    program = Program(StoreVault(CHEAPEST, lambda: moment[0]))
    store, _ = program.vault.create(tmp_path / "arkiv", PASSPHRASE, House("H"), "Anna Opdigtet")
    store.access.add(PASSPHRASE, "Berit", Rights(frozenset({Role.FACILITATOR})), OTHER, MADE)
    store.close()

    def show(days: int, passphrase: str = PASSPHRASE) -> Screen:
        moment[0] += dt.timedelta(days=days)
        screen = Screen(qtbot, program, tmp_path, moment[0].date())
        screen.unlock(passphrase)
        return screen

    return show


def banners(screen: Screen) -> list[str]:
    found = screen.window.findChildren(Banner)
    return [banner.text() for banner in found if banner.isVisible()]


def upkeep(screen: Screen) -> Upkeep:
    def read(store: OpenStore) -> Upkeep:
        with store.work() as work:
            return work.upkeep.get()

    return screen.in_store(read)


def put_upkeep(screen: Screen, wanted: Upkeep) -> None:
    def keep(store: OpenStore) -> None:
        with store.work() as work:
            work.upkeep.put(wanted)
            work.commit()

    screen.in_store(keep)
    screen.workspace.page.load()
    screen.settle()


def test_an_ordinary_day_asks_for_nothing(later: Later) -> None:
    assert banners(later(1)) == []


@pytest.mark.parametrize("days", [-3, 400, 3650])
def test_a_date_far_off_is_asked_about_alone_and_confirmed(later: Later, days: int) -> None:
    screen = later(days)
    (said,) = banners(screen)
    assert DANISH.date_long(MADE) in said
    assert DANISH.date_long(MADE + dt.timedelta(days=days)) in said
    assert upkeep(screen).last_seen == MADE
    screen.press(say("The date is right"))
    assert upkeep(screen).last_seen == MADE + dt.timedelta(days=days)
    assert not screen.sees(said)


def test_the_recovery_sheet_is_asked_for_and_found(later: Later) -> None:
    screen = later(1)
    put_upkeep(screen, Upkeep(screen.day, MADE - dt.timedelta(days=364)))
    assert len(banners(screen)) == 1
    screen.press(say("It is there"))
    assert banners(screen) == []
    assert upkeep(screen).sheet_seen == screen.day


def test_a_new_sheet_is_made_on_the_page_of_access(later: Later) -> None:
    screen = later(1)
    put_upkeep(screen, Upkeep(screen.day, MADE - dt.timedelta(days=364)))
    screen.press(say("Make a new one"))
    assert screen.workspace.place.page is PageName.ACCESS


def test_who_is_no_owner_is_not_asked_for_the_sheet(later: Later) -> None:
    screen = later(1, OTHER)
    put_upkeep(screen, Upkeep(screen.day, MADE - dt.timedelta(days=364)))
    assert banners(screen) == []


def test_an_old_backup_leads_to_the_backups(later: Later) -> None:
    screen = later(9)
    assert banners(screen) == []
    screen.in_store(lambda store: change_house(store, House("Et andet hus")))
    screen.workspace.page.load()
    screen.settle()
    (said,) = banners(screen)
    assert DANISH.date_long(MADE) in said
    screen.find(QAbstractButton, say("Go to the backups")).click()
    screen.settle()
    assert screen.workspace.place.page is PageName.BACKUPS
