"""One topic of the library."""

from groupkit.ui.pages.topic.page import TopicPage

__all__ = ["TopicPage"]
