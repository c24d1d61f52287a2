"""xAPI: a zip with a tincan.xml, which tells an LMS what to launch and under which activity's id.

Where the LRS is and who learns stands in the address that the LMS launches; the package holds no credentials.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from builder.course.model import Course
from builder.packages.manifest import add, address, plain, together, written
from builder.site.target import Site, Statements, Target, talks_to
from builder.source.outputs import Xapi as Settings
from builder.statements.names import Names
from builder.statements.profile import profile_file
from builder.statements.verbs import COURSE, MODULE

MANIFEST = "tincan.xml"
TINCAN = "http://projecttincan.com/tincan.xsd"


class Xapi:
    """`xapi`."""

    name = "xapi"

    def target(self, course: Course) -> Target:
        """No limit on the state: an LRS keeps documents of any length. Texts are kept with it as course.yaml says."""
        output = course.settings.outputs.xapi or Settings()
        return Target(
            self.name,
            "xapi",
            None,
            keeps_texts=course.settings.free_text.resume == "lms",
            connect_src=talks_to(output.endpoints),
            statements=Statements(output.version),
        )

    def output(self, course_id: str) -> str:
        """A zip."""
        return f"{course_id}-xapi.zip"

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """The site, tincan.xml and the profile of the statements that it sends."""
        return together(site.files, {MANIFEST: written(manifest(site, course))}, profile_file(course))


def manifest(site: Site, course: Course) -> etree._Element:
    """tincan.xml. The activity that is launched comes first: some LMSs read no further."""
    settings = course.settings
    names, language = Names(settings.iri), settings.language
    root = etree.Element(f"{{{TINCAN}}}tincan", nsmap={None: TINCAN})
    activities = add(root, TINCAN, "activities")

    def activity(id: str, type: str, title: str) -> etree._Element:
        element = add(activities, TINCAN, "activity", id=id, type=type)
        add(element, TINCAN, "name", plain(title), lang=language)
        return element

    whole = activity(settings.iri, COURSE, settings.title)
    if settings.description.strip():
        add(whole, TINCAN, "description", plain(settings.description), lang=language)
    add(whole, TINCAN, "launch", address(site.start), lang=language)
    for module in course.modules:
        activity(names.module(module.id), MODULE, module.title)
    return root


PACKAGE = Xapi()
