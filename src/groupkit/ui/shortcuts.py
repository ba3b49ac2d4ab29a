"""Every shortcut of the program in one place."""

from __future__ import annotations

from enum import StrEnum


class Shortcut(StrEnum):
    """Keys that work on a whole page or in the whole window."""

    LOCK = "Ctrl+L"
    HIDE = "F9"
    TODAY = "Ctrl+1"
    GROUPS = "Ctrl+2"
    LIBRARY = "Ctrl+3"
    SETTINGS = "Ctrl+4"
    NOMINATIONS = "Ctrl+5"
    FIGURES = "Ctrl+6"
    SEARCH = "Ctrl+K"
    NEW = "Ctrl+N"
    BACK = "Alt+Left"
    GROUP_NOTE = "Ctrl+G"
    ROSTER = "Ctrl+R"
    FINISH = "Ctrl+Return"
    UNDO = "Ctrl+Z"
    ADD_ITEM = "Ctrl+I"
    ITEM_DETAILS = "Ctrl+D"
    COPY_AGENDA = "Ctrl+Shift+K"
    SESSION_PACK = "Ctrl+P"
    NEXT_ITEM = "F8"
    FULL_SCREEN = "F11"
    DISCREET = "Ctrl+Shift+D"
    BLOCK_BOX = "Ctrl+Shift+B"
    BLOCK_LINES = "Ctrl+Shift+L"
    BLOCK_CHECK = "Ctrl+Shift+C"
    BLOCK_SCALE = "Ctrl+Shift+S"
    BLOCK_COLUMNS = "Ctrl+Shift+O"
    BLOCK_HELP = "Ctrl+Shift+H"
    BLOCK_PICTURE = "Ctrl+Shift+P"
    NEXT_MISSPELT = "F7"
