"""The screen of a meeting: what it is made of, a file for each concern."""
