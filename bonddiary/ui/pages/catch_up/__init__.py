"""Catch up: a day's or a night's hours to paint on, with the same entries as a table to type in."""
