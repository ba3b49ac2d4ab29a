"""A pack as one file: its manifest, the signature over it, its texts and pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Final

from groupkit.documents.material_packs import manifest, manifest_reading
from groupkit.documents.material_packs.archive import unzipped, zipped
from groupkit.documents.material_packs.contents import filled
from groupkit.documents.material_packs.letters import composed
from groupkit.domain.material_pack import Pack
from groupkit.domain.refusal import PackFault, PackTrouble, Refused

MANIFEST: Final = "pack.json"
SIGNATURE: Final = "pack.sig"


class MaterialPackFiles:
    """Implements ``usecases.ports.PackFiles``."""

    def written(self, pack: Pack, sign: Callable[[bytes], bytes]) -> bytes:
        """Return the file; what no laptop would take in is not written either."""
        texts = tuple(replace(text, text=composed(text.text)) for text in pack.texts)
        pack = replace(pack, texts=texts)
        entries = {manifest.text_entry(text.key): text.text.encode() for text in texts}
        entries |= {manifest.picture_entry(each): each.data for each in pack.pictures}
        said = manifest.written(pack, entries)
        data = zipped({MANIFEST: said, SIGNATURE: sign(said), **entries})
        self.read(data, lambda *_: True)
        return data

    def read(self, data: bytes, verifies: Callable[[bytes, bytes, bytes], bool]) -> Pack:
        """Return what a file holds: first its bounds, then who signed it, then its content."""
        entries = unzipped(data)
        said, signature = entries.pop(MANIFEST, None), entries.pop(SIGNATURE, None)
        if said is None or signature is None:
            raise Refused(PackTrouble(PackFault.NO_PACK))
        found = manifest_reading.read(said)
        if set(found.digests) != set(entries):
            raise Refused(PackTrouble(PackFault.STRANGE_ENTRY))
        if not verifies(found.pack.maker.public, signature, said) or any(
            sha256(content).hexdigest() != found.digests[name] for name, content in entries.items()
        ):
            raise Refused(PackTrouble(PackFault.TAMPERED))
        return filled(found.pack, entries)
