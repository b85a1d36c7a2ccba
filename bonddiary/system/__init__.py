"""What the computer gives: folders, settings, resources, the clock, the log, safe file writing."""
