"""What minutes say in many ways, read so that two of them can be held side by side: days, hours, sums, shares, ages."""
