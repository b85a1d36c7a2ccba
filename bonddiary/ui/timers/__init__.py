"""Timers that run: one line each above the page, on every screen."""
