"""Where a sentence begins and ends, so that it can be moved as a whole."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[»”\"')]*(?=\s|$)|\n+")
_NO_END = re.compile(
    r"(?:\b(?:kl|ca|nr|f\.eks|fx|bl\.a|m\.m|m\.v|osv|evt|dvs|hhv|pga|mht|ift|jf|incl|inkl|ekskl"
    r"|st|tlf|min|sek|tv|th|pr|vedr|iflg|d|dr|o\.l|bl|eks|s\.u)\.|\b\d{1,2}\.)$",
    re.IGNORECASE,
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds ``start`` to ``end`` begins and ends, mark included."""
    begins, ends = 0, len(text)
    for mark in _END.finditer(text):
        is_line = mark[0].startswith("\n")
        if not is_line and _NO_END.search(text, 0, mark.end()) and mark.end() < len(text):
            continue
        if mark.end() <= start:
            begins = mark.end()
        elif mark.start() >= end or mark.end() >= end:
            ends = mark.start() if is_line else mark.end()
            break
    while begins < ends and text[begins].isspace():
        begins += 1
    return begins, ends


def without(text: str, start: int, end: int) -> str:
    """Return ``text`` without what stands from ``start`` to ``end``, and no gap there."""
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    if not before or not after or before.endswith("\n") or after.startswith("\n"):
        return (before + after).strip()
    return f"{before} {after}"
