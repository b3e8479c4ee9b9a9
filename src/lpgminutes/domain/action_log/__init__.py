"""What actions go through: their changes and history, how they are listed, and how minutes tell of them."""
