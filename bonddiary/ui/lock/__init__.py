"""The lock: a window that shows nothing of the diary, and the ways back in."""
