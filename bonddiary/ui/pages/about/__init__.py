"""What the program is, what it rests on, and what still waits for a check."""
