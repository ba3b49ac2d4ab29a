"""One lane for everything that takes time: a single worker thread that owns the store."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from groupkit.domain.refusal import Refusal, Refused

T = TypeVar("T")


@dataclass(frozen=True)
class _Answer:
    owner: QObject
    future: Future[Any]
    then: Callable[[Any], None]
    refused: Callable[[Refusal], None] | None


class Lane(QObject):
    """Runs jobs one after the other in its own thread and answers in the window's.

    An answer to an owner that no longer exists is dropped. ``refused`` tells of refusals that no
    one took, ``failed`` the name of any other error.
    """

    refused = Signal(object)
    failed = Signal(str)
    busy = Signal(bool)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._waiting = 0
        self._is_stopped = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Run ``job`` in the lane, then call ``then`` with its value in the window's thread.

        Once the lane is stopped nothing is run any more: pages still hear of their last deeds.
        """
        if self._is_stopped:
            return
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        future = self._worker.submit(job)
        answer = _Answer(owner, future, then, refused)
        future.add_done_callback(lambda _: self._announce(answer))

    @property
    def is_idle(self) -> bool:
        """True when every answer has been delivered."""
        return self._waiting == 0

    def stop(self) -> None:
        """Finish what was asked, then end the thread."""
        self._is_stopped = True
        self._worker.shutdown(wait=True)

    def _announce(self, answer: _Answer) -> None:
        if isValid(self):
            self._answered.emit(answer)

    def _deliver(self, answer: _Answer) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy.emit(False)
        error = answer.future.exception()
        if error is None:
            if isValid(answer.owner):
                answer.then(answer.future.result())
        elif not isinstance(error, Refused):
            self.failed.emit(type(error).__name__)
        elif answer.refused is not None and isValid(answer.owner):
            answer.refused(error.refusal)
        else:
            self.refused.emit(error.refusal)
