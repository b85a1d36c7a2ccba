"""Quick add: a small window for one moment, above all others."""
