"""A handful of invented nominations: new, talked over, waiting, and decided in each way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Bond, Tie
from groupkit.domain.nomination import (
    Answer,
    Consideration,
    Decision,
    Nomination,
    Offer,
    Verdict,
)
from groupkit.domain.participant import Participant, next_number
from groupkit.domain.profile import Profile
from groupkit.usecases.demo import names
from groupkit.usecases.demo.scene import Scene, Stage
from groupkit.usecases.demo.sentences import Pair, in_language
from groupkit.usecases.ports import UnitOfWork

_DAY: Final = dt.timedelta(days=1)
_PEOPLE: Final = ("Kontakt Spurv", "Kontakt Svale", "Kontakt Gærdesmutte")


@dataclass(frozen=True)
class _Case:
    """An invented proposal: how many days ago each thing happened, None where it did not."""

    made: int
    talked: int | None = None
    yes: int | None = None
    answers: tuple[Answer, Answer, Answer] = (Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN)
    words: Pair = ("", "")
    speaks_for: Pair = ("", "")
    speaks_against: Pair = ("", "")
    said: Pair = ("", "")
    decision: Decision | None = None
    decided: int = 0
    offer: str = ""
    why: Pair = ("", "")
    interpreter: bool = False
    conflict: bool = False


_FITS, _SUPPORT, _NOT_YET = Answer.FITS, Answer.WITH_SUPPORT, Answer.NOT_YET
_CASES: Final = (
    _Case(
        made=76, talked=70, yes=70, answers=(_FITS, _FITS, _SUPPORT),
        words=("Sover uroligt, men kommer til alle aftaler.",
               "Sleeps badly, but keeps every appointment."),
        speaks_for=("Hun savner nogen at tale med, der har prøvet det samme.",
                    "She misses talking with somebody who has been through the same."),
        said=("Hun vil gerne sidde tæt ved døren.", "She would like to sit near the door."),
        decision=Decision.WAITING, decided=62,
        why=("Holdet er fuldt. Hun får den første ledige plads.",
             "The group is full. She gets the first free seat."),
        conflict=True,
    ),
    _Case(
        made=33, talked=27, yes=26, answers=(_SUPPORT, _FITS, _FITS),
        words=("Forstår det meste, men vil gerne have tolk.",
               "Understands most of it, but would like an interpreter."),
        speaks_for=("Hun er faldet til i sin nye bolig.", "She has settled in her new home."),
        decision=Decision.WAITING, decided=19,
        why=("Vi skal først finde en tolk.", "We have to find an interpreter first."),
        interpreter=True,
    ),
    _Case(
        made=16, talked=6, yes=6, answers=(_FITS, _FITS, _FITS),
        speaks_for=("Hun har selv spurgt til gruppen to gange.",
                    "She has asked about the group twice herself."),
        speaks_against=("Hun får måske aftenvagter fra næste måned.",
                        "She may get evening shifts from next month."),
        said=("Hun glæder sig og er lidt nervøs.",
              "She looks forward to it and is a little nervous."),
    ),
    _Case(made=9, talked=2, answers=(_FITS, _SUPPORT, Answer.UNKNOWN),
          said=("Hun vil tænke over det til næste uge.",
                "She wants to think it over until next week.")),
    _Case(made=3),
    _Case(
        made=120, talked=110, answers=(_FITS, _NOT_YET, _NOT_YET),
        decision=Decision.OTHER_OFFER, decided=100, offer=Offer.INDIVIDUAL.value,
        why=("Hun har brug for ro og for at tale med én ad gangen.",
             "She needs calm, and to talk with one person at a time."),
    ),
    _Case(
        made=88, talked=80, answers=(_FITS, _NOT_YET, _FITS),
        decision=Decision.NOT_NOW, decided=55,
        why=("Flytningen fylder det hele. Vi spørger igen til sommer.",
             "The move takes up everything. We ask again in the summer."),
    ),
    _Case(
        made=50, talked=44, answers=(_FITS, _FITS, _FITS),
        decision=Decision.DECLINED, decided=44,
        why=("Hun har fået et godt netværk der, hvor hun bor nu.",
             "She has found good company where she lives now."),
    ),
)  # fmt: skip


def put_nominations(work: UnitOfWork, stage: Stage, scene: Scene) -> None:
    """Put the nominations around the latest group into the store, and who they are of."""
    taken = {each.participant.alias for each in scene.memberships}
    free = iter([alias for alias in names.WOMEN if alias not in taken])
    numbers = list(work.members.numbers())
    for at, case in enumerate(_CASES):
        numbers.append(next_number(numbers, stage.today.year))
        who = Participant(stage.new_id(), next(free), numbers[-1])
        work.members.put_participant(who)
        known = _nomination(stage, case, who, _PEOPLE[at % len(_PEOPLE)])
        work.nominations.add(known)
        work.log.note(Deed.ADDED, Subject.NOMINATION, known.id, who.id)
        if case.interpreter:
            work.profiles.put(who.id, Profile(interpreter=True))
        if case.conflict:
            other = scene.memberships[0].participant.id
            work.ties.put(Tie(stage.new_id(), who.id, other, Bond.CONFLICT))
    for known in _seats(stage, scene):
        work.nominations.add(known)


def _nomination(stage: Stage, case: _Case, who: Participant, person: str) -> Nomination:
    def words(pair: Pair) -> str:
        return in_language(pair, stage.language)

    def day(ago: int | None) -> dt.date | None:
        return None if ago is None else stage.today - ago * _DAY

    language, situation, mental_state = case.answers
    spoken = case.words if language is _SUPPORT else ("", "")
    of_mind = case.words if mental_state is _SUPPORT else ("", "")
    verdict = None
    if case.decision is not None:
        decided = stage.today - case.decided * _DAY
        verdict = Verdict(case.decision, decided, words(case.why), offer=case.offer)
    return Nomination(
        stage.new_id(),
        who.id,
        stage.today - case.made * _DAY,
        person,
        language=Consideration(language, words(spoken)),
        situation=Consideration(situation),
        mental_state=Consideration(mental_state, words(of_mind)),
        speaks_for=words(case.speaks_for),
        speaks_against=words(case.speaks_against),
        conversation=day(case.talked),
        conversation_words=words(case.said),
        said_yes=day(case.yes),
        verdict=verdict,
    )


def _seats(stage: Stage, scene: Scene) -> Iterator[Nomination]:
    """Yield the nominations by which the first three women of the group got their seats."""
    for at, member in enumerate(scene.memberships[:3]):
        made = member.joined - (35 + 6 * at) * _DAY
        yes = made + 5 * _DAY
        fits = Consideration(Answer.FITS)
        yield Nomination(
            stage.new_id(),
            member.participant.id,
            made,
            _PEOPLE[at % len(_PEOPLE)],
            language=fits,
            situation=fits,
            mental_state=fits,
            conversation=yes,
            said_yes=yes,
            verdict=Verdict(Decision.SEAT, member.joined - 14 * _DAY, group_id=scene.group.id),
        )
