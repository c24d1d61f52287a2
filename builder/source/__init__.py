"""Text to syntax: reads a course folder and keeps a Span on everything it finds. Knows no course, no HTML, no format."""
