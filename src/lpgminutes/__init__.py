"""Minutes, action logs and FOI release copies for UK public bodies."""

__version__ = "0.1.0"
