"""SCORM 1.2: one SCO, metadata in the manifest, the official control files at the root.

By default the content alone decides its status, so no mastery score is written: with one there, LMSs turn a partial
score into `failed`. `lms-decides: true` in course.yaml puts it there.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from builder.course.model import Course
from builder.packages import lom
from builder.packages.manifest import (
    MANIFEST,
    XSI,
    add,
    address,
    control_files,
    identifier,
    plain,
    together,
    validate,
    written,
)
from builder.site.target import Site, Target

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
SCHEMAS = ((CP, "imscp_rootv1p1p2.xsd"), (lom.IMSMD, "imsmd_rootv1p2p1.xsd"), (ADLCP, "adlcp_rootv1p2.xsd"))

MOST_STATE = 4096
"""Characters of cmi.suspend_data (SCORM 1.2 Run-Time Environment, 3.4.4)."""

_MOST_TITLE = 200
_MOST_VERSION = 20


class Scorm12:
    """`scorm12`."""

    name = "scorm12"

    def target(self, course: Course) -> Target:
        """Long texts stay on the device: 4,096 characters are too few for them."""
        output = course.settings.outputs.scorm12
        return Target(
            self.name,
            "scorm12",
            MOST_STATE,
            keeps_texts=False,
            lms_decides=_lms_decides(course),
            in_words=output is not None and output.answers == "words",
        )

    def output(self, course_id: str) -> str:
        """A zip."""
        return f"{course_id}-scorm12.zip"

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """The site, the manifest and the control files. Raises InvalidManifest."""
        root = manifest(site, course)
        validate(root, "scorm12", SCHEMAS)
        return together(site.files, {MANIFEST: written(root)}, control_files("scorm12"))


def manifest(site: Site, course: Course) -> etree._Element:
    """imsmanifest.xml (SCORM 1.2 Content Aggregation Model, 2.3)."""
    settings = course.settings
    root = etree.Element(
        f"{{{CP}}}manifest",
        {"identifier": identifier("course", settings.id)},
        nsmap={None: CP, "adlcp": ADLCP, "imsmd": lom.IMSMD, "xsi": XSI},
    )
    root.set(f"{{{XSI}}}schemaLocation", " ".join(f"{namespace} {file}" for namespace, file in SCHEMAS))
    if len(settings.version) <= _MOST_VERSION:
        root.set("version", settings.version)
    metadata = add(root, CP, "metadata")
    add(metadata, CP, "schema", "ADL SCORM")
    add(metadata, CP, "schemaversion", "1.2")
    metadata.append(lom.imsmd(settings))
    organization_id, resource_id = identifier("organization", settings.id), identifier("resource", settings.id)
    organizations = add(root, CP, "organizations", default=organization_id)
    organization = add(organizations, CP, "organization", identifier=organization_id)
    add(organization, CP, "title", plain(settings.title, _MOST_TITLE))
    item = add(
        organization,
        CP,
        "item",
        identifier=identifier("item", settings.id),
        identifierref=resource_id,
        isvisible="true",
    )
    add(item, CP, "title", plain(settings.title, _MOST_TITLE))
    if _lms_decides(course) and settings.scoring.pass_mark is not None:
        add(item, ADLCP, "masteryscore", str(settings.scoring.pass_mark))
    resource = add(
        add(root, CP, "resources"), CP, "resource", identifier=resource_id, type="webcontent", href=address(site.start)
    )
    resource.set(f"{{{ADLCP}}}scormtype", "sco")
    for path in sorted(site.files):
        add(resource, CP, "file", href=address(path))
    return root


def _lms_decides(course: Course) -> bool:
    output = course.settings.outputs.scorm12
    return output is not None and output.lms_decides


PACKAGE = Scorm12()
