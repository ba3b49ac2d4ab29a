"""What holds for all tests: no window on anybody's screen, nothing in anybody's home."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no wrong rule; speed lives in benchmarks.
settings.register_profile("groupkit", deadline=None)
settings.load_profile("groupkit")
