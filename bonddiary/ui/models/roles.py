"""What list models hand to the painter beside their words."""

from PySide6.QtCore import Qt

ROW_ROLE = Qt.ItemDataRole.UserRole
"""An EntryRow or a DayRow."""
