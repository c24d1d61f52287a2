import assert from "node:assert/strict";
import { test } from "node:test";
import { likeTheLearner } from "../src/tracking/lrs/languages";

test("dates and numbers are as the learner's region writes them, in the course's language only", () => {
  assert.equal(likeTheLearner("en-GB", ["fr", "en-US", "en-AU"]), "en-US");
  assert.equal(likeTheLearner("en-GB", ["EN-us"]), "en-US");
  assert.equal(likeTheLearner("en-GB", ["fr", "enm"]), "en-GB");
  assert.equal(likeTheLearner("en-GB", []), "en-GB");
});

test("what is no language changes nothing", () => {
  for (const tag of ["en_US", "en-!", "", "-", "en-"]) assert.equal(likeTheLearner("en-GB", [tag]), "en-GB");
});
