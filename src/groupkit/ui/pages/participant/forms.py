"""Opens the forms about her, one at a time, over her page."""

from __future__ import annotations

import datetime as dt
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from groupkit.domain.participant import Membership
from groupkit.domain.safety import Moment
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import DraftedSheet
from groupkit.ui.follow_ups import ask_follow_up, show_follow_up
from groupkit.ui.incident_form import ask_incident
from groupkit.ui.pages.participant.consents import ConsentSheet
from groupkit.ui.pages.participant.contact_sheet import ContactSheet
from groupkit.ui.pages.participant.drafts import AT, place_of
from groupkit.ui.pages.participant.membership_sheets import (
    DatesSheet,
    LeaveSheet,
    PauseSheet,
    ReturnSheet,
)
from groupkit.ui.pages.participant.person_sheet import PersonSheet
from groupkit.ui.pages.participant.profile_sheet import ProfileSheet
from groupkit.ui.pages.participant.safety_sheet import SafetySheet
from groupkit.usecases.her_page import HerPage, reveal_contact


class Forms:
    """``page`` is what is known now; a thing that is gone meanwhile has no form any more."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self.page: HerPage | None = None
        self._desk, self._over = desk, over
        self._sheet: DraftedSheet | None = None

    @property
    def sheet(self) -> DraftedSheet | None:
        """The form that is open."""
        open_one = self._sheet
        return open_one if open_one is not None and isValid(open_one) else None

    def open(self, form: str, of: str) -> None:
        """Open a form by its name; ``of`` is what it is about where she has several."""
        openers = {
            "person": self._person,
            "profile": self._profile,
            "contact": self._contact,
            "consent": self._consent,
            "leave": self._leave,
            "dates": self._dates,
            "pause": self._pause,
            "return": self._return,
            "incident": self._incident,
            "safety": self._safety,
            "follow_up": self._follow_up,
        }
        if self.page is not None and self.sheet is None:
            openers[form](self.page, of)

    def flush(self) -> None:
        """Keep what is typed."""
        if self.sheet is not None:
            self.sheet.flush()

    def _take(self, sheet: DraftedSheet) -> None:
        self._sheet = sheet
        sheet.closed.connect(self._forget)

    def _forget(self) -> None:
        self._sheet = None

    def _person(self, page: HerPage, of: str) -> None:
        her = page.participant
        again = partial(self.open, "person", of)
        place = place_of(her.id, "person")
        self._take(PersonSheet(self._desk, her, place, self._over, again))

    def _profile(self, page: HerPage, of: str) -> None:
        her = page.participant.id
        again = partial(self.open, "profile", of)
        place = place_of(her, "profile")
        self._take(
            ProfileSheet(self._desk, her, page.profile, page.practice, place, self._over, again)
        )

    def _contact(self, page: HerPage, of: str) -> None:
        desk, her, known = self._desk, page.participant.id, page.contact
        again, place = partial(self.open, "contact", of), place_of(her, "contact")

        def opened(reach: str) -> None:
            if self.sheet is None:
                self._take(
                    ContactSheet(desk, her, known.with_reach(reach), place, self._over, again)
                )

        if known.has_reach:
            desk.do(self._over, lambda: reveal_contact(desk.store, her), opened)
        else:
            opened("")

    def _consent(self, page: HerPage, of: str) -> None:
        her = page.participant.id
        known = next((each for each in page.consents if str(each.id) == of), None)
        again, place = partial(self.open, "consent", of), place_of(her, "consent", of)
        self._take(ConsentSheet(self._desk, her, known, place, self._over, again))

    def _leave(self, page: HerPage, of: str) -> None:
        membership = _membership(page, of)
        if membership is not None:
            again, place = self._again(page, "leave", of)
            self._take(LeaveSheet(self._desk, membership, place, self._over, again))

    def _dates(self, page: HerPage, of: str) -> None:
        membership = _membership(page, of)
        if membership is not None:
            again, place = self._again(page, "dates", of)
            self._take(DatesSheet(self._desk, membership, place, self._over, again))

    def _pause(self, page: HerPage, of: str) -> None:
        whose, _, day = of.partition(AT)
        membership = _membership(page, whose)
        if membership is not None:
            first = dt.date.fromisoformat(day) if day else None
            known = next((each for each in membership.pauses if each.first == first), None)
            again, place = self._again(page, "pause", of)
            self._take(PauseSheet(self._desk, membership, known, place, self._over, again))

    def _return(self, page: HerPage, of: str) -> None:
        course = next((each for each in page.courses if str(each.group.id) == of), None)
        if course is not None:
            again, place = self._again(page, "return", of)
            her = page.participant.id
            self._take(ReturnSheet(self._desk, her, course.group, place, self._over, again))

    def _incident(self, page: HerPage, of: str) -> None:
        known = next((each for each in page.incidents if str(each.id) == of), None)
        ask_incident(
            self._desk,
            page.participant.id,
            self._over,
            self._take,
            incident=known,
            reopen=partial(self.open, "incident", of),
        )

    def _follow_up(self, page: HerPage, of: str) -> None:
        found = (each for each in page.follow_ups if str(each.follow_up.id) == of)
        known = next(found, None)
        if known is not None:
            show_follow_up(self._desk, known, self._over, self._take, on_her_page=True)
            return
        again = partial(self.open, "follow_up", of)
        ask_follow_up(self._desk, page.participant.id, self._over, self._take, again)

    def _safety(self, page: HerPage, of: str) -> None:
        group, _, moment = of.partition(AT)
        courses = [each.group for each in page.courses]
        chosen = next((each for each in courses if str(each.id) == group), None)
        if chosen is None:
            return
        again, place = self._again(page, "safety", group)
        asked = Moment(moment) if moment else None
        known = [each for each in page.answers if each.group_id == chosen.id]
        her = page.participant.id
        self._take(SafetySheet(self._desk, her, chosen, known, asked, place, self._over, again))

    def _again(self, page: HerPage, form: str, of: str) -> tuple[partial[None], str]:
        return partial(self.open, form, of), place_of(page.participant.id, form, of)


def _membership(page: HerPage, of: str) -> Membership | None:
    known = (each for course in page.courses for each in course.memberships)
    return next((each for each in known if each.id == UUID(of)), None)
