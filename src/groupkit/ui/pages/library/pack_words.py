"""Material packs in words: what a piece is called, how it stands, and who made it."""

from __future__ import annotations

from groupkit.domain.marked_text import plain_title
from groupkit.domain.material import GUIDE
from groupkit.domain.material_pack import Maker
from groupkit.language import Language
from groupkit.language.library_words import language_word, sharing_word
from groupkit.usecases.material_packs.looking import MakerStanding, PackView, Piece, Standing


def piece_word(piece: Piece, language: Language) -> str:
    """Return what a text or an agenda of a pack is called, with its language."""
    if piece.is_agenda:
        name = language.say("Agenda")
    elif piece.key.sheet == GUIDE:
        name = language.say("Guide")
    else:
        name = plain_title(piece.theirs) or piece.key.sheet
    return f"{name} · {language_word(piece.key.language, language)}"


def standing_word(piece: Piece, language: Language) -> str:
    """Return how a piece stands to what is here, and what may become of its sheet."""
    pick = language.pick
    words = {
        Standing.NEW: pick("pack", "New"),
        Standing.CHANGED: pick("pack", "Changed"),
        Standing.SAME: pick("pack", "The same"),
    }
    said = words[piece.standing]
    return f"{said} · {sharing_word(piece.sharing, language)}" if piece.sharing else said


def about_piece(piece: Piece, language: Language) -> str:
    """Return what taking a piece in would do."""
    say = language.say
    if piece.standing is Standing.SAME:
        return say("It is here already, word for word.")
    if piece.standing is Standing.NEW:
        return say("There is nothing like it here yet.")
    if piece.is_own:
        return say(
            "It would take the place of what the house wrote itself, which stays in the history. "
            "Underlined is theirs, struck out is yours."
        )
    return say(
        "It would take the place of the shipped one, which can be brought back. "
        "Underlined is theirs, struck out is the shipped one."
    )


def number_word(maker: Maker) -> str:
    """Return a maker's number in its groups."""
    return " ".join(maker.fingerprint)


def maker_said(view: PackView, language: Language) -> tuple[str, str]:
    """Return what is said of a pack's maker, and the tone."""
    say, name = language.say, view.pack.maker.name
    day = language.date_long(view.pack.made)
    match view.maker:
        case MakerStanding.HERE:
            return say("The pack was made here on {day}.", day=day), "good"
        case MakerStanding.KNOWN:
            if name:
                said = say("{name} made the pack on {day}. You know them.", name=name, day=day)
            else:
                said = say("Somebody whom you know made the pack on {day}.", day=day)
            return said, "good"
        case MakerStanding.NAMESAKE:
            return (
                say(
                    "The pack calls its maker {name}, as somebody whom you know, but the number is "
                    "another. Take it in only when they tell you themselves why it is new.",
                    name=name,
                ),
                "danger",
            )
        case _:
            who = say("The pack was made on {day} by somebody not met before.", day=day)
            if name:
                who = say(
                    "The pack was made on {day} by somebody not met before, who is called {name}.",
                    day=day,
                    name=name,
                )
            return (
                who
                + " "
                + say(
                    "Ring them up and compare the number: "
                    "whoever made it sees the same one under ‘Export’ in the library."
                ),
                "warn",
            )
