"""How list rows are painted."""
