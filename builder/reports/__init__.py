"""What the reports of an LMS mean: the names that trackers give to answers, and the key to them."""
