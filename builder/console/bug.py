"""What is said when the mistake is ours: a sentence, and a file with what is needed to mend it."""

from __future__ import annotations

import sys
import tempfile
import traceback

from builder import __version__


def confession(error: Exception) -> str:
    """Keeps the details of an unexpected error in a file; the sentence that says so and where it is."""
    details = f"coursewright {__version__}, Python {sys.version}, {sys.platform}\n" + "".join(
        traceback.format_exception(error)
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="coursewright-", suffix=".txt", delete=False
        ) as report:
            report.write(details)
        how = f"with the file {report.name}"
    except OSError:
        how = f"with these words: {type(error).__name__}: {error}"
    return f"this is a mistake in Coursewright, not in your course. Please report it to its maintainers, {how}."
