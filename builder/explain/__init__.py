"""What the codes of findings mean, for `explain` and docs/checks.md: where those of kinds and of checks meet."""
