import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../src/course/codec";
import type { RecordShape } from "../src/course/data";
import { isEmpty, type State, written } from "../src/course/state";

const SHAPE: RecordShape = [
  ["latest", [["uint", "chosen", 99], ["bits", "ticked", 40], ["sequence", "play", 5, 200], ["rows", "tries", 3, [3, 10000]]]],
  ["latest", [["utf8", "words", 60]]],
];
const shapes = { 7: SHAPE, 40: SHAPE };
const VALUES = { chosen: 64, ticked: [0, 5, 6, 39], play: [200, 0, 3], tries: [[1, 10000], [2, 0]], words: "Siân — 3 wks" };

const state = (): State => written(shapes, written(shapes, new Map(), 7, VALUES, 4095), 40, { chosen: 1 }, 65);

test("a packed state is this text for ever", () => {
  const small = written({ 1: [["latest", [["uint", "chosen", 99], ["bits", "ticked", 40]]]] }, new Map(), 1, { chosen: 64, ticked: [0, 6] }, 65);
  // version, thing 1, 7 digits: counter 1, mark 65 (B B), 64 (gC), two digits of bits (C B B); checksum
  assert.equal(encode({ 1: [["latest", [["uint", "chosen", 99], ["bits", "ticked", 40]]]] }, small).slice(0, -4), "1BIBBBgCCBB");
});

test("what was packed comes back as it was", () => {
  const packed = encode(shapes, state());
  assert.match(packed, /^[A-Za-z0-9_-]+$/);
  assert.deepEqual(decode(shapes, packed), { state: state(), damage: "none" });
});

test("an empty text is an empty state, and white space around a state does no harm", () => {
  assert.deepEqual(decode(shapes, ""), { state: new Map(), damage: "none" });
  assert.deepEqual(decode(shapes, ` ${encode(shapes, state())}\n`).damage, "none");
});

test("a state that was cut gives the records before the cut and says so", () => {
  const packed = encode(shapes, state());
  const { state: found, damage } = decode(shapes, packed.slice(0, -8));
  assert.equal(damage, "cut");
  assert.deepEqual([...found.keys()], [7]);
  assert.deepEqual(found.get(7), state().get(7));
});

test("a state cut anywhere never throws and never gives a record that was not there", () => {
  const packed = encode(shapes, state());
  for (let end = 1; end < packed.length; end++) {
    const found = decode(shapes, packed.slice(0, end));
    assert.equal(found.damage, "cut");
    for (const [n, rec] of found.state) assert.deepEqual(rec, state().get(n));
  }
});

test("a changed character is noticed", () => {
  const packed = encode(shapes, state());
  for (let at = 1; at < packed.length; at++) {
    for (const other of ["A", "é", '"']) {
      if (packed[at] === other) continue;
      assert.equal(decode(shapes, packed.slice(0, at) + other + packed.slice(at + 1)).damage, "cut");
    }
  }
});

test("a text of another version is left alone", () => {
  assert.deepEqual(decode(shapes, "2AAAAA"), { state: new Map(), damage: "unknown" });
  assert.equal(decode(shapes, "{\"page\": 3}").damage, "unknown");
});

test("a record that the course does not know is kept and written back", () => {
  const packed = encode(shapes, state());
  const known = { 40: SHAPE };
  const through = encode(known, decode(known, packed).state);
  assert.equal(through, packed);
  assert.deepEqual(decode(shapes, through).state, state());
});

test("records that the course does not know make way where the format has no room", () => {
  const known = { 40: SHAPE };
  const packed = encode(known, decode(known, encode(shapes, state())).state, 30);
  assert.ok(packed.length <= 30);
  assert.deepEqual([...decode(known, packed).state.keys()], [40]);
});

test("a field that an older version did not have is empty", () => {
  const older: RecordShape = [["latest", [["uint", "chosen", 99]]]];
  const packed = encode({ 7: older }, written({ 7: older }, new Map(), 7, { chosen: 12 }, 1));
  assert.deepEqual(decode(shapes, packed).state.get(7)?.values, { chosen: 12, ticked: [], play: [], tries: [], words: "" });
});

test("a value beyond its bound is brought to the bound, and a text is cut between characters", () => {
  const shape: RecordShape = [["latest", [["uint", "chosen", 3], ["bits", "ticked", 4], ["sequence", "play", 2, 9], ["utf8", "words", 4]]]];
  const values = { chosen: 9, ticked: [9, 3, 3, 1], play: [12, 1, 1], words: "abcé" };
  const fitted = written({ 1: shape }, new Map(), 1, values, 0).get(1)?.values;
  assert.deepEqual(fitted, { chosen: 3, ticked: [1, 3], play: [9, 1], words: "abc" });
});

test("an emptied record stays as a change", () => {
  const emptied = written(shapes, state(), 7, null, 9);
  assert.equal(emptied.get(7)?.counter, 2);
  assert.ok(isEmpty(emptied.get(7)!.values));
  assert.deepEqual(decode(shapes, encode(shapes, emptied)).state, emptied);
});

test("a record that the course has no shape for cannot be written", () => {
  assert.throws(() => written(shapes, new Map(), 8, {}, 1), /no record 8/);
});
