import assert from "node:assert/strict";
import { test } from "node:test";
import { findApi, lookUp, type WindowLike } from "../src/tracking/find_api";
import { foreign, frameIn, windowWith } from "./windows";

const api = { LMSInitialize: () => "true" };
const look = (from: WindowLike) => lookUp("API", "LMSInitialize", from);

test("the LMS is found in a window some frames up", () => {
  assert.equal(look(frameIn(frameIn(windowWith("API", api)))).api, api);
});

test("the LMS is found above the window that opened this one", () => {
  const popup = windowWith("Other", null);
  popup.opener = frameIn(windowWith("API", api));
  assert.equal(look(popup).api, api);
});

test("the LMS is found above the window that opened the one in which the course is a frame", () => {
  const popup = windowWith("Other", null);
  popup.opener = frameIn(windowWith("API", api));
  assert.equal(look(frameIn(popup)).api, api);
});

test("a frame of another origin on the way up is no obstacle, and is told of where nothing is found", () => {
  assert.equal(look(frameIn(foreign(windowWith("API", api)))).api, api);
  assert.deepEqual(look(frameIn(foreign())), { api: null, blocked: true });
});

test("something else of that name is not taken for the LMS", () => {
  assert.equal(look(frameIn(windowWith("API", "just a string"))).api, null);
});

test("a chain of windows that never ends is given up", () => {
  const endless: WindowLike = { get parent() { return frameIn(endless); } };
  assert.deepEqual(look(endless), { api: null, blocked: false });
});

test("an LMS that comes late is waited for", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const top = windowWith("API", undefined);
  const found = findApi("API", "LMSInitialize", frameIn(top));
  for (let waited = 0; waited < 1000; waited += 100) {
    if (waited === 600) Object.assign(top, { API: api });
    t.mock.timers.tick(100);
    await Promise.resolve();
    await Promise.resolve();
  }
  assert.equal((await found).api, api);
});

test("a page by itself does not wait for an LMS", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  assert.deepEqual(await findApi("API", "LMSInitialize", windowWith("API", undefined)), { api: null, blocked: false });
});
