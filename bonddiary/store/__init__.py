"""The diary file: the only place that knows SQL."""
