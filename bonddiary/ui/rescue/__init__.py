"""The window when the diary’s file can’t be read, or has gone: what happened, and the way back to a copy."""
