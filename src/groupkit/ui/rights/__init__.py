"""Her rights: all that is written of her, for her; and erasing her for good."""

from groupkit.ui.rights.sheet import RightsSheet

__all__ = ["RightsSheet"]
