"""Pure functions from entries to counts, findings and matching tips: no clock, no files, no randomness."""
