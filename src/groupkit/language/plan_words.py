"""Plans in words: what gave way, what a change moves, and the ways out of a taken day."""

from __future__ import annotations

import datetime as dt

from groupkit.domain.booking import Clash, Taken
from groupkit.domain.closed import Why
from groupkit.domain.dates import Period
from groupkit.domain.plan_history import PlanDeed
from groupkit.domain.replanning import WayOut
from groupkit.domain.schedule import LEAST_WEEKS, MOST_WEEKS, Breach, Choice, Parity, Plan, Way
from groupkit.language.language import Language


def plan_breaches(plan: Plan, language: Language) -> str:
    """Return where ``plan`` does not come out as asked, '' when it does."""
    return breaches_said(
        plan.breaches, len(plan.sessions), plan.course.most_sessions, plan.weeks, language
    )


def breaches_said(
    breaches: tuple[Breach, ...], sessions: int, asked: int, weeks: int, language: Language
) -> str:
    """Return ``breaches`` in sentences: of ``sessions`` rather than ``asked``, in ``weeks``."""
    say, count = language.say, language.count
    said = {
        Breach.FEWER: count(
            "It becomes {n} session rather than {asked}.",
            "It becomes {n} sessions rather than {asked}.",
            sessions,
            asked=asked,
        ),
        Breach.LONGER: count(
            "To keep the sessions, the course takes {n} week.",
            "To keep the sessions, the course takes {n} weeks.",
            weeks,
        ),
        Breach.TOO_LONG: say(
            "The course takes {weeks} weeks; a group usually runs for at most {most}.",
            weeks=weeks,
            most=MOST_WEEKS,
        ),
        Breach.TOO_SHORT: say(
            "The course takes {weeks} weeks; a group usually runs for at least {least}.",
            weeks=weeks,
            least=LEAST_WEEKS,
        ),
    }
    return " ".join(said[breach] for breach in breaches)


def parity_word(parity: Parity, language: Language) -> str:
    """Return the weeks in which a group meets."""
    pick = language.pick
    words = {
        Parity.ANY: pick("weeks", "As the first session falls"),
        Parity.EVEN: pick("weeks", "Even weeks"),
        Parity.ODD: pick("weeks", "Odd weeks"),
    }
    return words[parity]


def plan_deed_word(deed: PlanDeed, language: Language) -> str:
    """Return what was done to a plan."""
    pick = language.pick
    words = {
        PlanDeed.MOVED: pick("plan", "Moved"),
        PlanDeed.CANCELLED: pick("plan", "Cancelled"),
        PlanDeed.INSERTED: pick("plan", "Added"),
        PlanDeed.LEADERS: pick("plan", "Others lead"),
        PlanDeed.ENDED_EARLY: pick("plan", "Ended early"),
        PlanDeed.EXTENDED: pick("plan", "Extended"),
        PlanDeed.TAKEN_BACK: pick("plan", "Taken back"),
    }
    return words[deed]


def way_said(choice: Choice, before: Plan, language: Language) -> str:
    """Return a way out in words: what becomes of the session, and at what price.

    ``before`` is the plan as it stands, so that only what changes is said.
    """
    said = _way(choice.answer.way, choice.day, language)
    price = _price(choice.plan, before, language)
    return f"{said} ({price})" if price else said


def _way(way: Way, day: dt.date | None, language: Language) -> str:
    say = language.say
    if day is None:
        return say("Leave it out")
    when = language.start(language.date_day(day))
    if way is Way.OTHER_DAY:
        return say("{day}, same week", day=when)
    if way is Way.LATER_FROM_HERE:
        return say("{day}, the rhythm goes on from there", day=when)
    return say("{day}, then as before", day=when)


def _price(plan: Plan, before: Plan, language: Language) -> str:
    said = []
    if len(plan.sessions) != len(before.sessions):
        said.append(language.count("{n} session", "{n} sessions", len(plan.sessions)))
    last = plan.sessions[-1].day
    if last != before.sessions[-1].day:
        said.append(language.say("ends {day}", day=language.date_day(last)))
    return ", ".join(said)


def way_out_said(way: WayOut, language: Language) -> str:
    """Return a way out for a planned session in words."""
    return _way(way.way, way.day, language)


def clash_said(clash: Clash, language: Language) -> str:
    """Return who or what is booked twice, when, and by which group."""
    facts = {
        "name": clash.name,
        "day": language.date_day(clash.wanted.day),
        "group": clash.other.group,
        "span": language.span(clash.other.starts, clash.other.ends),
    }
    if clash.taken is Taken.ROOM:
        return language.say("{name} is taken on {day}, {span}, by {group}", **facts)
    return language.say("{name} leads {group} on {day}, {span}", **facts)


def closed_kind_word(why: Why, language: Language) -> str:
    """Return the name of a kind of closed period."""
    pick = language.pick
    words = {
        Why.PUBLIC_HOLIDAY: pick("closed", "Public holiday"),
        Why.SCHOOL_HOLIDAY: pick("closed", "School holiday"),
        Why.HOUSE_CLOSED: pick("closed", "The house is closed"),
        Why.GROUP_EXCEPTION: pick("closed", "This group doesn't meet"),
    }
    return words[why]


def country_word(code: str, language: Language) -> str:
    """Return the name of a country whose public holidays are offered."""
    pick = language.pick
    words = {
        "DK": pick("country", "Denmark"),
        "DE": pick("country", "Germany"),
        "FI": pick("country", "Finland"),
        "FO": pick("country", "The Faroe Islands"),
        "GL": pick("country", "Greenland"),
        "IS": pick("country", "Iceland"),
        "NO": pick("country", "Norway"),
        "SE": pick("country", "Sweden"),
    }
    return words[code]


def period_said(period: Period, language: Language) -> str:
    """Return the days of a period with their weeks."""
    first, last = period.first, period.last
    if first == last:
        return f"{language.date_short(first)}, {language.week(first)}"
    weeks = [first.isocalendar().week, last.isocalendar().week]
    days = language.say(
        "{first} to {last}", first=language.date_short(first), last=language.date_short(last)
    )
    if weeks[0] == weeks[1]:
        return f"{days}, {language.week(first)}"
    return language.say("{days}, weeks {first} to {last}", days=days, first=weeks[0], last=weeks[1])
