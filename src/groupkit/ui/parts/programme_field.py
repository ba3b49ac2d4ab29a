"""Which topics a new group begins with."""

from __future__ import annotations

from groupkit.domain.programme import Programme, nearest
from groupkit.language import Language
from groupkit.ui.parts.field import ChoiceField

_NONE, _FITTING, _SHIPPED, _OWN = "none", "fitting", "shipped:", "own:"


class ProgrammeField(ChoiceField):
    """None, the shipped one that fits, one of the shipped ones, or one of the house's own."""

    def __init__(
        self,
        language: Language,
        shipped: tuple[tuple[str, ...], ...],
        *,
        may_be_none: bool = True,
    ) -> None:
        self._may_be_none = may_be_none
        self._language = language
        self._shipped = shipped
        self._own: tuple[Programme, ...] = ()
        say = language.say
        super().__init__(
            say("Topics"),
            self._options_now(),
            hint=say("Topics and agendas can be changed for each session."),
        )
        self.set_value(_FITTING)

    def offer(self, own: tuple[Programme, ...]) -> None:
        """Offer the house's own programmes too."""
        self._own = own
        self.set_options(self._options_now())

    def topics(self, sessions: int) -> tuple[str, ...]:
        """Return the slugs chosen, for a course of so many sessions."""
        chosen = self.value()
        if chosen == _FITTING:
            return nearest(self._shipped, sessions)
        for number, topics in enumerate(self._shipped):
            if chosen == f"{_SHIPPED}{number}":
                return topics
        for programme in self._own:
            if chosen == f"{_OWN}{programme.id}":
                return programme.topics
        return ()

    def _options_now(self) -> list[tuple[str, str]]:
        say, count = self._language.say, self._language.count
        return [
            (_FITTING, say("A programme that fits the number of sessions")),
            *(
                (
                    f"{_SHIPPED}{number}",
                    count("Programme of {n} session", "Programme of {n} sessions", len(topics)),
                )
                for number, topics in enumerate(self._shipped)
            ),
            *((f"{_OWN}{programme.id}", programme.name) for programme in self._own),
            *([(_NONE, say("No topics yet"))] if self._may_be_none else []),
        ]
