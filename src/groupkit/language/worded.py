"""Where the sentence for each kind of refusal is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from groupkit.domain.refusal import Refusal
from groupkit.language.language import Language

_Sentence = Callable[[Any, Language], str]
SENTENCES: dict[type[Refusal], _Sentence] = {}
"""Filled by the modules that word refusals."""


def sentence_for(kind: type[Refusal]) -> Callable[[_Sentence], _Sentence]:
    """Keep what follows as the way to word refusals of that kind."""

    def keep(made: _Sentence) -> _Sentence:
        SENTENCES[kind] = made
        return made

    return keep
