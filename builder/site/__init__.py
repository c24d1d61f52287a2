"""A Course and a theme become files of HTML, CSS and scripts, in memory. The only user of Jinja2."""
