"""Coursewright: a folder of Markdown becomes e-learning that a real LMS plays. docs/architecture.md is the map."""

__version__ = "0.1.0"
