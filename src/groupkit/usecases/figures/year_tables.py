"""The year's figures in tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from groupkit.domain.gbvims import GbvType, gbv_type
from groupkit.domain.incident import IncidentKind, Phase
from groupkit.domain.nomination import Decision
from groupkit.domain.participant import Leaving
from groupkit.domain.profile import AgeBand
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.domain.reporting.table import HIDDEN, Cell, Chart, Count, Row, Share, Table, Words
from groupkit.domain.safety import LEAST, MOST, Change, Moment
from groupkit.language import Language
from groupkit.language.care_words import (
    age_word,
    decision_word,
    gbv_word,
    kind_word,
    leaving_word,
    moment_word,
    phase_word,
)
from groupkit.usecases.figures import year_facts as facts
from groupkit.usecases.figures.completing import completed
from groupkit.usecases.figures.structure import Figures


def nominations(figures: Figures, language: Language) -> Table:
    """Return nominations, conversations and decisions of the time."""
    numbers, shown, say = figures.numbers, figures.times.shown, language.say
    rows = [
        Row(say("Nominations"), (numbers.cell(facts.NOMINATED, shown),)),
        Row(say("Conversations with her"), (numbers.cell(facts.TALKED, shown),)),
        *(
            Row(
                decision_word(Decision(name), language),
                (numbers.cell(facts.DECIDED, shown, name),),
            )
            for name in facts.DECISIONS.leaves
        ),
        Row(say("Decisions in all"), (numbers.cell(facts.DECIDED, shown, facts.ALL),), True),
    ]
    note = say(
        "A nomination counts on the day it was made, a decision on its own day; "
        "so a decision can be of a nomination from the time before."
    )
    head = (language.pick("figures", "Nominations"), language.pick("figures", "Number"))
    return Table("nominations", say("From nomination to seat"), head, tuple(rows), (note,))


def waiting(figures: Figures, language: Language) -> Table:
    """Return how long a seat took."""
    numbers, shown, say = figures.numbers, figures.times.shown, language.say
    words = {
        facts.BANDS[0]: say("Up to 30 days"),
        facts.BANDS[1]: say("31 to 90 days"),
        facts.BANDS[2]: say("More than 90 days"),
    }
    rows = [Row(words[band], (numbers.cell(facts.WAITED, shown, band),)) for band in facts.BANDS]
    rows.append(Row(say("Seats given"), (numbers.cell(facts.WAITED, shown, facts.ALL),), True))
    said = ""
    days = None if numbers.hidden else facts.median_wait(figures.raw, figures.times)
    if days is not None:
        said = say("Half of those who got a seat waited {days} days or less.", days=f"{days:g}")
    head = (language.pick("figures", "From nomination to seat"), language.pick("figures", "Women"))
    return Table("waiting", say("How long it took to get a seat"), head, tuple(rows), said=said)


def groups(figures: Figures, language: Language, *, by_name: bool) -> Table:
    """Return groups with their sessions, and women where ``by_name`` shows single groups."""
    raw, times, say = figures.raw, figures.times, language.say
    done = facts.completed_by_group(completed(raw, figures.rule)) if by_name else {}
    rows, sums = [], [0, 0, 0, 0]
    for group in raw.groups:
        counts = facts.sessions_of(raw, group.id, times)
        sums = [a + b for a, b in zip(sums, counts, strict=True)]
        if not by_name:
            continue
        many = len({stay.woman for stay in raw.stays.get(group.id, ())})
        share: Cell = Share(*done[group.id]) if group.id in done else Words("–")
        rows.append(Row(group.name, (Count(many), *(Count(each) for each in counts), share)))
    total = tuple(Count(each) for each in sums)
    sessions = (
        language.pick("figures", "Sessions planned"),
        language.pick("figures", "Sessions held"),
        language.pick("figures", "Sessions cancelled"),
        language.pick("figures", "Sessions without a finished record"),
    )
    head: tuple[str, ...] = (language.pick("figures", "Groups"), *sessions)
    if by_name:
        women = language.pick("figures", "Women")
        head = (women, *sessions, language.pick("figures", "Completed"))
        in_all = Count(len({stay.woman for stay in facts.all_stays(raw)}))
        rows.append(Row(say("In all"), (in_all, *total, Words("")), True))
    else:
        met = sum(1 for one in raw.groups if any(facts.sessions_of(raw, one.id, times)))
        rows.append(Row(say("In all"), (Count(met), *total), True))
    notes = (say("Planned sessions count without those that were cancelled."),)
    title = say("Groups and sessions")
    return Table("meetings", title, (language.pick("figures", "Group"), *head), tuple(rows), notes)


def memberships(figures: Figures, language: Language) -> Table:
    """Return who began and who left, with reasons."""
    numbers, shown, say = figures.numbers, figures.times.shown, language.say
    rows = [Row(say("Began in a group"), (numbers.cell(facts.BEGAN, shown),))]
    rows.append(Row(say("Left a group"), (numbers.cell(facts.LEFT, shown, facts.ALL),), True))
    for name in facts.REASONS.leaves:
        word = say("No reason noted") if name == "unsaid" else leaving_word(Leaving(name), language)
        rows.append(Row(word, (numbers.cell(facts.LEFT, shown, name),)))
    head = (language.pick("figures", "Women"), language.pick("figures", "Number"))
    note = say("A woman who comes back to a group counts each time she begins.")
    return Table("members", say("Who began, who left, and why"), head, tuple(rows), (note,))


def completion(figures: Figures, language: Language) -> Table:
    """Return who completed, by the house's rule, which stands below."""
    numbers, shown, say = figures.numbers, figures.times.shown, language.say
    words = {
        facts.YES: say("Completed"),
        facts.NO: say("Did not complete"),
        facts.UNKNOWN: say("Nothing recorded"),
    }
    rows = [
        Row(words[name], (numbers.cell(facts.COMPLETED, shown, name),))
        for name in facts.COMPLETION.leaves
    ]
    all_of_them = numbers.cell(facts.COMPLETED, shown, facts.ALL)
    rows.append(Row(say("Women in courses that ended"), (all_of_them,), True))
    head = (language.pick("figures", "Completion"), language.pick("figures", "Women"))
    return Table(
        "completion",
        say("Completion"),
        head,
        tuple(rows),
        notes=(rule_sentence(figures.rule, language),),
    )


