"""What all tests share: no deadlines on a machine that does other work too."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("coursewright", deadline=None)
settings.load_profile("coursewright")
