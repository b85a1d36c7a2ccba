"""What the places in the window are called."""

from PySide6.QtCore import QObject

from bonddiary.ui.pages.page import Place


def place_names(window: QObject) -> dict[Place, str]:
    """Every place's name, in the window's language."""
    return {
        Place.LOG: window.tr("Log"),
        Place.TIMELINE: window.tr("Timeline"),
        Place.PATTERNS: window.tr("Patterns"),
        Place.TIPS: window.tr("Tips"),
        Place.REPORT: window.tr("Report"),
        Place.HELP: window.tr("Get help"),
        Place.SETTINGS: window.tr("Settings"),
        Place.ABOUT: window.tr("About"),
        Place.CATCH_UP: window.tr("Catch up"),
        Place.VISITS: window.tr("Visits and questions"),
        Place.PHRASEBOOK: window.tr("Phrasebook"),
        Place.GUIDE: window.tr("How to use Bond Diary"),
    }
