"""The one translation catalogue: Danish and English words, dates, and refusals as sentences."""

from groupkit.language.language import DANISH, ENGLISH, LANGUAGES, Language
from groupkit.language.sentences import sentence

__all__ = ["DANISH", "ENGLISH", "LANGUAGES", "Language", "sentence"]
