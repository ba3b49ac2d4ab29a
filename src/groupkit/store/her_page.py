"""What the team must know of one woman: needs, safe contact, consent; all of it sealed."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.consent import Consent
from groupkit.domain.profile import AgeBand, Profile
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.store.sealed import BROKEN, CONTACT, PROFILE, PURPOSE
from groupkit.store.sealed_fields import packed, unpacked
from groupkit.store.tables import consent, profile, safe_contact
from groupkit.usecases.ports import StoreKeys


class ProfileRows:
    """Profiles by woman; implements ``usecases.ports.Profiles``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = PROFILE.of(keys)

    def get(self, participant_id: UUID) -> Profile:
        """Return a woman's profile, the empty one when there is none."""
        row = self._connection.execute(
            select(profile).where(profile.c.participant_id == participant_id)
        ).one_or_none()
        if row is None:
            return Profile()
        said = unpacked(self._fields.open_or_broken(row.id, row.fields, participant_id))
        if said is None:
            return Profile(contact_person=BROKEN)
        ages = frozenset(AgeBand(band) for band in said.pop("ages", ()))
        return Profile(**said, ages=ages)

    def put(self, participant_id: UUID, wanted: Profile) -> None:
        """Keep ``wanted`` in place of what was there; the empty profile removes it."""
        if wanted.contact_person == BROKEN:
            return
        self.remove(participant_id)
        if wanted == Profile():
            return
        row_id = uuid4()
        said = {
            "contact_person": wanted.contact_person,
            "language": wanted.language,
            "interpreter": wanted.interpreter,
            "childcare": wanted.childcare,
            "near_door": wanted.near_door,
            "other_needs": wanted.other_needs,
            "children": wanted.children,
            "ages": sorted(band.value for band in wanted.ages),
        }
        sealed = self._fields.seal(row_id, packed(said), participant_id)
        row = {"id": row_id, "participant_id": participant_id, "fields": sealed}
        self._connection.execute(insert(profile), row)

    def remove(self, participant_id: UUID) -> None:
        """Remove a woman's profile, if there is one."""
        self._connection.execute(delete(profile).where(profile.c.participant_id == participant_id))


class SafeContactRows:
    """Rules of contact by woman; implements ``usecases.ports.SafeContacts``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = CONTACT.of(keys)

    def get(self, participant_id: UUID) -> SafeContact:
        """Return a woman's rule, the unknown one when there is none.

        One that does not open says so in its hours and names no channel.
        """
        row = self._connection.execute(
            select(safe_contact).where(safe_contact.c.participant_id == participant_id)
        ).one_or_none()
        if row is None:
            return SafeContact()
        said = unpacked(self._fields.open_or_broken(row.id, row.fields, participant_id))
        if said is None:
            return SafeContact(hours=BROKEN)
        confirmed = said.get("confirmed")
        return SafeContact(
            Channel(said.get("channel", Channel.UNKNOWN)),
            said.get("reach", ""),
            said.get("hours", ""),
            MayLeave(said.get("may_leave", MayLeave.NO)),
            said.get("message", ""),
            said.get("who_sees", ""),
            dt.date.fromisoformat(confirmed) if confirmed else None,
        )

    def put(self, participant_id: UUID, wanted: SafeContact) -> None:
        """Keep ``wanted`` in place of what was there; the unknown rule removes it."""
        if wanted.hours == BROKEN:
            return
        self.remove(participant_id)
        if wanted == SafeContact():
            return
        row_id = uuid4()
        said = {
            "channel": wanted.channel.value,
            "reach": wanted.reach,
            "hours": wanted.hours,
            "may_leave": wanted.may_leave.value,
            "message": wanted.message,
            "who_sees": wanted.who_sees,
            "confirmed": wanted.confirmed.isoformat() if wanted.confirmed else None,
        }
        sealed = self._fields.seal(row_id, packed(said), participant_id)
        row = {"id": row_id, "participant_id": participant_id, "fields": sealed}
        self._connection.execute(insert(safe_contact), row)

    def remove(self, participant_id: UUID) -> None:
        """Remove a woman's rule, if there is one."""
        self._connection.execute(
            delete(safe_contact).where(safe_contact.c.participant_id == participant_id)
        )


class ConsentRows:
    """What women agreed to; implements ``usecases.ports.Consents``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._purpose = PURPOSE.of(keys)

    def of_participant(self, participant_id: UUID) -> tuple[Consent, ...]:
        """Return what a woman agreed to, the newest first."""
        rows = self._connection.execute(
            select(consent)
            .where(consent.c.participant_id == participant_id)
            .order_by(consent.c.given.desc(), consent.c.id)
        )
        return tuple(
            Consent(
                row.id,
                participant_id,
                self._purpose.open_or_broken(row.id, row.purpose, participant_id),
                row.given,
                row.withdrawn,
            )
            for row in rows
        )

    def put(self, wanted: Consent) -> None:
        """Keep a consent, in place of the one of its id."""
        if wanted.purpose == BROKEN:
            return
        self.remove(wanted.id)
        row = {
            "id": wanted.id,
            "participant_id": wanted.participant_id,
            "given": wanted.given,
            "withdrawn": wanted.withdrawn,
            "purpose": self._purpose.seal(wanted.id, wanted.purpose, wanted.participant_id),
        }
        self._connection.execute(insert(consent), row)

    def remove(self, consent_id: UUID) -> None:
        """Remove a consent, if it is there."""
        self._connection.execute(delete(consent).where(consent.c.id == consent_id))
