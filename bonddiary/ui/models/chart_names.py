"""What pages call each chart, in the order of Patterns."""

from PySide6.QtCore import QCoreApplication

NAMES = {
    "two-weeks": "Two weeks",
    "day": "What happened on a day",
    "time-of-day": "When do we notice each kind?",
    "tried": "What we tried, and then",
    "settling": "How long settling took",
    "weeks": "How weeks are changing",
    "typical-day": "The typical day",
    "before-cues": "What came before each cue",
}


def chart_names() -> dict[str, str]:
    """By the charts' keys."""
    return {key: QCoreApplication.translate("ChartNames", name) for key, name in NAMES.items()}
