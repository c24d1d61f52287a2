"""SCORM 2004, 4th edition: one SCO, metadata in a file of its own, the official control files at the root.

By default the content alone decides completion and success: no thresholds, and the sequencer is told that the content
sets both, or it would count an attempt without a status as completed and satisfied (Sequencing and Navigation, 4.2).
`lms-decides: true` in course.yaml writes the thresholds.
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

CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
SCHEMAS = (
    (CP, "imscp_v1p1.xsd"),
    (ADLCP, "adlcp_v1p3.xsd"),
    (ADLSEQ, "adlseq_v1p3.xsd"),
    (ADLNAV, "adlnav_v1p3.xsd"),
    (IMSSS, "imsss_v1p0.xsd"),
)
METADATA = "metadata.xml"

MOST_STATE = 64000
"""Characters of cmi.suspend_data (SCORM 2004 4th edition Run-Time Environment, 4.2.23)."""

# The player turns pages itself, and nobody shall throw away an attempt by a button of the LMS.
_HIDDEN_CONTROLS = ("previous", "continue", "abandon", "abandonAll")


class Scorm2004:
    """`scorm2004`."""

    name = "scorm2004"

    def target(self, course: Course) -> Target:
        """Texts are kept with the state unless course.yaml wants them on the device (`free-text: {resume: device}`)."""
        keeps_texts = course.settings.free_text.resume == "lms"
        return Target(self.name, "scorm2004", MOST_STATE, keeps_texts, lms_decides=_lms_decides(course))

    def output(self, course_id: str) -> str:
        """A zip."""
        return f"{course_id}-scorm2004.zip"

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """The site, the manifest, its metadata and the control files. Raises InvalidManifest."""
        root = manifest(site, course)
        validate(root, "scorm2004", SCHEMAS)
        metadata = {METADATA: written(lom.lom(course.settings))}
        return together(site.files, {MANIFEST: written(root)}, metadata, control_files("scorm2004"))


def manifest(site: Site, course: Course) -> etree._Element:
    """imsmanifest.xml (SCORM 2004 4th edition Content Aggregation Model, 3.4)."""
    settings = course.settings
    root = etree.Element(
        f"{{{CP}}}manifest",
        {"identifier": identifier("course", settings.id), "version": settings.version},
        nsmap={None: CP, "adlcp": ADLCP, "adlseq": ADLSEQ, "adlnav": ADLNAV, "imsss": IMSSS, "xsi": XSI},
    )
    root.set(f"{{{XSI}}}schemaLocation", " ".join(f"{namespace} {file}" for namespace, file in SCHEMAS))
    metadata = add(root, CP, "metadata")
    add(metadata, CP, "schema", "ADL SCORM")
    add(metadata, CP, "schemaversion", "2004 4th Edition")
    add(metadata, ADLCP, "location", METADATA)
    resource_id = identifier("resource", settings.id)
    _add_organization(root, course, resource_id)
    resource = add(
        add(root, CP, "resources"), CP, "resource", identifier=resource_id, type="webcontent", href=address(site.start)
    )
    resource.set(f"{{{ADLCP}}}scormType", "sco")
    for path in sorted((*site.files, METADATA)):
        add(resource, CP, "file", href=address(path))
    return root


def _add_organization(root: etree._Element, course: Course, resource_id: str) -> None:
    settings = course.settings
    organization_id = identifier("organization", settings.id)
    organizations = add(root, CP, "organizations", default=organization_id)
    organization = add(organizations, CP, "organization", identifier=organization_id)
    organization.set(f"{{{ADLSEQ}}}objectivesGlobalToSystem", "false")
    add(organization, CP, "title", plain(settings.title))
    item = add(
        organization,
        CP,
        "item",
        identifier=identifier("item", settings.id),
        identifierref=resource_id,
        isvisible="true",
    )
    add(item, CP, "title", plain(settings.title))
    decides = _lms_decides(course)
    if decides:
        add(item, ADLCP, "completionThreshold", completedByMeasure="true", minProgressMeasure="1.0")
    sequencing = add(item, IMSSS, "sequencing")
    if decides and settings.scoring.pass_mark is not None:
        objectives = add(sequencing, IMSSS, "objectives")
        primary = add(objectives, IMSSS, "primaryObjective", objectiveID="course", satisfiedByMeasure="true")
        add(primary, IMSSS, "minNormalizedMeasure", f"{settings.scoring.pass_mark / 100:.2f}")
    add(sequencing, IMSSS, "deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    interface = add(add(item, ADLNAV, "presentation"), ADLNAV, "navigationInterface")
    for control in _HIDDEN_CONTROLS:
        add(interface, ADLNAV, "hideLMSUI", control)
    # Control modes mean something on a cluster only; LMSs warn of them on a leaf.
    add(add(organization, IMSSS, "sequencing"), IMSSS, "controlMode", choice="true", flow="true")


def _lms_decides(course: Course) -> bool:
    output = course.settings.outputs.scorm2004
    return output is not None and output.lms_decides


PACKAGE = Scorm2004()
