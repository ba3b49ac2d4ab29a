"""A new incident, noted in under a minute by keyboard: when, what, through what, and the steps."""

from groupkit.ui.incident_form.asking import ask_incident
from groupkit.ui.incident_form.form import IncidentForm

__all__ = ["IncidentForm", "ask_incident"]
