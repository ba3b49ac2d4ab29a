"""The program's parts, made when first asked for, so that the first window needs none of them."""

from __future__ import annotations

from functools import cached_property

from groupkit.usecases.ports import Library, PackDesk, Press, Spelling, Vault


class Program:
    """Vault, library, press and spell check, each imported at first use; a vault can be given."""

    def __init__(self, vault: Vault | None = None) -> None:
        self._given_vault = vault

    @cached_property
    def vault(self) -> Vault:
        """Makes and opens stores."""
        from groupkit.wiring.vault import StoreVault

        return self._given_vault or StoreVault()

    @cached_property
    def library(self) -> Library:
        """The shipped topics."""
        from groupkit.documents.library import ShippedLibrary

        return ShippedLibrary()

    @cached_property
    def press(self) -> Press:
        """Makes PDFs and calendar files, and reads those of others."""
        from groupkit.documents.press import PdfPress

        return PdfPress()

    @cached_property
    def spelling(self) -> Spelling:
        """The spell check; its dictionaries are loaded when they are first needed."""
        from groupkit.documents.spelling import HunspellSpelling

        return HunspellSpelling()

    @cached_property
    def packs(self) -> PackDesk:
        """Writes and reads material packs."""
        from groupkit.wiring.pack_desk import Packs

        return Packs()

    def warm_up(self) -> None:
        """Import what will be needed once a store is open."""
        import groupkit.documents.library
        import groupkit.store.opening
        import groupkit.wiring.vault  # noqa: F401


def program() -> Program:
    """Return the program's parts."""
    return Program()
