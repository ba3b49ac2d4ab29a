"""Nominations: made, talked over, decided; a seat in a group; ties between women."""

from groupkit.usecases.nominating.board import Board, Entry, Seats, board, nomination
from groupkit.usecases.nominating.deciding import Decided, composition, decide, take_back
from groupkit.usecases.nominating.proposing import (
    change_nomination,
    nominate,
    nominate_again,
    put_nomination_back,
    withdraw_nomination,
)
from groupkit.usecases.nominating.tying import known_women, retie, tie, ties, untie

__all__ = [
    "Board",
    "Decided",
    "Entry",
    "Seats",
    "board",
    "change_nomination",
    "composition",
    "decide",
    "known_women",
    "nominate",
    "nominate_again",
    "nomination",
    "put_nomination_back",
    "retie",
    "take_back",
    "tie",
    "ties",
    "untie",
    "withdraw_nomination",
]
