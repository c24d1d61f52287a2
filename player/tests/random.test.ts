import assert from "node:assert/strict";
import { test } from "node:test";
import { hash, random, shuffle } from "../src/course/random";

test("orders of learners who are half-way stay as they are in every version", () => {
  assert.deepEqual([hash(0), hash(1), hash(20260711, 9, 0, 1)], [0, 1364076727, 4134597864]);
  assert.deepEqual(shuffle(20260711, 9, [1, 2, 3, 4, 5]), [5, 2, 3, 4, 1]);
});

test("an option that is added later leaves the others in their order", () => {
  for (let seed = 1; seed < 50; seed++) {
    const before = shuffle(seed, 9, [1, 2, 3, 4]);
    assert.deepEqual(shuffle(seed, 9, [1, 2, 3, 4, 5]).filter((n) => n < 5), before);
  }
});

test("every order of three options comes up, none of them far too often", () => {
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= 6000; seed++) {
    const order = shuffle(seed, 3, [1, 2, 3]).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(count > 850 && count < 1150, String(count));
});

test("the salt gives another order of the same things", () => {
  const orders = new Set(Array.from({ length: 40 }, (_, salt) => shuffle(7, 3, [1, 2, 3, 4, 5], salt).join()));
  assert.ok(orders.size > 20);
});

test("random numbers stay below their bound", () => {
  for (let i = 0; i < 200; i++) assert.ok([0, 1, 2].includes(random(3)));
});
