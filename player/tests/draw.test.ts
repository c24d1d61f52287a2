// Draws from banks as a pure function, over many random banks: what holds for every learner, attempt and correction.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draw, mayDraw, placed, preferred, type Slot } from "../../builder/activities/quiz/draw";
import { counted, goalScores } from "../../builder/activities/quiz/score";
import { carry, MISSED, pick } from "../../builder/activities/recall/pick";
import { hash, shuffle } from "../src/course/random";

const QUIZ = 7;
const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
const both = (a: number[], b: number[]) => a.filter((n) => b.includes(n));

/** One attempt after another of a learner, as the feature draws them. */
function attempts(slots: Slot[], seed: number, count: number): number[][] {
  let [seen, before] = [[] as number[], [] as number[]];
  return Array.from({ length: count }, (_, attempt) => {
    before = draw(slots, preferred(shuffle(seed, QUIZ, mayDraw(slots), attempt + 1), [], seen, before));
    seen = [...seen, ...before];
    return before;
  });
}

const slots = (at: number, take: number, from: number[]): Slot[] => Array<Slot>(take).fill([at, from]);

/** A draw from a bank whose questions have a tag each, by the tag's number: so many of each tag, then so many of any. */
function bankDraw(tags: number[], each: number[], rest: number): Slot[] {
  const all = tags.map((_, i) => i + 1);
  const named = each.flatMap((take, tag) => slots(0, take, all.filter((n) => tags[n - 1] === tag)));
  return [...named, ...slots(0, rest, all)];
}

/** Random draws that their banks can fill, one for each seed. */
function* samples(): Generator<[seed: number, slots: Slot[], each: number[], tags: number[]]> {
  for (let seed = 1; seed <= 300; seed++) {
    const dice = (salt: number, most: number) => hash(seed, salt) % (most + 1);
    const tags = Array.from({ length: 4 + dice(1, 12) }, (_, i) => dice(10 + i, 2));
    const each = [0, 1, 2].map((tag) => Math.min(dice(2 + tag, 2), tags.filter((one) => one === tag).length));
    const named = each.reduce((sum, take) => sum + take, 0);
    yield [seed, bankDraw(tags, each, dice(5, Math.min(3, tags.length - named))), each, tags];
  }
}

test("every attempt has so many of each tag, so many in all, and no question twice", () => {
  for (const [seed, one, each, tags] of samples()) {
    for (const drawn of attempts(one, seed, 4)) {
      assert.equal(new Set(drawn).size, one.length);
      each.forEach((take, tag) => assert.ok(drawn.filter((n) => tags[n - 1] === tag).length >= take));
    }
  }
});

test("nothing comes again while the bank has fresh questions that fit", () => {
  for (const [seed, one] of samples()) {
    let seen: number[] = [];
    for (const drawn of attempts(one, seed, 4)) {
      const fresh = mayDraw(one).filter((n) => !seen.includes(n));
      // No other attempt could have more fresh questions than this one has.
      const most = draw(one, fresh).length;
      assert.equal(drawn.filter((n) => fresh.includes(n)).length, most);
      seen = [...seen, ...drawn];
    }
  }
});

test("when all were seen, those of the attempt before come last", () => {
  const one = slots(0, 2, [1, 2, 3, 4]);
  for (let seed = 1; seed < 50; seed++) {
    const [first, second, third] = attempts(one, seed, 3);
    assert.deepEqual(sorted([...first!, ...second!]), [1, 2, 3, 4]);
    assert.deepEqual(both(second!, third!), []);
  }
});

test("after a change of the bank everything that is still there stays, and what is gone is replaced", () => {
  for (const [seed, one, each, tags] of samples()) {
    const [drawn] = attempts(one, seed, 1);
    const [gone, ...stay] = drawn!;
    if (gone === undefined) continue;
    const changed = one.map(([at, from]): Slot => [at, from.filter((n) => n !== gone)]);
    const all = mayDraw(changed);
    const now = draw(changed, preferred(shuffle(seed, QUIZ, all, 1), drawn!, drawn!, drawn!));
    assert.deepEqual(sorted(both(now, stay)), sorted(stay));
    assert.ok(!now.includes(gone));
    // The builder refuses a bank that is too small: here it may be.
    assert.equal(now.length, Math.min(drawn!.length, draw(changed, all).length));
    const left = each.every((take, tag) => all.filter((n) => tags[n - 1] === tag).length >= take);
    if (left && all.length >= drawn!.length) assert.equal(now.length, drawn!.length);
  }
});

test("two draws of one bank leave each other what only the other can take", () => {
  const two = [...slots(0, 2, [1, 2, 3, 4]), ...slots(1, 2, [1, 2])];
  for (let seed = 1; seed < 50; seed++) {
    const [drawn] = attempts(two, seed, 1);
    assert.deepEqual(sorted(drawn!.slice(0, 2)), [3, 4]);
    assert.deepEqual(sorted(drawn!.slice(2)), [1, 2]);
  }
});

test("what was drawn stands where its draw stands", () => {
  const three: Slot[] = [[0, [11]], [0, [12]], [2, [13]]];
  assert.deepEqual(placed([1, 2], three, [11, 12, 13]), [11, 12, 1, 2, 13]);
  assert.deepEqual(placed([], [[0, [5]]], [5]), [5]);
});

test("learners get questions of their own, and every question comes up", () => {
  const one = slots(0, 2, [1, 2, 3, 4]);
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= 1200; seed++) {
    const pair = sorted(attempts(one, seed, 1)[0]!).join();
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(count > 140 && count < 260, String(count));
});

test("what was missed comes back first, the oldest before the newer, and the others only where that is wanted", () => {
  const first = (n: number) => (n % 2 ? MISSED : 1);
  assert.deepEqual(pick([1, 2, 3, 4], first, 3), [1, 3, 2]);
  assert.deepEqual(pick([1, 2, 3, 4], first, 3, true), [1, 3]);
  assert.deepEqual(pick([2, 4], first, 3, true), []);
});

test("a recall whose question is gone goes on with the others, each with its answer", () => {
  assert.deepEqual(carry([5, 6, 7], (n) => n !== 6, [1, 2], [2]), [[5, 7], [1], [1]]);
});

test("what an attempt came to on each misconception is that of the attempt that counts", () => {
  const goals = { 1: "MC1", 2: "MC2" };
  const rows = [
    [1, 1, 5000],
    [1, 2, 10000],
    [2, 1, 7500],
    [2, 1, 8000],
    [2, 9, 100],
  ];
  const attempts = [
    [1, 9000],
    [2, 6000],
  ];
  const of = (counts: "best" | "last") => goalScores(goals, counted(counts, attempts)?.[0], rows);
  assert.deepEqual(of("best"), { MC1: 5000, MC2: 10000 });
  assert.deepEqual(of("last"), { MC1: 8000 });
  assert.deepEqual(goalScores(goals, counted("best", [])?.[0], rows), {});
});
