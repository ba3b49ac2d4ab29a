"""The change log in words: what was done, to which kind of record, and what verifying found."""

from __future__ import annotations

from groupkit.domain.change_log import Deed, LogCheck, Subject
from groupkit.language.language import Language

_MOST_NUMBERS = 8


def deed_word(deed: Deed, language: Language) -> str:
    """Return the name of ``deed``, as it stands before what it was done to."""
    pick = language.pick
    words = {
        Deed.ADDED: pick("change log", "Added"),
        Deed.CHANGED: pick("change log", "Changed"),
        Deed.REMOVED: pick("change log", "Removed"),
        Deed.READ: pick("change log", "Read"),
        Deed.PRINTED: pick("change log", "Printed"),
        Deed.UNLOCKED: pick("change log", "Unlocked"),
        Deed.RESTORED: pick("change log", "Restored"),
        Deed.COPIED: pick("change log", "Copied"),
        Deed.RENEWED: pick("change log", "Renewed"),
        Deed.CONFIRMED: pick("change log", "Confirmed"),
        Deed.ERASED: pick("change log", "Erased"),
    }
    return words[deed]


def subject_word(subject: Subject, language: Language) -> str:
    """Return the name of a kind of record."""
    pick = language.pick
    words = {
        Subject.STORE: pick("change log", "The store"),
        Subject.HOUSE: pick("change log", "The house's settings"),
        Subject.GROUP: pick("change log", "Group"),
        Subject.SESSION: pick("change log", "Session"),
        Subject.AGENDA: pick("change log", "Topic and agenda"),
        Subject.PARTICIPANT: pick("change log", "Participant"),
        Subject.ATTENDANCE: pick("change log", "Attendance"),
        Subject.GROUP_NOTE: pick("change log", "The group's note"),
        Subject.OWN_NOTE: pick("change log", "Her own note"),
        Subject.USER: pick("change log", "Access"),
        Subject.KEYS: pick("change log", "Passphrase or keys"),
        Subject.RECOVERY_SHEET: pick("change log", "Recovery sheet"),
        Subject.BACKUP: pick("change log", "Backup"),
        Subject.LOG: pick("change log", "Change log"),
        Subject.CLOCK: pick("change log", "The date"),
        Subject.CALENDAR: pick("change log", "The house's calendar"),
        Subject.PROGRAMME: pick("change log", "Programme of topics"),
        Subject.TEMPLATE: pick("change log", "Agenda kept as a template"),
        Subject.TOPIC: pick("change log", "Topic"),
        Subject.SHEET: pick("change log", "Text in the library"),
        Subject.PICTURE: pick("change log", "Picture"),
        Subject.NOMINATION: pick("change log", "Nomination"),
        Subject.TIE: pick("change log", "Tie between participants"),
        Subject.PROFILE: pick("change log", "What she needs"),
        Subject.CONTACT: pick("change log", "Safe contact"),
        Subject.CONSENT: pick("change log", "Consent"),
        Subject.MEMBERSHIP: pick("change log", "Dates in the group"),
        Subject.CARE: pick("change log", "Incident, safety answer or follow-up"),
        Subject.MATERIAL: pick("change log", "Handed-out material"),
        Subject.ACCESS_PAPER: pick("change log", "All that is written of her"),
        Subject.REPORT: pick("change log", "Report"),
        Subject.RETENTION: pick("change log", "How long things are kept"),
    }
    return words[subject]


def check_sentence(check: LogCheck, language: Language) -> str:
    """Return what verifying found: that the log is whole, or where it is not."""
    say = language.say
    if check.breaks:
        said = [_broken(check.breaks, language)]
    else:
        said = [
            language.count(
                "The log is whole: its {n} line follows from the first and is signed.",
                "The log is whole: its {n} lines follow from each other and are signed.",
                check.entries,
            )
        ]
    if check.head_agrees is False:
        said = said if check.breaks else []
        said.append(
            say(
                "The log does not agree with the printed head: lines up to that number were "
                "changed or taken away after it was printed."
            )
        )
    elif check.head_agrees:
        said.append(say("It agrees with the printed head."))
    return " ".join(said)


def _broken(breaks: tuple[int, ...], language: Language) -> str:
    numbers = ", ".join(str(number) for number in breaks[:_MOST_NUMBERS])
    if len(breaks) > _MOST_NUMBERS:
        numbers += " …"
    return language.count(
        "The log breaks at number {numbers}: this line was changed, taken away or put in "
        "from outside.",
        "The log breaks at {n} numbers ({numbers}): these lines were changed, taken away or put in "
        "from outside.",
        len(breaks),
        numbers=numbers,
    )
