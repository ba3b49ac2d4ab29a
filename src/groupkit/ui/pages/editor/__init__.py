"""Writing a text of the library, its pages beside it."""

from groupkit.ui.pages.editor.page import EditorPage

__all__ = ["EditorPage"]
