"""What reading the folder and its settings can find."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
    Code("CW001", "The course folder is not there"),
    Code("CW002", "The folder has no course.yaml"),
    Code("CW003", "A file or folder cannot be read"),
    Code("CW004", "A text is not UTF-8"),
    Code("CW005", "A link in the file system leaves the course folder"),
    Code("CW006", "A page is in no module"),
    Code("CW007", "A page or scenario has a name that the builder does not read"),
    Code("CW008", "A character is in no text"),
    Code("CW009", "A text holds an unfinished merge"),
    Code("CW010", "Settings are not YAML"),
    Code("CW011", "A key of the settings is there twice"),
    Code("CW012", "Settings use YAML that has no place here"),
    Code("CW013", "The head of a page is never closed"),
    Code("CW020", "A key of the settings is unknown"),
    Code("CW021", "A key of the settings is missing"),
    Code("CW022", "A setting has a value that it cannot have"),
    Code("CW023", "A version is written as a number"),
    Code("CW024", "A setting asks for what a later version brings"),
)
