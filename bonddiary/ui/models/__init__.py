"""Rows as lists show them, and the models that hold them."""
