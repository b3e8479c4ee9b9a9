"""People in texts: their names taken apart, every form a name goes by, and who is meant where."""
