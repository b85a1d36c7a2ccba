"""Who may open a locked diary: its key, the slots that hold it, passphrases. No Qt, no SQL; cryptography loads late."""
