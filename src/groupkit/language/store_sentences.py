"""Refusals about stores, keys, access and backups as sentences."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.domain.damage import Area
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for
from groupkit.language.words import area_word


@sentence_for(no.WrongPassphrase)
def _(_r: no.WrongPassphrase, language: Language) -> str:
    return language.say(
        "That passphrase does not open the store. Nothing was changed; please try again."
    )


@sentence_for(no.WrongRecoverySheet)
def _(_r: no.WrongRecoverySheet, language: Language) -> str:
    return language.say(
        "These words do not open the store. Check each word against the sheet, "
        "and that it is the newest sheet."
    )


@sentence_for(no.PassphraseTooShort)
def _(r: no.PassphraseTooShort, language: Language) -> str:
    return language.say(
        "The passphrase needs at least {least} characters; it has {length}. "
        "A short sentence is easy to remember.",
        least=r.least,
        length=r.length,
    )


@sentence_for(no.PassphraseTooLong)
def _(r: no.PassphraseTooLong, language: Language) -> str:
    return language.say(
        "The passphrase is longer than {most} characters. Please choose a shorter one.", most=r.most
    )


@sentence_for(no.PassphraseTooCommon)
def _(_r: no.PassphraseTooCommon, language: Language) -> str:
    return language.say(
        "This passphrase is easy to guess. Take four or five words that have nothing to do "
        "with each other."
    )


@sentence_for(no.PassphrasesDiffer)
def _(_r: no.PassphrasesDiffer, language: Language) -> str:
    return language.say("The two passphrases are not the same. Please type them again.")


@sentence_for(no.StoreMissing)
def _(r: no.StoreMissing, language: Language) -> str:
    return language.say(
        "There is no store in {folder}. Check that the folder is right and that the drive "
        "is connected.",
        folder=r.folder,
    )


@sentence_for(no.StoreExists)
def _(r: no.StoreExists, language: Language) -> str:
    return language.say(
        "There is already a store in {folder}. It was left as it is; choose another folder.",
        folder=r.folder,
    )


@sentence_for(no.FolderNotEmpty)
def _(r: no.FolderNotEmpty, language: Language) -> str:
    return language.say(
        "The folder {folder} holds other files. A new store needs an empty folder.", folder=r.folder
    )


@sentence_for(no.KeysMissing)
def _(_r: no.KeysMissing, language: Language) -> str:
    return language.say(
        "The store's key file is missing, so it cannot be opened. Nothing was changed. "
        "Put back the folder 'keys' from a copy of the store, or restore a backup."
    )


@sentence_for(no.KeysDamaged)
def _(_r: no.KeysDamaged, language: Language) -> str:
    return language.say(
        "The store's key file is damaged or was changed. The store was left untouched. "
        "Put back the folder 'keys' from a copy of the store, or restore a backup."
    )


@sentence_for(no.StoreDamaged)
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


@sentence_for(no.MadeByTrialVersion)
def _(_r: no.MadeByTrialVersion, language: Language) -> str:
    return language.say(
        "This store was made by a trial version of groupkit, which had one passphrase for "
        "everybody. It was left untouched. Make a new store in another folder."
    )


@sentence_for(no.PassphraseTaken)
def _(_r: no.PassphraseTaken, language: Language) -> str:
    return language.say(
        "This passphrase cannot be used here. Nothing was changed; please choose another one."
    )


@sentence_for(no.RoleMissing)
def _(_r: no.RoleMissing, language: Language) -> str:
    return language.say("Please choose at least one role.")


@sentence_for(no.OwnerNeedsAllKeys)
def _(_r: no.OwnerNeedsAllKeys, language: Language) -> str:
    return language.say(
        "An owner has to hold every key, so she is a facilitator, too. Choose that role as well."
    )


@sentence_for(no.LastOwner)
def _(r: no.LastOwner, language: Language) -> str:
    return language.say(
        "{name} is the only owner. Nothing was changed. Make somebody else an owner first, so "
        "that access can still be given and taken away.",
        name=r.name,
    )


@sentence_for(no.RemovingYourself)
def _(_r: no.RemovingYourself, language: Language) -> str:
    return language.say(
        "You cannot take your own access away. Nothing was changed; another owner can do it."
    )


@sentence_for(no.UserNameTaken)
def _(r: no.UserNameTaken, language: Language) -> str:
    return language.say(
        "Somebody called '{name}' has access already. Please add an initial or a surname.",
        name=r.name,
    )


@sentence_for(no.NotForYourRole)
def _(_r: no.NotForYourRole, language: Language) -> str:
    return language.say(
        "Your role does not open this part of the store. Nothing was changed; an owner can "
        "change your role under Settings."
    )


@sentence_for(no.BackupDamaged)
def _(r: no.BackupDamaged, language: Language) -> str:
    return language.say(
        "The backup {name} is damaged or is no backup of groupkit. Nothing was changed; "
        "please choose another one.",
        name=r.name,
    )


@sentence_for(no.BackupNotOpened)
def _(r: no.BackupNotOpened, language: Language) -> str:
    return language.say(
        "The backup {name} is whole, but your keys do not open it: it is of another store, or of "
        "a time before the keys were renewed. Nothing was changed.",
        name=r.name,
    )


@sentence_for(no.HeadUnreadable)
def _(_r: no.HeadUnreadable, language: Language) -> str:
    return language.say(
        "This is not the head of a log. Type the number and all sixteen groups of four signs as "
        "they stand on the sheet."
    )


@sentence_for(no.StoreInUse)
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


@sentence_for(no.NetworkFolder)
def _(r: no.NetworkFolder, language: Language) -> str:
    return language.say(
        "The folder {folder} lies on a network drive ({kind}). There two computers could write to "
        "the store at once and damage it. Choose a folder on this computer's own disk; a network "
        "drive is a good place for backups.",
        folder=r.folder,
        kind=r.kind,
    )


@sentence_for(no.SyncedFolder)
def _(r: no.SyncedFolder, language: Language) -> str:
    return language.say(
        "The folder {folder} is copied to the cloud by {service}. That can damage an open store, "
        "and what is erased here would live on there. Choose a folder that is not synchronised.",
        folder=r.folder,
        service=r.service,
    )


@sentence_for(no.StoreReadOnly)
def _(_r: no.StoreReadOnly, language: Language) -> str:
    return language.say(
        "The store's folder cannot be written to. Nothing was changed. Move the store to a folder "
        "where you may save files, or ask for the right to write there."
    )


@sentence_for(no.MadeByNewerProgram)
def _(_r: no.MadeByNewerProgram, language: Language) -> str:
    return language.say(
        "This store was last used with a newer groupkit. It was left untouched. "
        "Install the newest groupkit and open it again."
    )


@sentence_for(no.DiskFull)
def _(_r: no.DiskFull, language: Language) -> str:
    return language.say("The disk is full. What was saved before is safe. Make room and try again.")


@sentence_for(no.FileNotWritten)
def _(r: no.FileNotWritten, language: Language) -> str:
    return language.say(
        "The file {name} could not be written. Choose another folder or name.", name=r.name
    )


@sentence_for(no.SealBroken)
def _(_r: no.SealBroken, language: Language) -> str:
    return language.say(
        "A text in the store does not belong where it stands and is not shown. "
        "Everything else is unharmed."
    )
