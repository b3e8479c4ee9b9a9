"""Word files, taken apart into lines with the numbers, styles and tables that a person sees."""

from lpgminutes.importing.word.reading import read_word

__all__ = ["read_word"]
