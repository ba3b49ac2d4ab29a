"""Plans in words: what gave way, what a change moves, and the ways out of a taken day."""

from __future__ import annotations

from groupkit.domain.plan_history import PlanDeed
from groupkit.domain.schedule import LEAST_WEEKS, MOST_WEEKS, Breach, Parity, Plan
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
