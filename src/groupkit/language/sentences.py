"""A refusal as a sentence: what happened, that nothing was lost, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from groupkit.domain import refusal as no
from groupkit.domain.damage import Area
from groupkit.language.language import Language
from groupkit.language.words import area_word

_Sentence = Callable[[Any, Language], str]
_SENTENCES: dict[type[no.Refusal], _Sentence] = {}


def sentence(refusal: no.Refusal, language: Language) -> str:
    """Return ``refusal`` in the words of ``language``."""
    return _SENTENCES[type(refusal)](refusal, language)


def _for(kind: type[no.Refusal]) -> Callable[[_Sentence], _Sentence]:
    def keep(made: _Sentence) -> _Sentence:
        _SENTENCES[kind] = made
        return made

    return keep


def field_word(field: no.Field, language: Language) -> str:
    """Return what a text field is called in a sentence."""
    pick = language.pick
    words = {
        no.Field.HOUSE: pick("field", "the house's name"),
        no.Field.GROUP: pick("field", "the group's name"),
        no.Field.PLACE: pick("field", "the place"),
        no.Field.FACILITATOR: pick("field", "the facilitator's name"),
        no.Field.ALIAS: pick("field", "the first name or alias"),
        no.Field.NUMBER: pick("field", "the number"),
        no.Field.ITEM: pick("field", "the item's title"),
        no.Field.NOTE: pick("field", "the note"),
        no.Field.REASON: pick("field", "the reason"),
        no.Field.HELP_LINE: pick("field", "the help number"),
        no.Field.USER: pick("field", "the person's name"),
    }
    return words[field]


@_for(no.TextEmpty)
def _(r: no.TextEmpty, language: Language) -> str:
    return language.say("Please fill in {field}.", field=field_word(r.field, language))


@_for(no.TextTooLong)
def _(r: no.TextTooLong, language: Language) -> str:
    return language.say(
        "There are {length} characters in {field}; there is room for {most}. Please shorten it.",
        field=field_word(r.field, language),
        length=r.length,
        most=r.most,
    )


@_for(no.TextUnprintable)
def _(r: no.TextUnprintable, language: Language) -> str:
    return language.say(
        "There is nothing readable in {field}. Please type it instead of pasting.",
        field=field_word(r.field, language),
    )


@_for(no.DateUnknown)
def _(r: no.DateUnknown, language: Language) -> str:
    return language.say(
        "'{text}' is not a date. Write it as year-month-day, for example 2027-01-13.", text=r.text
    )


@_for(no.PeriodBackwards)
def _(r: no.PeriodBackwards, language: Language) -> str:
    return language.say(
        "The period ends on {last}, before it starts on {first}. Please swap the dates.",
        first=language.date_short(r.first),
        last=language.date_short(r.last),
    )


@_for(no.DateOutOfReach)
def _(r: no.DateOutOfReach, language: Language) -> str:
    return language.say(
        "{day} is out of reach. Choose a date between {earliest} and {latest}.",
        day=language.date_short(r.day),
        earliest=language.date_short(r.earliest),
        latest=language.date_short(r.latest),
    )


@_for(no.WeeksOutOfRange)
def _(r: no.WeeksOutOfRange, language: Language) -> str:
    return language.say(
        "A group runs for {least} to {most} weeks, not {weeks}. Choose a number in between.",
        least=r.least,
        most=r.most,
        weeks=r.weeks,
    )


@_for(no.RhythmOutOfRange)
def _(r: no.RhythmOutOfRange, language: Language) -> str:
    return language.say(
        "A group meets every week, every second or every third week, not every {every} weeks.",
        every=r.every,
    )


@_for(no.NoOpenDay)
def _(r: no.NoOpenDay, language: Language) -> str:
    return language.say(
        "Every possible day from {first} to {last} is closed. "
        "Choose another weekday or start, or remove a closed period.",
        first=language.date_short(r.first),
        last=language.date_short(r.last),
    )


@_for(no.LengthOutOfRange)
def _(r: no.LengthOutOfRange, language: Language) -> str:
    return language.say(
        "A session lasts {least} to {most} minutes, not {minutes}.",
        least=r.least,
        most=r.most,
        minutes=r.minutes,
    )


@_for(no.EndsNextDay)
def _(r: no.EndsNextDay, language: Language) -> str:
    return language.say(
        "A session that starts at {starts} and lasts {minutes} minutes runs past midnight. "
        "Choose an earlier start or a shorter session.",
        starts=language.time(r.starts),
        minutes=r.minutes,
    )


@_for(no.ItemMinutesOutOfRange)
def _(r: no.ItemMinutesOutOfRange, language: Language) -> str:
    return language.say(
        "An item on the agenda takes {least} to {most} minutes, not {minutes}.",
        least=r.least,
        most=r.most,
        minutes=r.minutes,
    )


@_for(no.TooManyItems)
def _(r: no.TooManyItems, language: Language) -> str:
    return language.say(
        "An agenda holds at most {most} items. Remove one before you add another.", most=r.most
    )


@_for(no.TooManyFacilitators)
def _(r: no.TooManyFacilitators, language: Language) -> str:
    return language.say("A group has at most {most} facilitators.", most=r.most)


@_for(no.GroupNameTaken)
def _(r: no.GroupNameTaken, language: Language) -> str:
    return language.say(
        "There is already a group named '{name}'. Choose another name.", name=r.name
    )


@_for(no.NumberTaken)
def _(r: no.NumberTaken, language: Language) -> str:
    return language.say(
        "The number {number} already belongs to another participant. Choose another number.",
        number=r.number,
    )


@_for(no.AliasTaken)
def _(r: no.AliasTaken, language: Language) -> str:
    return language.say(
        "There is already a '{alias}' in this group. Add something that tells them apart, "
        "such as a letter.",
        alias=r.alias,
    )


@_for(no.LeftBeforeJoining)
def _(r: no.LeftBeforeJoining, language: Language) -> str:
    return language.say(
        "She cannot leave on {left}, before she joins on {joined}. Please check both dates.",
        left=language.date_short(r.left),
        joined=language.date_short(r.joined),
    )


@_for(no.LeftBeforeLastMark)
def _(r: no.LeftBeforeLastMark, language: Language) -> str:
    return language.say(
        "She is recorded at the session on {last_mark}, after {left}. "
        "Choose a later date, or correct that record first.",
        left=language.date_short(r.left),
        last_mark=language.date_short(r.last_mark),
    )


@_for(no.JoinedAfterFirstMark)
def _(r: no.JoinedAfterFirstMark, language: Language) -> str:
    return language.say(
        "She is recorded at the session on {first_mark}, before {joined}. "
        "Choose an earlier date, or correct that record first.",
        joined=language.date_short(r.joined),
        first_mark=language.date_short(r.first_mark),
    )


@_for(no.AlreadyRecorded)
def _(r: no.AlreadyRecorded, language: Language) -> str:
    return language.say(
        "She is recorded at the session on {day}, so she stays in the group. "
        "Give her a leaving date instead.",
        day=language.date_short(r.day),
    )


@_for(no.NotAMember)
def _(r: no.NotAMember, language: Language) -> str:
    return language.say(
        "She was not in the group on {day}. Check her dates before you record this session.",
        day=language.date_short(r.day),
    )


@_for(no.SessionNotYet)
def _(r: no.SessionNotYet, language: Language) -> str:
    return language.say(
        "This session is on {day}. Attendance can be recorded from that day on.",
        day=language.date_long(r.day),
    )


@_for(no.NotFound)
def _(r: no.NotFound, language: Language) -> str:
    return language.say(
        "'{name}' was not found in the store. Check the spelling and try again.", name=r.name
    )


@_for(no.TopicUnknown)
def _(r: no.TopicUnknown, language: Language) -> str:
    return language.say(
        "There is no topic '{name}'. 'groupkit print handout --list' shows the topics.",
        name=r.name,
    )


@_for(no.WrongPassphrase)
def _(_r: no.WrongPassphrase, language: Language) -> str:
    return language.say(
        "That passphrase does not open the store. Nothing was changed; please try again."
    )


@_for(no.WrongRecoverySheet)
def _(_r: no.WrongRecoverySheet, language: Language) -> str:
    return language.say(
        "These words do not open the store. Check each word against the sheet, "
        "and that it is the newest sheet."
    )


@_for(no.PassphraseTooShort)
def _(r: no.PassphraseTooShort, language: Language) -> str:
    return language.say(
        "The passphrase needs at least {least} characters; it has {length}. "
        "A short sentence is easy to remember.",
        least=r.least,
        length=r.length,
    )


@_for(no.PassphraseTooLong)
def _(r: no.PassphraseTooLong, language: Language) -> str:
    return language.say(
        "The passphrase is longer than {most} characters. Please choose a shorter one.", most=r.most
    )


@_for(no.PassphraseTooCommon)
def _(_r: no.PassphraseTooCommon, language: Language) -> str:
    return language.say(
        "This passphrase is easy to guess. Take four or five words that have nothing to do "
        "with each other."
    )


@_for(no.PassphrasesDiffer)
def _(_r: no.PassphrasesDiffer, language: Language) -> str:
    return language.say("The two passphrases are not the same. Please type them again.")


@_for(no.StoreMissing)
def _(r: no.StoreMissing, language: Language) -> str:
    return language.say(
        "There is no store in {folder}. Check that the folder is right and that the drive "
        "is connected.",
        folder=r.folder,
    )


@_for(no.StoreExists)
def _(r: no.StoreExists, language: Language) -> str:
    return language.say(
        "There is already a store in {folder}. It was left as it is; choose another folder.",
        folder=r.folder,
    )


@_for(no.FolderNotEmpty)
def _(r: no.FolderNotEmpty, language: Language) -> str:
    return language.say(
        "The folder {folder} holds other files. A new store needs an empty folder.", folder=r.folder
    )


@_for(no.KeysMissing)
def _(_r: no.KeysMissing, language: Language) -> str:
    return language.say(
        "The store's key file is missing, so it cannot be opened. Nothing was changed. "
        "Put back the folder 'keys' from a copy of the store, or restore a backup."
    )


@_for(no.KeysDamaged)
def _(_r: no.KeysDamaged, language: Language) -> str:
    return language.say(
        "The store's key file is damaged or was changed. The store was left untouched. "
        "Put back the folder 'keys' from a copy of the store, or restore a backup."
    )


@_for(no.StoreDamaged)
def _(r: no.StoreDamaged, language: Language) -> str:
    said = [
        language.say("The store is damaged; it was left exactly as it is."),
        _reach(r, language),
    ]
    if r.made is None:
        said.append(
            language.say(
                "No sound backup was found in its folder. Restore one that lies elsewhere."
            )
        )
    else:
        made = r.made.astimezone()
        said.append(
            language.say(
                "The newest sound backup is of {day} at {time}. What was written after that is "
                "missing from it.",
                day=language.date_short(made.date()),
                time=language.time(made.time()),
            )
        )
    return " ".join(filter(None, said))


def _reach(r: no.StoreDamaged, language: Language) -> str:
    if not r.affected:
        return ""
    if set(r.affected) >= set(Area) - {Area.KEYS}:
        return language.say("What is wrong cannot be narrowed down to a part of it.")
    areas = tuple(area_word(area, language) for area in r.affected)
    return language.say("Affected: {areas}.", areas=language.listed(areas))


@_for(no.MadeByTrialVersion)
def _(_r: no.MadeByTrialVersion, language: Language) -> str:
    return language.say(
        "This store was made by a trial version of groupkit, which had one passphrase for "
        "everybody. It was left untouched. Make a new store in another folder."
    )


@_for(no.PassphraseTaken)
def _(_r: no.PassphraseTaken, language: Language) -> str:
    return language.say(
        "This passphrase cannot be used here. Nothing was changed; please choose another one."
    )


@_for(no.RoleMissing)
def _(_r: no.RoleMissing, language: Language) -> str:
    return language.say("Please choose at least one role.")


@_for(no.OwnerNeedsAllKeys)
def _(_r: no.OwnerNeedsAllKeys, language: Language) -> str:
    return language.say(
        "An owner has to hold every key, so she is a facilitator, too. Choose that role as well."
    )


@_for(no.LastOwner)
def _(r: no.LastOwner, language: Language) -> str:
    return language.say(
        "{name} is the only owner. Nothing was changed. Make somebody else an owner first, so "
        "that access can still be given and taken away.",
        name=r.name,
    )


@_for(no.RemovingYourself)
def _(_r: no.RemovingYourself, language: Language) -> str:
    return language.say(
        "You cannot take your own access away. Nothing was changed; another owner can do it."
    )


@_for(no.UserNameTaken)
def _(r: no.UserNameTaken, language: Language) -> str:
    return language.say(
        "Somebody called '{name}' has access already. Please add an initial or a surname.",
        name=r.name,
    )


@_for(no.NotForYourRole)
def _(_r: no.NotForYourRole, language: Language) -> str:
    return language.say(
        "Your role does not open this part of the store. Nothing was changed; an owner can "
        "change your role under Settings."
    )


@_for(no.BackupDamaged)
def _(r: no.BackupDamaged, language: Language) -> str:
    return language.say(
        "The backup {name} is damaged or is no backup of groupkit. Nothing was changed; "
        "please choose another one.",
        name=r.name,
    )


@_for(no.BackupNotOpened)
def _(r: no.BackupNotOpened, language: Language) -> str:
    return language.say(
        "The backup {name} is whole, but your keys do not open it: it is of another store, or of "
        "a time before the keys were renewed. Nothing was changed.",
        name=r.name,
    )


@_for(no.HeadUnreadable)
def _(_r: no.HeadUnreadable, language: Language) -> str:
    return language.say(
        "This is not the head of a log. Type the number and all sixteen groups of four signs as "
        "they stand on the sheet."
    )


@_for(no.StoreInUse)
def _(r: no.StoreInUse, language: Language) -> str:
    if r.holder is None:
        return language.say(
            "The store is already open in another window or program. "
            "Close it there, then try again."
        )
    since = r.holder.since.astimezone()
    day, time = language.date_short(since.date()), language.time(since.time())
    if r.holder.is_here:
        return language.say(
            "The store is already open on this computer, since {day} at {time} "
            "(login {login}). Lock or close it there, then try again.",
            day=day,
            time=time,
            login=r.holder.login,
        )
    return language.say(
        "The store is already open on the computer {host}, since {day} at {time} "
        "(login {login}). Lock or close it there, then try again.",
        host=r.holder.host,
        day=day,
        time=time,
        login=r.holder.login,
    )


@_for(no.NetworkFolder)
def _(r: no.NetworkFolder, language: Language) -> str:
    return language.say(
        "The folder {folder} lies on a network drive ({kind}). There two computers could write to "
        "the store at once and damage it. Choose a folder on this computer's own disk; a network "
        "drive is a good place for backups.",
        folder=r.folder,
        kind=r.kind,
    )


@_for(no.SyncedFolder)
def _(r: no.SyncedFolder, language: Language) -> str:
    return language.say(
        "The folder {folder} is copied to the cloud by {service}. That can damage an open store, "
        "and what is erased here would live on there. Choose a folder that is not synchronised.",
        folder=r.folder,
        service=r.service,
    )


@_for(no.StoreReadOnly)
def _(_r: no.StoreReadOnly, language: Language) -> str:
    return language.say(
        "The store's folder cannot be written to. Nothing was changed. Move the store to a folder "
        "where you may save files, or ask for the right to write there."
    )


@_for(no.MadeByNewerProgram)
def _(_r: no.MadeByNewerProgram, language: Language) -> str:
    return language.say(
        "This store was last used with a newer groupkit. It was left untouched. "
        "Install the newest groupkit and open it again."
    )


@_for(no.DiskFull)
def _(_r: no.DiskFull, language: Language) -> str:
    return language.say("The disk is full. What was saved before is safe. Make room and try again.")


@_for(no.FileNotWritten)
def _(r: no.FileNotWritten, language: Language) -> str:
    return language.say(
        "The file {name} could not be written. Choose another folder or name.", name=r.name
    )


@_for(no.SealBroken)
def _(_r: no.SealBroken, language: Language) -> str:
    return language.say(
        "A text in the store does not belong where it stands and is not shown. "
        "Everything else is unharmed."
    )
