"""The widgets: each is given domain objects, and reports upward with messages."""
