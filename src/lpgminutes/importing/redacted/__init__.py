"""Copies that somebody redacted, taken apart with their marks: text, Word and PDF."""

from lpgminutes.importing.redacted.reading import copy_of

__all__ = ["copy_of"]
