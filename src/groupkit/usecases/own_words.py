"""Words that the house has taught the spell check."""

from __future__ import annotations

from groupkit.domain import text
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import Field
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore


def own_words(store: OpenStore) -> frozenset[str]:
    """Return the words of the house."""
    with store.work() as work:
        return work.own_words.all()


def learn_word(store: OpenStore, word: str) -> Done[str]:
    """Let the spell check know ``word``; :func:`forget_word` undoes it.

    Raises:
        Refused: what a line may not be.
    """
    learnt = text.line(word, Field.SHEET)
    with store.work() as work:
        work.own_words.add(learnt)
        work.log.note(Deed.CHANGED, Subject.SHEET, spell=True)
        work.commit()
    return done(learnt, Kind.SPELLING)


def forget_word(store: OpenStore, word: str) -> Done[str]:
    """Let the spell check know ``word`` no more."""
    with store.work() as work:
        work.own_words.remove(word)
        work.log.note(Deed.CHANGED, Subject.SHEET, spell=True)
        work.commit()
    return done(word, Kind.SPELLING)
