"""What is printed or given away: no Qt, no SQL. Whoever asks brings the diary's frozen records."""
