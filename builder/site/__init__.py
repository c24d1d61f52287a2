"""A Course and a theme become files of HTML, CSS and scripts, in memory. The only user of Jinja2."""

from builder.site.render import render
from builder.site.target import Site, Target, side_by_side
from builder.site.theme import Theme, load_theme

__all__ = ["Site", "Target", "Theme", "load_theme", "render", "side_by_side"]
