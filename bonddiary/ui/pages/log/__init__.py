"""The start screen: notice, tried, then."""
