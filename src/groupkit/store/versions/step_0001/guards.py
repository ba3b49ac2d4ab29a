"""Rules over more than one table, as triggers.

What is recorded of a woman lies within her membership (view ``roster``), and no change of a
membership or a session leaves a record outside it (view ``stray``). The use cases ask before and
refuse with a sentence; the triggers guard against one that forgot.
"""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TRIGGER mark_on_roster_made BEFORE INSERT ON mark
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER mark_on_roster_changed BEFORE UPDATE OF session_id, participant_id ON mark
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER own_note_on_roster_made BEFORE INSERT ON own_note
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER own_note_on_roster_changed
    BEFORE UPDATE OF session_id, participant_id ON own_note
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER membership_leaves_none_stray_changed
    AFTER UPDATE OF group_id, participant_id, joined, left_on ON membership
    WHEN EXISTS (SELECT 1 FROM stray WHERE stray.participant_id = OLD.participant_id)
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER membership_leaves_none_stray_removed AFTER DELETE ON membership
    WHEN EXISTS (SELECT 1 FROM stray WHERE stray.participant_id = OLD.participant_id)
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER session_leaves_none_stray_moved
    AFTER UPDATE OF group_id, day, cancelled ON session
    WHEN EXISTS (SELECT 1 FROM stray WHERE stray.session_id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
)
