"""Every entry by day."""
