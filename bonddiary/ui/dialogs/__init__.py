"""The few windows beside the one window."""
