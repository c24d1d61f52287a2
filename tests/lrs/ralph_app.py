"""Runs Ralph for the tests, in the environment that has it: `python ralph_app.py SOCKET`, until standard input ends.

Two slips of Ralph 5.1.0 with its file-system backend are mended here. It refuses every write but the first ("already
exists"), since its default operation is to create a file. And it finds nothing by `verb` and `activity`, since it
compares texts with an object of its own.
"""

import os
import sys
import threading

import uvicorn
from ralph.api import app
from ralph.api.routers import statements
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend


def end_with_parent() -> None:
    """However the tests end, no server stays behind."""
    sys.stdin.read()
    os._exit(0)


FSLRSBackend.default_operation_type = BaseOperationType.APPEND
statements.IRI = str
threading.Thread(target=end_with_parent, daemon=True).start()
uvicorn.run(app, uds=sys.argv[1], log_level="warning", access_log=False)
