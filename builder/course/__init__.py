"""The model of a course: frozen, typed values. No I/O, no HTML, no XML, no standard's vocabulary."""
