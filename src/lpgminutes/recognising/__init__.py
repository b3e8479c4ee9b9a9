"""Tells what needs tables and arithmetic: telephone numbers, check digits, near misses of words."""

from lpgminutes.recognising.house import HouseRecogniser

__all__ = ["HouseRecogniser"]
