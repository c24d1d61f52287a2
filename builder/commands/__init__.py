"""What the command line does, one file a command; builder/cli.py gives them their names and options."""
