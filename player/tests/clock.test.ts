import assert from "node:assert/strict";
import { test } from "node:test";
import { startClock } from "../src/shell/clock";

test("the clock counts the time that passes", (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  let now = 5000;
  const clock = startClock(() => now);
  now += 1234;
  assert.equal(clock(), 1234);
  now += 10_000;
  assert.equal(clock(), 11_234);
});

test("a device that slept for eight hours does not add them", (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  let now = 0;
  const clock = startClock(() => now);
  now += 8 * 3_600_000;
  assert.ok(clock() <= 90_000);
});

test("a tab in the background that is woken once a minute counts in full", (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  let now = 0;
  const clock = startClock(() => now);
  for (let i = 0; i < 60; i++) {
    now += 60_000;
    t.mock.timers.tick(15_000);
  }
  assert.equal(clock(), 3_600_000);
});
