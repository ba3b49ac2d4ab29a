"""The parts that pages are built from; they hold no language of their own."""
