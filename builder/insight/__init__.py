"""What learners did, for authors: statements or an LMS's report in, one page of figures out (docs/insight.md).

    json_file, lrs, moodle --records--> store --counting--> Figures --disclosure--> Report --> page, JSON

Nothing here keeps who a learner is: a learner is a number made from their identifier with a key that is forgotten.
"""
