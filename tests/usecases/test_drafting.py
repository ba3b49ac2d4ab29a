"""Drafts and the house's settings, in a real store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from groupkit.domain.house import HelpLine, House
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.drafting import NEW_FOLLOW_UP, drop_draft, find_draft, keep_draft
from groupkit.usecases.housekeeping import change_house, house
from groupkit.usecases.unlock import usual_help_lines


def test_a_draft_is_kept_replaced_and_forgotten(store: Store) -> None:
    assert find_draft(store, "new group") is None
    keep_draft(store, "new group", {"name": "Forår", "weeks": "14"})
    keep_draft(store, "new group", {"name": "Forår æøå 🌼"})
    keep_draft(store, "other", {"name": "x"})
    assert find_draft(store, "new group") == {"name": "Forår æøå 🌼"}
    drop_draft(store, "new group")
    drop_draft(store, "new group")
    assert find_draft(store, "new group") is None
    assert find_draft(store, "other") == {"name": "x"}


def test_erasing_a_woman_drops_a_form_in_which_she_may_be_chosen(
    store: Store, women: Callable[[str], UUID]
) -> None:
    her, other = women("Anemone"), women("Bellis")
    places = (NEW_FOLLOW_UP, f"woman {her}/follow_up/new", f"woman {other}/follow_up/new")
    for place in places:
        keep_draft(store, place, {"what": "Ring til Anemone"})
    with store.work() as work:
        work.erasures.erase(her, dt.date(2027, 2, 1))
        work.commit()
    assert [find_draft(store, place) is None for place in places] == [True, True, False]


def test_the_house_is_kept_whole(store: Store) -> None:
    wanted = House("Andet hus", "en", (HelpLine("114", "Police", ""),), 3, False, "dark")
    change_house(store, wanted)
    assert house(store) == wanted


def test_the_usual_numbers_leave_the_hotline_off_the_discreet_form() -> None:
    lines = usual_help_lines(Language("da"))
    assert [line.number for line in lines] == ["112", "114", "1888", "116 111"]
    assert [line.number for line in lines if not line.neutral] == ["1888"]
