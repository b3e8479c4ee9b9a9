"""Bringing papers in: each beside its reading, to be compared, put right and kept."""
