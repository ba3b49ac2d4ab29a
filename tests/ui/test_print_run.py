"""A paper on its way to the printer holds no lock back, and comes out whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from screen import Screen

from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.ui.printing import PrintRun

PAGES = 4


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def paper() -> bytes:
    content = io.BytesIO()
    canvas = Canvas(content)
    for page in range(PAGES):
        canvas.rect(100 + page, 100, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def printer_to(file: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(72)
    return printer


def test_the_window_is_free_between_two_pages(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    run = PrintRun(printer_to(tmp_path / "out.pdf"), paper(), window)
    ticks: list[int] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: ticks.append(len(run._left)))
    timer.start(0)
    with qtbot.waitSignal(run.destroyed, timeout=10_000):
        pass
    timer.stop()
    assert len(set(ticks)) >= PAGES - 1
    assert len(PdfReader(tmp_path / "out.pdf").pages) == PAGES


def test_only_the_chosen_pages(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(PrintRun(printer, paper(), window).destroyed, timeout=10_000):
        pass
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_a_program_that_ends_finishes_first(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    run = PrintRun(printer_to(tmp_path / "out.pdf"), paper(), window)
    run.finish()
    assert len(PdfReader(tmp_path / "out.pdf").pages) == PAGES
    with qtbot.waitSignal(run.destroyed, timeout=10_000):
        pass


def test_a_lock_takes_the_dialog_and_leaves_the_print(
    demo: Callable[[], Screen], tmp_path: Path, qtbot: QtBot
) -> None:
    screen = demo()
    screen.go(Place(PageName.TOPIC, slug="co-parenting", tab="sheets"))
    screen.press("Print uddelingsarket")
    preview = screen.window.findChild(Preview)
    assert preview is not None
    preview._print()
    (dialog,) = screen.window.findChildren(QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    dialog.done(QPrintDialog.DialogCode.Accepted)
    (run,) = screen.window.findChildren(PrintRun)
    screen.window.lock()
    assert screen.window.workspace is None
    assert not [p for p in screen.window.findChildren(Preview) if p.isVisible()]
    if run._left:
        with qtbot.waitSignal(run.destroyed, timeout=10_000):
            pass
    screen.settle()
    assert len(PdfReader(tmp_path / "out.pdf").pages) >= 1
    QApplication.processEvents()
