"""The dialogs: each returns a value, or ``None``, and saves nothing."""
