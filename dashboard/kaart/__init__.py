"""What the map needs besides its page: its document, layers, search, what is known ahead."""
