"""Where half-typed forms about one woman are kept, and which of them wait to be gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from groupkit.ui.drafted_sheet import her_draft
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.her_page import HerPage
from groupkit.usecases.ports import OpenStore

NEW = "new"
AT = "@"
"""Stands between a thing's id and what of it is meant."""

Form = tuple[str, str]
"""A form's name, and of what it is where she has several."""


def place_of(her: UUID, form: str, of: str = "") -> str:
    """Return where the draft of a form is kept."""
    return her_draft(her, f"{form}/{of}" if of else form)


def waiting_form(store: OpenStore, page: HerPage) -> Form | None:
    """Return the form that somebody left half typed; None where there is none."""
    her = page.participant.id
    found = (each for each in _forms(page) if find_draft(store, place_of(her, *each)))
    return next(found, None)


def _forms(page: HerPage) -> Iterator[Form]:
    yield from (("person", ""), ("profile", ""), ("contact", ""), ("consent", NEW))
    yield from (("consent", str(each.id)) for each in page.consents)
    for course in page.courses:
        yield "return", str(course.group.id)
        for membership in course.memberships:
            yield from ((form, str(membership.id)) for form in ("leave", "dates", "pause"))
            for pause in membership.pauses:
                yield "pause", f"{membership.id}{AT}{pause.first.isoformat()}"
    if page.notes_open:
        yield from (("incident", NEW), ("follow_up", NEW))
        yield from (("follow_up", str(each.follow_up.id)) for each in page.follow_ups)
        yield from (("incident", str(each.id)) for each in page.incidents)
        yield from (("safety", str(course.group.id)) for course in page.courses)
