"""Colours, sizes and icons as Qt needs them."""
