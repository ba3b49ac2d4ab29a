"""Rules and values of aftercare groups: pure functions, frozen values, no input or output."""
