"""What one woman may see of herself: first for a human's eye, then as paper and as a file.

Other participants' names and numbers are replaced, and every replacement is listed for whoever is
to look before the paper leaves, and so is what stands and may be somebody else's: a name that two
women have, a number, an address. The list is not on the paper. Ties are left out whole: that there
is one tells of another woman. So is the group's note, which is nobody's own; sessions whose note
names her are given, so that a human can look. Contact persons stay by name, for she knows them;
colleagues who owned a follow-up are not named.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part
from groupkit.domain.veiling import Replaced, Veil
from groupkit.language import Language
from groupkit.usecases.access_sections import Known, sections_of
from groupkit.usecases.finding import get_living
from groupkit.usecases.her_page import her_page
from groupkit.usecases.papers import AccessPaper, AccessRow, AccessSection, Printable, SavedFile
from groupkit.usecases.ports import Library, OpenStore, Press


@dataclass(frozen=True)
class Taken:
    """A name that was replaced, and where: the section's title and what the row is."""

    section: str
    label: str
    day: dt.date | None
    replaced: Replaced


@dataclass(frozen=True)
class AccessReview:
    """The paper as it would leave, and what a human looks at before it does.

    ``named_in`` are the sessions whose group note names her.
    """

    paper: AccessPaper
    taken: tuple[Taken, ...]
    named_in: tuple[UUID, ...]


@dataclass(frozen=True)
class Wishes:
    """What a human changes after looking: more ``names`` to replace, words that stay (``left``)."""

    names: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()


def review_access(
    store: OpenStore,
    library: Library,
    language: Language,
    participant_id: UUID,
    today: dt.date,
    wishes: Wishes | None = None,
) -> AccessReview:
    """Return the paper with what was replaced in it; nothing has left yet.

    Raises:
        Refused: NotForYourRole without the keys to people and notes, NotFound, ParticipantErased.
    """
    for part in (Part.PEOPLE, Part.NOTES):
        if not store.may(part):
            raise Refused(NotForYourRole(part))
    asked = wishes or Wishes()
    page = her_page(store, participant_id, today)
    with store.work() as work:
        her = get_living(work, participant_id)
        others = [w for w in work.members.all_participants() if w.id != her.id and not w.erased]
        known = Known(
            page,
            work.safe_contacts.get(her.id),
            tuple((w.follow_up, work.follow_ups.history(w.follow_up.id)) for w in page.follow_ups),
            {topic.slug: topic.title for topic in library.topics(language.code)},
            {group.id: group.name for group in work.groups.all()},
        )
        notes = work.notes.all_of_groups()
        house = work.house.get().name
    own = frozenset({her.alias, her.number})
    veil = Veil(
        frozenset({name for w in others for name in (w.alias, w.number)} | asked.names),
        own | {known.contact.reach},
        language.pick("access paper", "another woman"),
        language.pick("access paper", "another woman's"),
        asked.left,
    )
    taken: list[Taken] = []
    sections = tuple(_veiled(each, veil, taken) for each in sections_of(known, language))
    paper = AccessPaper(language.code, house, her.alias, her.number, sections, today)
    hers = Veil(own, frozenset(), "", "")
    named_in = tuple(session for session, note in notes if hers.over(note)[1])
    return AccessReview(paper, tuple(taken), named_in)


def access_paper(press: Press, language: Language, paper: AccessPaper) -> Printable:
    """Return the paper, under a title that anyone may see."""
    title = language.say("Copy of notes")
    return Printable(title, press.file_name(title), press.access_paper(paper))


def access_file(press: Press, language: Language, paper: AccessPaper) -> SavedFile:
    """Return the same for programs: JSON, days as YYYY-MM-DD."""
    told = {
        "alias": paper.alias,
        "number": paper.number,
        "house": paper.house,
        "made": paper.printed.isoformat(),
        "language": paper.language,
        "sections": [
            {
                "name": section.slug,
                "title": section.title,
                "rows": [
                    {"day": row.day and row.day.isoformat(), "what": row.label, "words": row.words}
                    for row in section.rows
                ],
            }
            for section in paper.sections
        ],
    }
    data = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    name = press.file_name(language.say("Copy of notes"), ".json")
    return SavedFile(name, data.encode("utf-8"))


def note_access_given(store: OpenStore, participant_id: UUID) -> None:
    """Note that all that is written of her was put on paper or in a file."""
    with store.work() as work:
        get_living(work, participant_id)
        work.log.note(Deed.PRINTED, Subject.ACCESS_PAPER, participant_id)
        work.commit()


def _veiled(section: AccessSection, veil: Veil, taken: list[Taken]) -> AccessSection:
    rows: list[AccessRow] = []
    for row in section.rows:
        words, replaced = veil.over(row.words)
        taken += [Taken(section.title, row.label, row.day, each) for each in replaced]
        rows.append(replace(row, words=words))
    return replace(section, rows=tuple(rows))
