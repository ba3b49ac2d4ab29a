"""groupkit plans and records a shelter's aftercare groups in an encrypted local store."""

__version__ = "0.1.0"
