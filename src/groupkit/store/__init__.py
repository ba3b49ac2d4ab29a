"""The only SQL: an encrypted store, its tables and repositories; rows never leave this room."""
