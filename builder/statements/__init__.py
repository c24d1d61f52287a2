"""What a course says to an LRS: verbs, activities, templates, its xAPI profile. The only user of tincan."""
