"""What may be said of a diary beyond its counts, and when: rules that stop false stories."""
