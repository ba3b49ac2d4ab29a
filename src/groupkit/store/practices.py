"""The house's own habits in aftercare, and how long it keeps what."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.practice import Practice
from groupkit.domain.profile import ProfileField
from groupkit.domain.reporting.completion import CompletionRule, LeastShare
from groupkit.domain.retention import Kept, Periods
from groupkit.store.tables import completion_rule, hidden_field, own_offer, practice, retention


class PracticeRows:
    """The one house's practice; implements ``usecases.ports.Practices``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Practice:
        """Return the house's practice, the usual one until it says otherwise."""
        row = self._connection.execute(select(practice)).one_or_none()
        offers = self._connection.execute(select(own_offer.c.name).order_by(own_offer.c.place))
        hidden = self._connection.execute(select(hidden_field.c.name))
        kept = Practice()
        return Practice(
            row.seats if row else kept.seats,
            row.contact_days if row else kept.contact_days,
            row.danger if row else kept.danger,
            bool(row.gbvims) if row else kept.gbvims,
            tuple(offers.scalars()),
            frozenset(ProfileField(name) for name in hidden.scalars()),
        )

    def put(self, wanted: Practice) -> None:
        """Keep ``wanted`` in place of what was there."""
        for table in (practice, own_offer, hidden_field):
            self._connection.execute(delete(table))
        row = {
            "id": 1,
            "seats": wanted.seats,
            "contact_days": wanted.contact_days,
            "danger": wanted.danger,
            "gbvims": int(wanted.gbvims),
        }
        self._connection.execute(insert(practice), row)
        offers = [{"place": place, "name": name} for place, name in enumerate(wanted.offers)]
        if offers:
            self._connection.execute(insert(own_offer), offers)
        hidden = [{"name": name.value} for name in sorted(wanted.hidden)]
        if hidden:
            self._connection.execute(insert(hidden_field), hidden)

    def periods(self) -> Periods:
        """Return how long what is kept, the proposal until the house says otherwise."""
        rows = self._connection.execute(select(retention))
        return Periods({Kept(row.kind): row.months for row in rows})

    def put_periods(self, periods: Periods) -> None:
        """Keep ``periods`` in place of what was there."""
        self._connection.execute(delete(retention))
        rows = [{"kind": kind.value, "months": months} for kind, months in periods.months.items()]
        self._connection.execute(insert(retention), rows)

    def completion(self) -> CompletionRule:
        """Return when a woman has completed, the usual rule until the house says otherwise."""
        row = self._connection.execute(select(completion_rule)).one_or_none()
        if row is None:
            return CompletionRule()
        return CompletionRule(LeastShare(row.least), bool(row.to_the_end))

    def put_completion(self, rule: CompletionRule) -> None:
        """Keep ``rule`` in place of what was there."""
        self._connection.execute(delete(completion_rule))
        row = {"id": 1, "least": rule.least.value, "to_the_end": int(rule.to_the_end)}
        self._connection.execute(insert(completion_rule), row)
