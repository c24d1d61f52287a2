"""Text to syntax: reads a course folder and keeps a Span on all it finds. Knows no course, no HTML, no format."""
