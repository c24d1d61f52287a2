"""What `coursewright new` copies: a whole small course that shows each thing once, in the folder `course`."""
