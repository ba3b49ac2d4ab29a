"""Material packs as files that may come from anybody."""
