"""The static page for worry and help."""
