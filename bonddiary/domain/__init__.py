"""The diary's words as frozen types. Standard library only; every other package may import it."""
