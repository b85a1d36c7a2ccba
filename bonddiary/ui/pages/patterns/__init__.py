"""What the entries show, in pictures, words and tables."""
