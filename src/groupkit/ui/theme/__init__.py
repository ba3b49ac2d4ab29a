"""The look, decided once: palette, spacing, type scale, and the style sheet made of them."""
