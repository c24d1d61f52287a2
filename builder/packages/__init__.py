"""A Site becomes packages that an LMS or a web server takes. One file a format; the only user of lxml."""