def rule_sentence(rule: CompletionRule, language: Language) -> str:
    """Return the house's rule of completion in words."""
    if rule.to_the_end:
        return language.say(
            "The house's rule: a woman has completed when she came to at least {part} of the "
            "recorded sessions she was invited to, and was in the group at its last session.",
            part=rule.least.value,
        )
    return language.say(
        "The house's rule: a woman has completed when she came to at least {part} of the "
        "recorded sessions she was invited to.",
        part=rule.least.value,
    )


def needs(figures: Figures, language: Language) -> tuple[Table, ...]:
    """Return languages, interpreters and children of those who began; () for a part of a year."""
    if not figures.times.is_whole:
        return ()
    numbers, say = figures.numbers, language.say
    women = language.pick("figures", "Women")
    spoken = sorted(
        key[1] for key in numbers.report.by_key if key[0] == facts.LANGUAGES and key[1] != facts.ALL
    )
    languages = [
        Row(
            say("Not said") if name == facts.NO_LANGUAGE else language.start(name),
            (numbers.cell(facts.LANGUAGES, name),),
        )
        for name in spoken
        if numbers.value(facts.LANGUAGES, name)
    ]
    if any(numbers.value(facts.LANGUAGES, name) is None for name in spoken):
        # A language's name beside a hidden count says that somebody speaks it.
        languages.append(Row(say("Other languages"), (HIDDEN,)))
    languages.append(Row(say("In all"), (numbers.cell(facts.LANGUAGES, facts.ALL),), True))
    interpreter = Row(
        say("Needed an interpreter"),
        (numbers.share((facts.INTERPRETER, facts.YES), (facts.INTERPRETER, facts.ALL)),),
    )
    words = {
        facts.YES: say("With children"),
        facts.NO: say("Without children"),
        facts.UNKNOWN: say("Not said"),
    }
    children = [Row(words[n], (numbers.cell(facts.CHILDREN, n),)) for n in words]
    children.append(Row(say("In all"), (numbers.cell(facts.CHILDREN, facts.ALL),), True))
    ages = [
        Row(age_word(band, language), (numbers.cell(f"{facts.AGES} {band.value}", facts.YES),))
        for band in AgeBand
    ]
    many = say("A woman with children of several ages counts at each of them.")
    return (
        Table("languages", say("Languages"), (language.pick("figures", "Language"), women),
              tuple(languages), said=""),
        Table("interpreter", say("Interpreter"), (say("Interpreter"), women), (interpreter,)),
        Table("children", say("Children"), (say("Children"), women), tuple(children)),
        Table("ages", say("How old the children are"), (say("Age"), women), tuple(ages), (many,)),
    )  # fmt: skip


