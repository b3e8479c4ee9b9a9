"""The outer contract: one meeting, and the rules of a release, as JSON or YAML."""
