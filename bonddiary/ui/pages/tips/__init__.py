"""What cues may mean."""
