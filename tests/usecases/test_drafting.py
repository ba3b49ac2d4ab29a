"""Drafts and the house's settings, in a real store."""

from __future__ import annotations

from groupkit.domain.house import HelpLine, House
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
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


def test_the_house_is_kept_whole(store: Store) -> None:
    wanted = House("Andet hus", "en", (HelpLine("114", "Police", ""),), 3, False, "dark")
    change_house(store, wanted)
    assert house(store) == wanted


def test_the_usual_numbers_leave_the_hotline_off_the_discreet_form() -> None:
    lines = usual_help_lines(Language("da"))
    assert [line.number for line in lines] == ["112", "114", "1888", "116 111"]
    assert [line.number for line in lines if not line.neutral] == ["1888"]
