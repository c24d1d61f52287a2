import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { device } from "../src/tracking/device";
import type { askText } from "../src/tracking/ask_text";
import type { Asker } from "../src/tracking/tracker";
import { fakeStorage, withoutStorage } from "./storage";
import { snapshot } from "./windows";

/** A learner who answers the dialogs in this order, and what they were shown. */
function learner(...answers: (string | { value: string; text: string })[]) {
  const asked: { title: string; buttons: string[] }[] = [];
  const next = (title: string, buttons: { label: string }[]) => {
    asked.push({ title, buttons: buttons.map((button) => button.label) });
    const answer = answers.shift();
    assert.ok(answer !== undefined, `nobody expected "${title}"`);
    return answer;
  };
  const asker: Asker & { askText: typeof askText } = {
    t: (english, words = {}) => english.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name])),
    ask: async (title, _, buttons) => next(title, buttons) as string,
    askText: async (title, _, __, buttons) => next(title, buttons) as { value: string; text: string },
  };
  return { asker, asked };
}

async function launch(asker: ReturnType<typeof learner>["asker"]) {
  const tracker = device("small", asker.askText);
  await tracker.choose?.(asker);
  return { tracker, launch: await tracker.open() };
}

const dana = { value: "keep", text: " Dana " };

beforeEach(() => {
  fakeStorage("localStorage");
  fakeStorage("sessionStorage");
});

test("work is kept under the name that the learner gave, and found again by it", async () => {
  const first = await launch(learner(dana).asker);
  assert.deepEqual([first.launch.state, first.launch.resumes], [null, false]);
  assert.deepEqual(await first.tracker.save(snapshot()), { kind: "accepted" });
  fakeStorage("sessionStorage"); // another day, another window
  const back = learner("1");
  const second = await launch(back.asker);
  assert.deepEqual(back.asked, [
    { title: "Who is working?", buttons: ["Go on as Dana", "Someone else", "Do not keep my work"] },
  ]);
  assert.deepEqual([second.launch.state, second.launch.location, second.launch.resumes], ["1AAAA", "read", true]);
  assert.deepEqual([second.launch.learner.name, second.launch.keptIn], ["Dana", "device"]);
});

test("several people on one device each have their own work", async () => {
  await (await launch(learner(dana).asker)).tracker.save(snapshot());
  fakeStorage("sessionStorage");
  const sam = await launch(learner("new", { value: "keep", text: "Sam" }).asker);
  assert.equal(sam.launch.state, null);
  await sam.tracker.save(snapshot(undefined, { state: "1BBBB" }));
  fakeStorage("sessionStorage");
  assert.equal((await launch(learner("1").asker)).launch.state, "1AAAA");
});

test("a page that is loaded again does not ask again", async () => {
  await (await launch(learner(dana).asker)).tracker.save(snapshot());
  assert.equal((await launch(learner().asker)).launch.state, "1AAAA");
});

test("a learner who wants nothing kept is asked once, and nothing counts as saved", async () => {
  const { tracker } = await launch(learner({ value: "nobody", text: "" }).asker);
  assert.equal((await tracker.save(snapshot())).kind, "refused");
  assert.equal((await (await launch(learner().asker)).tracker.save(snapshot())).kind, "refused");
  assert.equal(JSON.stringify(Object.keys(localStorage)).includes("work"), false);
});

test("where the browser has no storage nobody is asked, the learner is told, and the course opens", async () => {
  withoutStorage();
  const { tracker, launch: opened } = await launch(learner().asker);
  assert.match(opened.problem ?? "", /cannot keep your work/);
  assert.equal((await tracker.save(snapshot())).kind, "refused");
});

test("another course on the same device has its own work", async () => {
  await (await launch(learner(dana).asker)).tracker.save(snapshot());
  const { asker } = learner(dana);
  const other = device("other", asker.askText);
  await other.choose?.(asker);
  assert.equal((await other.open()).state, null);
});
