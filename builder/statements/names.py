"""The IRIs of a course and of what is in it: they are made of its own `iri` and of ids, and so never change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of the course with this `iri`."""

    iri: str

    def module(self, id: str) -> str:
        """A module's."""
        return self._below("modules", id)

    def page(self, id: str) -> str:
        """A page's."""
        return self._below("pages", id)

    def activity(self, id: str) -> str:
        """What can be answered or done: by the event's id (builder/reports/names.py, `interaction_id`), or its own."""
        return self._below("activities", id)

    def objective(self, id: str) -> str:
        """That of an outcome, misconception, topic or marking point."""
        return self._below("objectives", id)

    @property
    def unit(self) -> str:
        """The whole course's as the one assignable unit of cmi5, which may not have the course's own."""
        return f"{self.iri.rstrip('/')}/au"

    @property
    def modules(self) -> str:
        """That of all modules together, cmi5's block."""
        return f"{self.iri.rstrip('/')}/modules"

    @property
    def profile(self) -> str:
        """The course's own xAPI profile."""
        return f"{self.iri.rstrip('/')}/xapi"

    @property
    def profile_version(self) -> str:
        """The profile as it is now, which statements name as their category. It changes with how statements are made;
        the course's own version is each statement's `context.revision`.
        """
        return f"{self.profile}/v1"

    def extension(self, name: str) -> str:
        """One of our extensions."""
        return f"{self.profile}/extensions/{name}"

    def _below(self, sort: str, id: str) -> str:
        return f"{self.iri.rstrip('/')}/{sort}/{id}"
