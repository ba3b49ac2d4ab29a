"""First start and unlocking."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from groupkit.domain import text
from groupkit.domain.house import HelpLine, House
from groupkit.domain.refusal import Field, PassphrasesDiffer, Refused
from groupkit.domain.roles import User, user_name
from groupkit.language import Language
from groupkit.usecases.ports import OpenStore, Vault


@dataclass(frozen=True)
class FirstStart:
    """What a new store needs: the house, who makes it, and her passphrase typed twice."""

    language: str
    house: str
    owner: str
    passphrase: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """A store just made, with the words of its recovery sheet, shown once."""

    store: OpenStore
    sheet: tuple[str, ...]


def usual_help_lines(language: Language) -> tuple[HelpLine, ...]:
    """Return the four national numbers; the house can change them.

    The hotline has no neutral label: its number alone would tell, so the discreet form leaves it
    out.
    """
    say = language.say
    return (
        HelpLine("112", say("Emergency"), say("Emergency")),
        HelpLine("114", say("Police"), say("Police")),
        HelpLine("1888", say("Lev Uden Vold's hotline")),
        HelpLine("116 111", say("BørneTelefonen, for children"), "BørneTelefonen"),
    )


def check_house(name: str) -> str:
    """Return the house's name as it will be kept, or refuse it."""
    return text.line(name, Field.HOUSE)


def first_start(vault: Vault, folder: Path, wanted: FirstStart) -> Opened:
    """Make the store in ``folder`` and open it; whoever makes it is its first owner.

    Raises:
        Refused: a rule on the name or passphrase, or a folder that cannot hold a new store.
    """
    house = House(
        wanted.house,
        wanted.language,
        help_lines=usual_help_lines(Language(wanted.language)),
    )
    owner = user_name(wanted.owner)
    vault.check_passphrase(wanted.passphrase, (*house.name.split(), *owner.split()))
    if wanted.passphrase != wanted.again:
        raise Refused(PassphrasesDiffer())
    store, words = vault.create(folder, wanted.passphrase, house, owner)
    return Opened(store, words)


def unlock(vault: Vault, folder: Path, passphrase: str) -> OpenStore:
    """Open the store in ``folder``; a wrong passphrase costs a key derivation and is refused."""
    return vault.open(folder, passphrase)


def people_on_sheet(vault: Vault, folder: Path, words: str) -> tuple[User, ...]:
    """Return who has access to the store that the recovery sheet's words open."""
    return vault.people_on_sheet(folder, words)


def unlock_with_sheet(
    vault: Vault, folder: Path, words: str, person: User, passphrase: str, again: str
) -> OpenStore:
    """Open the store with the recovery sheet's words; ``person`` has a new passphrase then."""
    vault.check_passphrase(passphrase, person.name.split())
    if passphrase != again:
        raise Refused(PassphrasesDiffer())
    return vault.open_with_sheet(folder, words, passphrase, person.id)


def restore_and_unlock(
    vault: Vault, folder: Path, backup: Path | str, passphrase: str
) -> OpenStore:
    """Put a backup in place of a damaged or lost store, which is kept aside, and open it.

    ``backup`` is its name in the store's folder or a file anywhere; ``passphrase`` opened the
    store when it was made.
    """
    vault.restore(folder, backup, passphrase)
    return vault.open(folder, passphrase)


def restore_by_sheet(
    vault: Vault, folder: Path, backup: Path | str, words: str
) -> tuple[User, ...]:
    """Do the same with the words of the recovery sheet; return who has access to it."""
    vault.restore(folder, backup, words, is_sheet=True)
    return vault.people_on_sheet(folder, words)
