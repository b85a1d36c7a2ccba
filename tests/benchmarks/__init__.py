"""Measurements against floors taken in the same run: `python3 packaging/dev.py bench [name…]`. Not part of the tests."""
