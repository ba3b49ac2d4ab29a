"""What holds for all tests: no window on anybody's screen, nothing in anybody's home."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
