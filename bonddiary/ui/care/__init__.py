"""Care events: the row to press, what may be said of one, and the strip that asks for it."""
