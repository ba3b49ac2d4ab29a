"""What the program needs of the machine it runs on: paths, locks and a quiet log."""
