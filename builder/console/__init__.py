"""What the commands and the preview say on the terminal, in one way."""
