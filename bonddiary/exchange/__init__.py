"""Files in and out: one module per format, one registry line each."""
