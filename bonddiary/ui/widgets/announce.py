"""Tells a screen reader something without moving the focus."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Says the words politely, or at once when they are urgent. Nothing happens where no reader listens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not needed for the first paint

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    levels = QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Assertive if urgent else levels.Polite)
    QAccessible.updateAccessibility(event)
