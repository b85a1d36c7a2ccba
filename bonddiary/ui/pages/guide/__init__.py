"""The guide to the program."""
