"""One module per chart; none knows another."""
