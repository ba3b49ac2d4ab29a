"""How the house runs its aftercare: read by everybody, changed in the settings."""

from __future__ import annotations

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.practice import Practice
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore


def practice_of(store: OpenStore) -> Practice:
    """Return the house's practice, the usual one until it says otherwise."""
    with store.work() as work:
        return work.practices.get()


def change_practice(store: OpenStore, wanted: Practice) -> Done[Practice]:
    """Keep the house's practice; returns the one before."""
    with store.work() as work:
        before = work.practices.get()
        work.practices.put(wanted)
        work.log.note(Deed.CHANGED, Subject.HOUSE, spell=True)
        work.commit()
    return done(before, Kind.PRACTICE)


def completion_rule(store: OpenStore) -> CompletionRule:
    """Return when a woman has completed a course."""
    with store.work() as work:
        return work.practices.completion()


def change_completion(store: OpenStore, wanted: CompletionRule) -> Done[CompletionRule]:
    """Keep when a woman has completed a course; returns the rule before."""
    with store.work() as work:
        before = work.practices.completion()
        work.practices.put_completion(wanted)
        work.log.note(Deed.CHANGED, Subject.HOUSE, spell=True)
        work.commit()
    return done(before, Kind.PRACTICE)
