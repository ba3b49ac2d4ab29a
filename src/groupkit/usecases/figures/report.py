"""A whole report: what was chosen, counted, protected where it leaves the house, and worded."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain.attendance import Status
from groupkit.domain.dates import Period
from groupkit.domain.refusal import NothingToReport, OutsideNotOver, Refused
from groupkit.domain.reporting.choice import About, Audience, Choice
from groupkit.domain.reporting.table import Count, Report, Row, Section, Table, Words
from groupkit.language import Language
from groupkit.language.words import status_word
from groupkit.usecases.figures import attendance_tables, year_tables
from groupkit.usecases.figures.raw import Raw, never, read_raw
from groupkit.usecases.figures.structure import Figures, count_all
from groupkit.usecases.figures.times import span_word, times_of
from groupkit.usecases.figures.year_facts import Known
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.ports import Library, OpenStore, UnitOfWork
from groupkit.usecases.ports.figure_rows import Look


@dataclass(frozen=True)
class Reporter:
    """Makes reports of an open store; ``today`` says what was held."""

    store: OpenStore
    library: Library
    language: Language
    today: dt.date

    def report(self, choice: Choice, look: Look = never) -> Report:
        """Return the report of a choice.

        ``look`` is told how far it is, and raises to give up.

        Raises:
            Refused: NothingToReport without the group or session it is about, OutsideNotOver for
                what goes outside before its quarter or year is over.
        """
        self._check(choice)
        with self.store.work() as work:
            choice, subject = self._subject(work, choice)
            times = times_of(choice)
            raw = _only(read_raw(work, times.period, self.today, look), choice)
            known = known_of(work, raw)
            rule = work.practices.completion()
            names = _names(work, raw, choice) if choice.audience is Audience.TEAM else ()
            house = work.house.get().name
            outside = choice.audience is Audience.OUTSIDE
            before = work.published.of_year(choice.span.year) if outside else None
        look(0.7)
        figures = count_all(
            raw,
            times,
            known,
            rule,
            outside=outside,
            before=before,
            look=lambda done: look(0.7 + 0.2 * done),
        )
        look(0.9)
        return Report(
            self.language.code,
            choice,
            self._title(choice),
            subject,
            house,
            times.shown_period,
            self.today,
            for_whom(choice.audience, self.language),
            tuple(self._told(section) for section in self._sections(figures, choice, names)),
            method(self.language) if outside else "",
            {choice.span.year: figures.standing} if outside else {},
            figures.taken_back,
        )

    def _told(self, section: Section) -> Section:
        """Return a section whose tables with nothing but hidden counts say so in a sentence."""
        sentence = self.language.say("All counts here are hidden, so that nobody is known by them.")
        tables = (
            replace(table, rows=(), notes=(), chart=None, said=sentence)
            if table.hides_all
            else table
            for table in section.tables
        )
        return replace(section, tables=tuple(tables))

    def _check(self, choice: Choice) -> None:
        last = choice.span.period.last
        if choice.audience is Audience.OUTSIDE and last >= self.today:
            raise Refused(OutsideNotOver(last))

    def _subject(self, work: UnitOfWork, choice: Choice) -> tuple[Choice, str]:
        """Return the choice with the time of its group or session, and what that is called."""
        if choice.about is About.SESSION:
            if choice.session_id is None:
                raise Refused(NothingToReport())
            session = get_session(work, choice.session_id)
            group = get_group(work, session.group_id)
            number = self.language.say("Session {number}", number=session.number)
            day = self.language.date_long(session.day)
            whole = _days(choice, Period(session.day, session.day), group.id)
            return whole, f"{group.name} · {number} · {day}"
        if choice.about is About.GROUP:
            if not choice.groups:
                raise Refused(NothingToReport())
            group = get_group(work, choice.groups[0])
            days = [one.day for one in work.sessions.of_group(group.id)]
            first, last = min(days, default=self.today), max(days, default=self.today)
            return _days(choice, Period(first, last), group.id), group.name
        return choice, span_word(choice.span, self.language)

    def _title(self, choice: Choice) -> str:
        say = self.language.say
        return say("The year's figures") if choice.about is About.YEAR else say("Attendance")

    def _sections(
        self, figures: Figures, choice: Choice, names: tuple[tuple[str, str], ...]
    ) -> list[Section]:
        if choice.about is About.SESSION:
            return [Section("", self._of_session(figures, choice, names))]
        came = self._attendance(figures, choice, names)
        if choice.about is not About.YEAR:
            return [Section("", came)]
        language, say = self.language, self.language.say
        meetings = year_tables.groups(figures, language, by_name=not figures.outside)
        return [
            Section(
                say("Into the groups"),
                (
                    year_tables.nominations(figures, language),
                    year_tables.waiting(figures, language),
                    year_tables.memberships(figures, language),
                    *year_tables.needs(figures, language),
                ),
            ),
            Section(say("In the groups"), (meetings, *came)),
            Section(
                say("New incidents and safety"),
                (
                    year_tables.incidents(figures, language),
                    *year_tables.incidents_by_gbvims(figures, language),
                    *year_tables.safety(figures, language),
                ),
            ),
        ]

    def _attendance(
        self, figures: Figures, choice: Choice, names: tuple[tuple[str, str], ...]
    ) -> tuple[Table, ...]:
        language = self.language
        tables: list[Table | None] = []
        if choice.about is About.GROUP:
            tables.append(attendance_tables.by_session(figures, self._titles(), language))
            if names:
                head = language.say("Name") if choice.by_alias else language.say("Number")
                tables.append(attendance_tables.by_woman(figures, names, head, language))
        else:
            tables.append(attendance_tables.over_time(figures, language))
            if choice.audience is not Audience.OUTSIDE:
                tables.append(attendance_tables.by_group(figures, language))
        tables.append(attendance_tables.over_the_course(figures, language))
        if figures.times.is_whole:
            tables.append(year_tables.completion(figures, language))
        tables.append(self._topics(figures))
        return tuple(table for table in tables if table is not None)

    def _of_session(
        self, figures: Figures, choice: Choice, names: tuple[tuple[str, str], ...]
    ) -> tuple[Table, ...]:
        session = next(iter(figures.raw.held(figures.times.period)), None)
        if session is None:
            raise Refused(NothingToReport())
        language = self.language
        tables = [attendance_tables.by_session(figures, self._titles(), language)]
        if names:
            statuses = {str(p.woman): p.status for p in figures.raw.places(session)}
            rows = tuple(
                Row(called, (Words(_said(statuses[key], language)),))
                for key, called in names
                if key in statuses
            )
            head = language.say("Name") if choice.by_alias else language.say("Number")
            column = language.pick("figures", "What was recorded")
            title = language.say("Who was there")
            tables.append(Table("women", title, (head, column), rows))
        return tuple(tables)

    def _topics(self, figures: Figures) -> Table:
        """Return the topics of the sessions that were held; meetings, not women, are counted."""
        titles, language = self._titles(), self.language
        counts = Counter(one.topic for one in figures.raw.held(figures.times.shown_period))
        rows = [
            Row(titles.get(slug, slug) or language.say("No topic"), (Count(number),))
            for slug, number in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        ]
        rows.append(Row(language.say("In all"), (Count(counts.total()),), True))
        head = (language.pick("figures", "Topic"), language.pick("figures", "Sessions held"))
        return Table("topics", language.say("Topics covered"), head, tuple(rows))

    def _titles(self) -> dict[str, str]:
        return {topic.slug: topic.title for topic in self.library.topics(self.language.code)}


def _days(choice: Choice, period: Period, group: UUID) -> Choice:
    span = type(choice.span)(unit=type(choice.span.unit).OWN, year=period.first.year, own=period)
    return replace(choice, span=span, groups=(group,))


def _only(raw: Raw, choice: Choice) -> Raw:
    """Return what of the raw rows concerns the chosen groups."""
    if not choice.groups:
        return raw
    groups = tuple(group for group in raw.groups if group.id in choice.groups)
    return replace(raw, groups=groups)


def known_of(work: UnitOfWork, raw: Raw) -> Known:
    """Return what is known beside the raw rows."""
    begun = {stay.woman for group in raw.groups for stay in raw.stays.get(group.id, ())}
    return Known(
        {woman: work.profiles.get(woman) for woman in begun},
        work.incidents.tallies(),
        work.safety.tallies(),
        work.safety.changes(),
        work.bare.needs(),
        work.practices.get().gbvims,
    )


def _names(work: UnitOfWork, raw: Raw, choice: Choice) -> tuple[tuple[str, str], ...]:
    """Return each woman's key and what she is called to the team, by number."""
    if choice.about not in {About.GROUP, About.SESSION}:
        return ()
    women = {
        member.participant.id: member.participant
        for group in raw.groups
        for member in work.members.of_group(group.id)
    }
    ordered = sorted(women.values(), key=lambda woman: woman.number)
    return tuple(
        (str(woman.id), woman.alias if choice.by_alias and not woman.erased else woman.number)
        for woman in ordered
    )


def _said(status: Status | None, language: Language) -> str:
    return status_word(status, language)


def for_whom(audience: Audience, language: Language) -> str:
    """Return who may read the report, as it stands on it."""
    return {
        Audience.TEAM: language.say("For the team only – keep locked"),
        Audience.HOUSE: language.say("For the house – counts of few women"),
        Audience.OUTSIDE: language.say("May leave the house – small numbers are hidden"),
    }[audience]


def method(language: Language) -> str:
    """Return how small numbers were protected, in words."""
    return language.say(
        "Counts that come from fewer than five women are hidden (threshold rule), and others "
        "beside them, so that no hidden count can be worked out from the rest, nor from a "
        "quarter's report and the year's (complementary cell suppression with protection "
        "intervals, Fischetti and Salazar 2000). A hidden count is shown as a dot."
    )
