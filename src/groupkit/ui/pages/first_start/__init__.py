"""The first start: language, house, passphrase, recovery sheet."""

from groupkit.ui.pages.first_start.page import FirstStartPage

__all__ = ["FirstStartPage"]
