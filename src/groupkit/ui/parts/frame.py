"""What all pages look like at the edges: the header at the top, the content below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.ui.parts.header import Header


def frame(page: QWidget, header: Header, content: QWidget) -> None:
    """Lay ``header`` and ``content`` into ``page``, edge to edge."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(header)
    layout.addWidget(content, 1)
