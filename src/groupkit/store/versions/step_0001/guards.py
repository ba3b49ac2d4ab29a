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
    CREATE TRIGGER handed_out_on_roster_made BEFORE INSERT ON handed_out
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER handed_out_on_roster_changed
    BEFORE UPDATE OF session_id, participant_id ON handed_out
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
    """
    CREATE TRIGGER pause_within_membership BEFORE INSERT ON pause
    WHEN NOT EXISTS (
        SELECT 1 FROM membership WHERE membership.id = NEW.membership_id
        AND NEW.first BETWEEN membership.joined AND coalesce(membership.left_on, '9999-12-31')
        AND coalesce(NEW.last, NEW.first) <= coalesce(membership.left_on, '9999-12-31')
    )
    BEGIN SELECT RAISE(ABORT, 'a pause outside its membership'); END
    """,
    """
    CREATE TRIGGER membership_apart_made BEFORE INSERT ON membership
    WHEN EXISTS (
        SELECT 1 FROM membership AS other
        WHERE other.group_id = NEW.group_id AND other.participant_id = NEW.participant_id
        AND other.joined <= coalesce(NEW.left_on, '9999-12-31')
        AND NEW.joined <= coalesce(other.left_on, '9999-12-31')
    )
    BEGIN SELECT RAISE(ABORT, 'twice in a group'); END
    """,
    """
    CREATE TRIGGER membership_apart_changed
    BEFORE UPDATE OF group_id, participant_id, joined, left_on ON membership
    WHEN EXISTS (
        SELECT 1 FROM membership AS other
        WHERE other.id <> OLD.id
        AND other.group_id = NEW.group_id AND other.participant_id = NEW.participant_id
        AND other.joined <= coalesce(NEW.left_on, '9999-12-31')
        AND NEW.joined <= coalesce(other.left_on, '9999-12-31')
    )
    BEGIN SELECT RAISE(ABORT, 'twice in a group'); END
    """,
    """
    CREATE TRIGGER participant_stays_erased BEFORE UPDATE OF number, erased ON participant
    WHEN OLD.erased IS NOT NULL
        AND (NEW.number IS NOT OLD.number OR NEW.erased IS NOT OLD.erased)
    BEGIN SELECT RAISE(ABORT, 'she was erased'); END
    """,
    """
    CREATE TRIGGER nomination_of_nobody_erased BEFORE INSERT ON nomination
    WHEN EXISTS (
        SELECT 1 FROM participant
        WHERE participant.id = NEW.participant_id AND participant.erased IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'she was erased'); END
    """,
    """
    CREATE TRIGGER profile_of_nobody_erased BEFORE INSERT ON profile
    WHEN EXISTS (
        SELECT 1 FROM participant
        WHERE participant.id = NEW.participant_id AND participant.erased IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'she was erased'); END
    """,
    """
    CREATE TRIGGER safe_contact_of_nobody_erased BEFORE INSERT ON safe_contact
    WHEN EXISTS (
        SELECT 1 FROM participant
        WHERE participant.id = NEW.participant_id AND participant.erased IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'she was erased'); END
    """,
    """
    CREATE TRIGGER consent_of_nobody_erased BEFORE INSERT ON consent
    WHEN EXISTS (
        SELECT 1 FROM participant
        WHERE participant.id = NEW.participant_id AND participant.erased IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'she was erased'); END
    """,
    """
    CREATE TRIGGER own_note_of_nobody_erased BEFORE INSERT ON own_note
    WHEN EXISTS (
        SELECT 1 FROM participant
        WHERE participant.id = NEW.participant_id AND participant.erased IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'she was erased'); END
    """,
)
