"""Typing a moment: the field, what was understood as chips below it, and what is half typed kept."""
