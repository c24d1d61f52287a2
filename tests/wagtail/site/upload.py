"""Uploads packages as a training provider would, makes a lesson of each and a learner. Prints the lessons as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.files import File  # noqa: E402
from django.core.management import call_command  # noqa: E402


def main(packages: list[Path]) -> None:
    call_command("migrate", run_syncdb=True, verbosity=0)
    from wagtail.models import Page
    from wagtail_lms.models import CoursePage, SCORMLessonPage, SCORMPackage

    get_user_model().objects.create_user("amara", password=None, first_name="Amara", last_name="Okafor")
    root = Page.add_root(instance=Page(title="Root", slug="root"))
    course = root.add_child(instance=CoursePage(title="Courses", slug="courses"))
    lessons: dict[str, dict[str, object]] = {}
    for path in packages:
        package = SCORMPackage(title="")
        with path.open("rb") as file:
            package.package_file.save(path.name, File(file), save=True)
        package.refresh_from_db()
        lesson = course.add_child(instance=SCORMLessonPage(title=path.stem, slug=path.stem, scorm_package=package))
        lessons[path.name] = {
            "lesson": lesson.pk,
            "package": package.pk,
            "launch": package.launch_url,
            "version": package.version,
        }
    print(json.dumps(lessons))


main([Path(name) for name in sys.argv[1:]])
