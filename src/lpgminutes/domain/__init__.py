"""Pure rules: the standard library and the edit distance of two words; no clock, no files."""
