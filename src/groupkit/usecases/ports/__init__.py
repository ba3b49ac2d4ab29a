"""What the use cases need from outside: a store to work in, keys, paper and the library."""

from groupkit.usecases.ports.keys import LogSigner, StoreKeys, TextSealer
from groupkit.usecases.ports.packs import PackDesk, PackFiles, PackMakers, PackSigner
from groupkit.usecases.ports.paper import (
    CalendarReader,
    Library,
    PictureIntake,
    Press,
    Spelling,
)
from groupkit.usecases.ports.rows import (
    Agendas,
    Attendance,
    ChangeLog,
    Drafts,
    Groups,
    Houses,
    Members,
    Notes,
    Sessions,
    UnitOfWork,
    UpkeepNotes,
    Users,
)
from groupkit.usecases.ports.stores import Access, Backups, Contents, OpenStore, Vault

__all__ = [
    "Access",
    "Agendas",
    "Attendance",
    "Backups",
    "CalendarReader",
    "ChangeLog",
    "Contents",
    "Drafts",
    "Groups",
    "Houses",
    "Library",
    "LogSigner",
    "Members",
    "Notes",
    "OpenStore",
    "PackDesk",
    "PackFiles",
    "PackMakers",
    "PackSigner",
    "PictureIntake",
    "Press",
    "Sessions",
    "Spelling",
    "StoreKeys",
    "TextSealer",
    "UnitOfWork",
    "UpkeepNotes",
    "Users",
    "Vault",
]
