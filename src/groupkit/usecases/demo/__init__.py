"""Invented groups: people named after flowers, everyday notes, and courses set around a day."""
