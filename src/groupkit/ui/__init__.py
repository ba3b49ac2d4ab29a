"""The only Qt: a thin layer on the use cases."""
