"""The few things the program must know before a store is open.

They hold no data of the house: the language, the appearance, and the folder of the store.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from groupkit.machine.files import write_whole

_NAME = "groupkit"
APPEARANCES = ("system", "light", "dark")


@dataclass(frozen=True)
class Preferences:
    """``store`` is the folder of the store, ``language`` 'da' or 'en'.

    ``has_store`` says that a store was opened there before: when it is missing now, a drive may
    not be connected, and a new store is not what is wanted. ``allow_capture`` lets other programs
    see the window, for remote support; it is a matter of this laptop, not of the store.
    """

    store: Path
    language: str = "da"
    appearance: str = "system"
    has_store: bool = False
    allow_capture: bool = False

    def with_language(self, language: str) -> Preferences:
        """Return the preferences with another language."""
        return replace(self, language=language)


def usual_store() -> Path:
    """Return the folder in which a store is made unless somebody chooses another."""
    return user_data_path(_NAME, appauthor=False) / "store"


def preferences_file() -> Path:
    """Return where the preferences are kept."""
    return user_config_path(_NAME, appauthor=False) / "preferences.json"


def read_preferences(file: Path | None = None) -> Preferences:
    """Return the preferences; whatever is missing or unreadable takes its usual value."""
    usual = Preferences(usual_store())
    try:
        found = json.loads((file or preferences_file()).read_text("utf-8"))
        store, language = Path(str(found["store"])), str(found["language"])
        appearance = str(found.get("appearance", usual.appearance))
        has_store = found.get("has_store") is True
        allow_capture = found.get("allow_capture") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return usual
    return Preferences(
        store,
        language if language in {"da", "en"} else usual.language,
        appearance if appearance in APPEARANCES else usual.appearance,
        has_store,
        allow_capture,
    )


def keep_preferences(preferences: Preferences, file: Path | None = None) -> None:
    """Write the preferences; a folder that cannot be written to is no reason to stop."""
    target = file or preferences_file()
    content = {**asdict(preferences), "store": str(preferences.store)}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, json.dumps(content, ensure_ascii=False).encode())
    except OSError:
        return