def incidents(figures: Figures, language: Language) -> Table:
    """Return new incidents by kind and phase, beside the published figure."""
    numbers, shown, say = figures.numbers, figures.times.shown, language.say
    phases = facts.PHASES.leaves

    def line(word: str, table: str, *, is_sum: bool = False) -> Row:
        counts = [numbers.cell(table, shown, phase) for phase in phases]
        return Row(word, (*counts, numbers.cell(table, shown, facts.ALL)), is_sum)

    rows = [line(kind_word(k, language), facts.kind_table(k)) for k in IncidentKind]
    rows.append(line(say("Incidents in all"), facts.INCIDENTS, is_sum=True))
    head = (
        language.pick("figures", "Kind of violence"),
        *(phase_word(Phase(phase), language) for phase in phases),
        language.pick("figures", "In all"),
    )
    return Table(
        "incidents",
        say("New incidents that were told of"),
        head,
        tuple(rows),
        notes=(
            say("An incident of several kinds counts at each of them, and once in all."),
            say(
                "Published: 38 % met new violence after their stay, mostly psychological "
                "(150 women of four shelters; Dokkedahl 2021)."
            ),
            few_prove_nothing(language),
        ),
        chart=Chart((len(phases),)),
    )


def incidents_by_gbvims(figures: Figures, language: Language) -> tuple[Table, ...]:
    """Return incidents by the types of the GBVIMS; () outside, and where nobody reports by them."""
    if figures.outside or not figures.known.gbvims:
        return ()
    counted = Counter(
        gbv_type(one.kinds)
        for one in figures.known.incidents
        if figures.times.of(dt.date(one.year, one.quarter * 3 - 2, 1))
    )
    rows = [Row(gbv_word(each, language), (Count(counted[each]),)) for each in GbvType]
    rows.append(Row(language.say("Incidents in all"), (Count(counted.total()),), True))
    head = (language.pick("figures", "Type by GBVIMS"), language.pick("figures", "Number"))
    note = language.say(
        "Each incident counts under one type, the first that applies. Whether it was rape is for "
        "a human to say."
    )
    title = language.say("New incidents by GBVIMS type")
    return (Table("gbvims", title, head, tuple(rows), (note,)),)


def safety(figures: Figures, language: Language) -> tuple[Table, ...]:
    """Return safety answers as distribution and as paired change; () for a part of a year."""
    if not figures.times.is_whole:
        return ()
    numbers, say = figures.numbers, language.say
    rows = []
    for moment in Moment:
        table = f"{facts.SAFETY} {moment.value}"
        counts = [numbers.cell(table, name) for name in facts.VALUES.leaves]
        mean = numbers.mean((int(name), (table, name)) for name in facts.VALUES.leaves)
        rows.append(
            Row(moment_word(moment, language), (*counts, numbers.cell(table, facts.ALL), mean))
        )
    scale = tuple(str(value) for value in range(LEAST, MOST + 1))
    head = (
        language.pick("figures", "When she was asked"), *scale,
        language.pick("figures", "Answers"), language.pick("figures", "Mean"),
    )  # fmt: skip
    changes = {
        Change.UP: say("Feels safer"),
        Change.SAME: say("The same"),
        Change.DOWN: say("Feels less safe"),
    }
    paired = [Row(changes[n], (numbers.cell(facts.CHANGE, n.value),)) for n in Change]
    paired.append(Row(say("Answered both times"), (numbers.cell(facts.CHANGE, facts.ALL),), True))
    published = say(
        "Published means: 3.9 moving in, 4.9 moving out, 4.8 three months later (Dokkedahl 2021). "
        "They were asked at other times than here."
    )
    scale_note = say(
        "1: afraid that new violence can easily happen; 7: quite sure that it does not. "
        "Courses count in the year of their last session."
    )
    women = language.pick("figures", "Women")
    return (
        Table("safety", say("How safe the women feel"), head, tuple(rows),
              (scale_note, published, few_prove_nothing(language))),
        Table("change", say("From start to end, the same women"),
              (language.pick("figures", "Change"), women), tuple(paired),
              (few_prove_nothing(language),)),
    )  # fmt: skip


def few_prove_nothing(language: Language) -> str:
    """Return the caution that stands beside comparisons."""
    return language.say(
        "So few women prove nothing: the figures show what was told here, not what works."
    )
