"""The web page that needs no LMS: the site as it is, in a folder. The learner's work stays on the device, or is sent to
an LRS too where course.yaml says `lrs`; then the course's xAPI profile is published beside the page.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.course.model import Course
from builder.packages.manifest import together
from builder.site.target import Site, Statements, Target, talks_to
from builder.statements.profile import profile_file

ON_DEVICE = Target(name="html", tracker="device", capacity=None, keeps_texts=True)
"""A page that keeps all work on the device, texts too, and sends none of it."""


class Html:
    """`html`: for a web server, or opened from a file."""

    name = "html"

    def target(self, course: Course) -> Target:
        """No limit on the state."""
        output = course.settings.outputs.html
        if output is None or output.lrs is None:
            return ON_DEVICE
        return Target(
            name=self.name,
            tracker="xapi",
            capacity=None,
            keeps_texts=course.settings.free_text.resume == "lms",
            connect_src="'self'" if output.relay else talks_to(output.endpoints),
            statements=Statements(output.version, output.relay),
        )

    def output(self, course_id: str) -> str:
        """A folder."""
        return f"{course_id}-html"

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """The site's own files, and the profile of the statements that it sends."""
        return together(site.files, profile_file(course)) if self.target(course).statements else site.files


PACKAGE = Html()
