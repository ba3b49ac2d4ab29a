"""Texts in our notation, changed by chance until they are hardly any."""

from __future__ import annotations

import random

BLOCKS = (
    ":::", "::::", ":::::", "::: box ", "::: only plain\n", "::: only discreet\n",
    "::::: columns\n", ":::: column a\n", "::: check\n- a\n:::", "::: picture x\n:::",
    "{a|b}", "{", "}", "|", "\\", "\\{", "{|}", "::: box a\n" * 6, ":" * 300,
)  # fmt: skip
INLINE = (
    "\n\n::: lines 3 \n:::\n\n", "\n\n::: scale 0 10 | a\n:::\n\n", "\n\n::: help\n:::\n\n",
    "\n\n::: picture hand full | ord\n:::\n\n", "\n\n" + "::: lines 20\n:::\n" * 12 + "\n",
    "\n\n::::: box b\n::: picture hand small | o\n:::\n:::::\n\n", "{ord|andre ord}", "\\{",
    "# ", "###### ", "- ", "1. ", "> ", "  ", "\n", "\n\n", "\t", "**", "*", "__", "`", "~~~\n",
    "```\n", "\n| a | b |\n|---|---|\n| c | d |\n", "[a](b)", "![a](b)", "<b>", "&amp;", "&#0;",
    "---\n", "===\n", "\u00ad", "\u200f", "\u202e", "مرحبا", "ሰላም", "Привіт", "e\u0301",
    "\U0001f469\u200d\U0001f467", "\0", "x" * 400, "ord " * 120, "- a\n" * 40, "> " * 30,
    "[" * 200, "*a" * 100, "999999999999. ", "https://" + "a" * 90, "\n" + "- " * 40 + "a\n",
)  # fmt: skip


def hostile_source(chance: random.Random, texts: tuple[str, ...]) -> str:
    """Return one of ``texts``, or a part of it, with pieces put in, taken out and moved.

    Half of them are left whole but for what is put in, so that many can be printed.
    """
    source = chance.choice(texts)
    is_gentle = chance.random() < 0.5
    if not is_gentle and chance.random() < 0.7:
        begin = chance.randrange(len(source))
        source = source[begin : begin + chance.randrange(50, 3_000)]
    pieces = INLINE if is_gentle else (*BLOCKS, *INLINE)
    for _ in range(chance.choice((1, 3, 10, 60))):
        at = chance.randrange(len(source) + 1)
        deed = chance.random()
        if is_gentle or deed < 0.6:
            if is_gentle and chance.random() < 0.7:
                at = source.find("\n\n", at) + 2 or at
            source = source[:at] + chance.choice(pieces) + source[at:]
        elif deed < 0.8:
            source = source[:at] + source[at + chance.randrange(1, 60) :]
        else:
            to = chance.randrange(len(source) + 1)
            source = source[:to] + source[at : at + chance.randrange(200)] + source[to:]
    return source
