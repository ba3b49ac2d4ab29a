"""What is printed of the figures, for whom and of which time; and the tables that come of it."""
