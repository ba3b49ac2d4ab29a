"""Material packs: made here, looked at before anything is taken in, taken in, taken back."""
