"""The icon beside the words for what may become of a sheet."""

from __future__ import annotations

from groupkit.domain.material import Sharing

MARKS = {
    Sharing.FACILITATORS: "lock",
    Sharing.TAKE_HOME: "document",
    Sharing.STAYS_HERE: "groups",
}
