"""What material packs need: the file's format and its signature."""

from __future__ import annotations

from functools import cached_property

from groupkit.usecases.ports import PackFiles, PackSigner


class Packs:
    """Implements ``usecases.ports.PackDesk``; each part is imported at first use."""

    @cached_property
    def files(self) -> PackFiles:
        """Writes and reads the files."""
        from groupkit.documents.material_packs.files import MaterialPackFiles

        return MaterialPackFiles()

    @cached_property
    def signer(self) -> PackSigner:
        """Signs them and verifies signatures."""
        from groupkit.crypto.pack_signing import PackSigning

        return PackSigning()
