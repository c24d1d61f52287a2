// The page of the LMS round a course: gives the attempt's data to scorm-again, puts the spy in front, opens the course in a frame.

"use strict";

const attempt = JSON.parse(document.getElementById("attempt").textContent);
const is12 = attempt.standard === "scorm12";
const runtime = new (is12 ? Scorm12API : Scorm2004API)({
  lmsCommitUrl: `/commit/${attempt.id}`,
  autocommit: false,
  logLevel: 5,
});
runtime.loadFromJSON(attempt.cmi);

// What a test may switch while the course runs: a commit that the LMS refuses, as with an expired session.
self.lms = { refuseCommits: false, spy: null };
const standard = is12 ? rules12 : rules2004;
self.lms.spy = spyOn(runtime, standard, {
  refuse: (name) => self.lms.refuseCommits && name === standard.commit,
  // At once and by beacon: a call made while the page goes away is seen too.
  violated: (text) => navigator.sendBeacon(`/violations/${attempt.id}`, text),
});
const offered = attempt.knows ? meagre(self.lms.spy.api, standard, attempt.knows, attempt.unknown) : self.lms.spy.api;
const offer = () => (self[is12 ? "API" : "API_1484_11"] = offered);
if (attempt.offersApi && attempt.apiAfter) setTimeout(offer, attempt.apiAfter);
else if (attempt.offersApi) offer();

const frame = document.createElement("iframe");
frame.title = "Course";
frame.name = "course";
if (attempt.width) frame.style.inlineSize = `${attempt.width}px`;
frame.src = attempt.launch;
document.getElementById("frame").append(frame);
