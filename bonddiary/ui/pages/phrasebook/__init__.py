"""The baby's cues in the family's own words."""
