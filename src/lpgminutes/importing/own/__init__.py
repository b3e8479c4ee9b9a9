"""Reads back the minutes that this program wrote: what it printed in one way can be read in one way."""
