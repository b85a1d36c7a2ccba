"""Cues, responses, outcomes, tips and safety pages: read from resources/content, checked, never computed."""
