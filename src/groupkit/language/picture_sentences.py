"""Refusals about pictures as sentences."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.domain.refusal import PictureFault
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for


@sentence_for(no.PictureTrouble)
def _(r: no.PictureTrouble, language: Language) -> str:
    say = language.say
    match r.fault:
        case PictureFault.UNKNOWN_KIND:
            return say(
                "The file is no picture of a kind that can be printed. "
                "Choose one that ends in .png, .jpg or .svg."
            )
        case PictureFault.BROKEN:
            return say("The picture is damaged and cannot be read. Nothing was changed.")
        case PictureFault.TOO_MANY_BYTES:
            return say(
                "The picture is larger than {most} MB. Save it in a smaller size first.",
                most=r.most // 1_000_000,
            )
        case PictureFault.TOO_MANY_PIXELS:
            return say(
                "The picture has more than {most} million pixels. Save it in a smaller size first.",
                most=r.most // 1_000_000,
            )
        case PictureFault.MOVES:
            return say("The picture moves, and paper does not. Choose one that stands still.")
        case PictureFault.TOO_INTRICATE:
            return say(
                "The drawing has more parts than a sheet needs. Save it as a PNG picture first."
            )
        case PictureFault.NOTHING_DRAWN:
            return say(
                "There is no shape in the drawing. "
                "Letters must be turned into shapes, or the drawing saved as a PNG picture."
            )


@sentence_for(no.TooManyPictures)
def _(r: no.TooManyPictures, language: Language) -> str:
    return language.say(
        "There are {most} pictures, and there is room for no more. Remove one that no text shows.",
        most=r.most,
    )


@sentence_for(no.PicturesTooLarge)
def _(r: no.PicturesTooLarge, language: Language) -> str:
    return language.say(
        "All pictures together take at most {most} MB. Remove one that no text shows, "
        "or save this one in a smaller size.",
        most=r.most // 1_000_000,
    )


@sentence_for(no.PictureNotChosen)
def _(_: no.PictureNotChosen, language: Language) -> str:
    return language.say("Choose a picture first.")


@sentence_for(no.FileNotRead)
def _(r: no.FileNotRead, language: Language) -> str:
    return language.say("The file {name} cannot be read. Nothing was changed.", name=r.name)


@sentence_for(no.PictureInUse)
def _(r: no.PictureInUse, language: Language) -> str:
    return language.count(
        "{n} text shows this picture. Take it out of the text first.",
        "{n} texts show this picture. Take it out of them first.",
        r.texts,
    )
