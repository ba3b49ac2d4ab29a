"""A refusal that only the command line knows, already in words."""

from __future__ import annotations


class Declined(Exception):  # noqa: N818 - an answer, not an error
    """Raised when a command cannot be carried out; ``sentence`` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence
