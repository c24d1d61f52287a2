"""The preview: a course in the browser, built anew at each save. Needs the extra `preview`."""
