"""The pages of the screen, one folder each; pages do not import each other."""
