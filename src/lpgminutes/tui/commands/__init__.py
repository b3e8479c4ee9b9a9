"""Every command once, a file for each screen. Bindings, key bar, palette and help come from them."""
