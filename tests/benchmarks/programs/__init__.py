"""What a benchmark starts in a process of its own. Each prints one line of JSON."""
