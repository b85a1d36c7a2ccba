"""One page for the health visitor, as it will be printed."""
