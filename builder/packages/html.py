"""The web page that needs no LMS: the site as it is, in a folder. The learner's work stays on the device."""

from __future__ import annotations

from collections.abc import Mapping

from builder.course.model import Course
from builder.site.target import Site, Target


class Html:
    """`html`: for a web server, or opened from a file."""

    name = "html"

    def target(self, course: Course) -> Target:
        """No limit on the state, and texts are kept with it whatever course.yaml says: all of it lies on the device."""
        return Target(name=self.name, tracker="device", capacity=None, keeps_texts=True)

    def output(self, course_id: str) -> str:
        """A folder."""
        return f"{course_id}-html"

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """The site's own files."""
        return site.files


PACKAGE = Html()
