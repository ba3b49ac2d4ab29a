"""Puts the parts together; the one place that knows them all. No Qt."""

from groupkit.wiring.program import Program, program

__all__ = ["Program", "program"]
