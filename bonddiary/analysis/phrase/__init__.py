"""What a parent types in one line, read as moments: letters → tokens → words of content → readings. Pure: now is an argument."""
