"""Bond Diary: a private diary of a baby's cues, what a family tried and what happened next."""

__version__ = "0.1.0"

APP_ID = "io.github.bonddiary.BondDiary"
"""As in pyproject.toml, which the program itself doesn't read: what a desktop calls its windows and its menu entry."""
