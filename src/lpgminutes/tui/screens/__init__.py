"""The screens: each holds its state, asks the gateway, and gives its widgets domain objects."""
