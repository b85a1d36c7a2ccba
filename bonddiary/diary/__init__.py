"""The one door to a family's data: commands that return their inverse, history, changes, queries."""
