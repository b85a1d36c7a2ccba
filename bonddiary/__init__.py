"""Bond Diary: a private diary of a baby's cues, what a family tried and what happened next."""

__version__ = "0.1.0"
