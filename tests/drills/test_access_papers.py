"""Women's own papers: none holds a name, in any form, or a number of another participant."""

from __future__ import annotations

import datetime as dt
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from drill_stores import TODAY, Furnished, Sized, furnish_with, made
from pypdf import PdfReader

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Bond, Tie
from groupkit.domain.consent import Consent
from groupkit.domain.follow_up import FollowUp, Matter, StepDeed
from groupkit.domain.incident import Incident, IncidentKind
from groupkit.domain.nomination import Answer, Consideration, Decision, Nomination, Verdict
from groupkit.domain.profile import Profile
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.language import Language
from groupkit.usecases.access_request import (
    access_file,
    access_paper,
    note_access_given,
    review_access,
)
from groupkit.usecases.incidents import StepWanted, note_incident
from groupkit.usecases.ports import OpenStore

IN_A_GROUP = 10
FORMS = ("{}", "{}s", "{}'s", "{}\u2019s", "{}erne", "{}sagen")
PRESS = PdfPress()


class Teller:
    """Tells of others by name in sentences; each sentence has a word of its own."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.kept: list[str] = []

    def name(self) -> str:
        """Return a name that no Danish word holds."""
        first = "".join(
            self._chance.choice("qwxzjk") + self._chance.choice("aeoæøå") for _ in "123"
        )
        return self._cased(first)

    def __call__(self, others: Furnished, at: int) -> str:
        mine = self._chance.choice([m for n, m in enumerate(others.members) if n != at])
        form = self._chance.choice(FORMS)
        word = "".join(self._chance.choice("bdfglmnprstv") for _ in range(12))
        self.kept.append(word)
        name = self._cased(form.format(mine.participant.alias.split()[0]))
        return (
            f"Hun sad hos {name} ({mine.participant.number}), {word}, og {mine.participant.alias}."
        )

    def _cased(self, name: str) -> str:
        return self._chance.choice((name.title(), name.upper(), name.lower(), name.capitalize()))


def _tell(store: OpenStore, found: Furnished, told: Teller) -> None:
    session = found.sessions[0]
    for at, member in enumerate(found.members):
        her = member.participant.id

        def words(at: int = at) -> str:
            return told(found, at)

        with store.work() as work:
            me = work.users.me()
            work.profiles.put(her, Profile(words()[:60], "somali", other_needs=words()))
            work.safe_contacts.put(
                her,
                SafeContact(Channel.CALL, "20304050", "aften", MayLeave.YES, "", words(), TODAY),
            )
            work.consents.put(Consent(uuid4(), her, words(), TODAY))
            work.notes.put_of_women(session.id, {her: words()})
            work.notes.put_of_group(session.id, words())
            work.attendance.put_all([Mark(session.id, her, Status.ABSENT_NOTICE, words())])
            work.follow_ups.put(
                FollowUp(uuid4(), her, Matter.OTHER, me, TODAY, TODAY, words()),
                work.follow_ups.step(StepDeed.OPENED, words=words()),
            )
            other = found.members[(at + 1) % len(found.members)].participant.id
            work.ties.put(Tie(uuid4(), her, other, Bond.SAME_ABUSER))
            considered = Consideration(Answer.FITS, words())
            work.nominations.add(
                Nomination(uuid4(), her, TODAY, "Kontakt Opdigtet", considered, considered,
                           considered, words(), words(), TODAY, words(), TODAY,
                           Verdict(Decision.SEAT, TODAY, words(), found.group.id))
            )  # fmt: skip
            work.log.note(Deed.CHANGED, Subject.PARTICIPANT, her)
            work.commit()
        incident = Incident(
            uuid4(), her, TODAY, TODAY, frozenset({IncidentKind.DIGITAL}), uuid4(),
            what=words(), wish=words(),
        )  # fmt: skip
        steps = [StepWanted(Matter.POLICE, me, TODAY + dt.timedelta(days=1), words())]
        note_incident(store, incident, steps, TODAY)


def test_no_paper_holds_another_womans_name_or_number(
    tmp_path: Path, sized: Sized, chance: random.Random, figures: Callable[[str], None]
) -> None:
    store, _ = made(tmp_path / "arkiv")
    told, groups, library = Teller(chance), [], ShippedLibrary()
    for number in range(sized(5, 2)):
        names = tuple(f"{told.name()} {told.name()}" for _ in range(IN_A_GROUP))
        first = number * IN_A_GROUP + 100
        found = furnish_with(store, names, ("En rolig aften.",), f"Gruppe {number}", first)
        _tell(store, found, told)
        groups.append(found)
    members = [member.participant for found in groups for member in found.members]
    chosen = members[: sized(50, 16)]
    replaced, seen = 0, ""
    for at, her in enumerate(chosen):
        language = Language("da" if at % 2 else "en")
        review = review_access(store, library, language, her.id, TODAY)
        pdf = access_paper(PRESS, language, review.paper).pdf
        data = access_file(PRESS, language, review.paper).data
        note_access_given(store, her.id)
        json.loads(data)
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
        # A name may be broken at a line's end; her own two run together could hold another's.
        paper = "".join("".join(pages).split()).casefold().replace("\u00ad", "")
        own = "".join(her.alias.split()).casefold()
        both = paper.replace(own, " ") + "\n" + data.decode().casefold()
        for other in members:
            if other.id != her.id:
                for word in (*other.alias.split(), other.number):
                    assert word.casefold() not in both, (word, her.alias)
        assert her.number in data.decode()
        replaced += len(review.taken)
        seen += both
    store.close()
    kept = sum(word in seen for word in told.kept)
    assert replaced > 40 * len(chosen)
    assert kept > len(chosen) * 10
    figures(
        f"access papers: {len(chosen)} as PDF and JSON, {replaced} names replaced and listed,"
        f" none of {len(members) - 1} others' names or numbers in any"
    )
