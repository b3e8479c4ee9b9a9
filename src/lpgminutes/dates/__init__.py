"""Dates as a British office writes them: the only part that knows dateparser and the bank holidays."""
