"""A quiet process: no core dumps, files for the owner alone, no contents in a traceback."""

from __future__ import annotations

import os
import sys
import threading
from types import TracebackType


def quiet_process() -> None:
    """Switch off core dumps, close new files to others, and name errors without their content."""
    _no_core_dumps()
    os.umask(0o077)
    sys.excepthook = _name_only
    threading.excepthook = lambda args: _name_only(
        args.exc_type, args.exc_value, args.exc_traceback
    )


def _no_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _name_only(
    kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None
) -> None:
    # An error's message may quote what somebody typed; where it happened never does.
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    print(f"groupkit: {kind.__name__} in {' < '.join(reversed(places[-6:]))}", file=sys.stderr)  # noqa: T201
