"""What shows authors their own scenario: a map of it, its plays counted, a play in the terminal."""
