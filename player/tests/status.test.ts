import assert from "node:assert/strict";
import { test } from "node:test";
import { type Status, statusText } from "../src/shell/status";

const t = (english: string, words: Record<string, string | number> = {}) =>
  english.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name]));
const say = (status: Status) => statusText(status, t, "en-GB");

test("the status line says what is known, and where unsaved work is", () => {
  assert.equal(say({ kind: "saving" }), "Saving");
  assert.equal(say({ kind: "saved", at: new Date(2026, 10, 23, 16, 50) }), "Saved 16:50");
  assert.equal(say({ kind: "unsaved", kept: "device", reason: "391" }), "Not saved, kept on this device");
  assert.equal(say({ kind: "unsaved", kept: "window", reason: "391" }), "Not saved, kept in this window only");
  assert.equal(say({ kind: "closed" }), "Session closed: open the course again");
  assert.equal(say({ kind: "review" }), "Nothing is recorded in this view");
});
