"""A relay between a course's web page and an LRS: it holds the LRS's credentials and knows who is signed in.

It is small on purpose: what it passes on is what a page of Coursewright sends (docs/relay.md), for the learner that the
provider's own sign-in names, about the courses that it is told of. It stores nothing.
"""
