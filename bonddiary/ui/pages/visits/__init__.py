"""Visits, what a family wants to ask, and what was agreed."""
