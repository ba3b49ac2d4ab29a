"""The library in words: languages, what may become of a sheet, how a version stands, forms."""

from __future__ import annotations

from groupkit.domain.form import Layout
from groupkit.domain.material import Sharing, State
from groupkit.language.language import Language


def language_word(code: str, language: Language) -> str:
    """Return the name of one of the languages of sheets, as at the start of a line."""
    pick = language.pick
    words = {
        "da": pick("language", "Danish"),
        "en": pick("language", "English"),
        "ar": pick("language", "Arabic"),
        "fa": pick("language", "Farsi"),
        "so": pick("language", "Somali"),
        "ti": pick("language", "Tigrinya"),
        "tr": pick("language", "Turkish"),
        "uk": pick("language", "Ukrainian"),
    }
    return words[code]


def sharing_word(sharing: Sharing, language: Language) -> str:
    """Return what may become of a sheet."""
    pick = language.pick
    words = {
        Sharing.TAKE_HOME: pick("sheet", "Take home"),
        Sharing.STAYS_HERE: pick("sheet", "Stays here"),
        Sharing.FACILITATORS: pick("sheet", "Facilitators only"),
    }
    return words[sharing]


def state_word(state: State, language: Language) -> str:
    """Return how far a version is."""
    pick = language.pick
    words = {
        State.DRAFT: pick("version", "Draft"),
        State.APPROVED: pick("version", "Approved"),
        State.RETIRED: pick("version", "Retired"),
    }
    return words[state]


def layout_word(layout: Layout, language: Language) -> str:
    """Return how the pages of a sheet lie on the paper."""
    pick = language.pick
    words = {
        Layout.A4: pick("paper", "A4"),
        Layout.BOOKLET: pick("paper", "A5 booklet"),
        Layout.TWO_UP: pick("paper", "Two on a sheet"),
    }
    return words[layout]
