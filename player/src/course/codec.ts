// Packs a State into one line of letters, digits, - and _, and unpacks it: docs/state.md is the wire format. The LMS may
// cut or change what it was given, so unpacking takes what it can and says when something was lost.

import type { FieldShape, RecordShape } from "./data";
import { fit, type Rec, type Shapes, type State, utf8, type Values } from "./state";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VERSION = "1";
const CHECKSUM = 4;

/** What unpacking found: `cut` where the checksum is wrong, `unknown` where the text is of no format known here. */
export interface Decoded {
  state: State;
  damage: "none" | "cut" | "unknown";
}

/** The state in at most `most` characters: over it, what the course does not know any more is left out. */
export function encode(shapes: Shapes, state: State, most = Infinity): string {
  const things = [...state.keys()].sort((a, b) => a - b);
  const pack = (known: boolean): string =>
    seal(VERSION + things.map((n) => (known && !shapes[n] ? "" : packRecord(shapes[n], n, state.get(n)!))).join(""));
  const whole = pack(false);
  return whole.length > most ? pack(true) : whole;
}

/** The state in a text that `encode` made. White space around it, which some LMSs add, does no harm. */
export function decode(shapes: Shapes, packed: string): Decoded {
  const text = packed.trim();
  const state: State = new Map();
  if (!text) return { state, damage: "none" };
  if (text[0] !== VERSION) return { state, damage: "unknown" };
  const whole = seal(text.slice(0, -CHECKSUM)) === text;
  const input = reader(whole ? text.slice(1, -CHECKSUM) : text.slice(1));
  for (let last = -1; input.left(); ) {
    const n = input.number();
    const body = input.take(input.number());
    if (input.broken() || n <= last) break;
    last = n;
    if (shapes[n] || whole) state.set(n, unpackRecord(shapes[n], body));
  }
  return { state, damage: whole ? "none" : "cut" };
}

/** The fields of one group, packed one after the other; merging orders equal copies by it. */
export const packFields = (fields: FieldShape[], values: Values): string =>
  fields.map((field) => packField(field, values[field[1]]!)).join("");

function packRecord(shape: RecordShape | undefined, n: number, rec: Rec): string {
  const fields = shape ? shape.map(([, each]) => packFields(each, rec.values)).join("") : rec.rest ?? "";
  const body = number(rec.counter) + digits(rec.mark, 2) + fields;
  return number(n) + number(body.length) + body;
}

function packField(field: FieldShape, value: Values[string]): string {
  const [type] = field;
  if (type === "uint") return number(value as number);
  if (type === "utf8") {
    const bytes = utf8.encode(value as string);
    return number(bytes.length) + packBits(bitsOf(bytes, 8), Math.ceil((bytes.length * 8) / 6));
  }
  if (type === "bits") {
    const packed = packBits(value as number[]);
    return number(packed.length) + packed;
  }
  return number((value as number[]).length) + (value as number[][]).flat().map(number).join("");
}

function unpackRecord(shape: RecordShape | undefined, body: string): Rec {
  const input = reader(body);
  const counter = input.number();
  const mark = input.digit() + 64 * input.digit();
  if (!shape) return { counter, mark, values: {}, rest: input.take(input.left()) };
  const values: Values = {};
  for (const [, fields] of shape) for (const field of fields) values[field[1]] = unpackField(field, input);
  return { counter, mark, values: fit(shape, values) };
}

function unpackField(field: FieldShape, input: Reader): Values[string] {
  const [type] = field;
  const count = input.number();
  const list = <T>(each: () => T): T[] => Array.from({ length: Math.min(count, input.left()) }, each);
  if (type === "uint") return count;
  if (type === "utf8") {
    const bytes = new Uint8Array(Math.min(count, input.left()));
    const sixes = Array.from({ length: Math.ceil((bytes.length * 8) / 6) }, input.digit);
    for (const bit of bitsOf(sixes, 6)) bytes[bit >> 3]! |= 1 << (bit & 7);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
  if (type === "bits") return bitsOf(list(input.digit), 6);
  if (type === "sequence") return list(input.number);
  return list(() => field[3].map(input.number));
}

interface Reader {
  digit: () => number;
  number: () => number;
  take: (length: number) => string;
  left: () => number;
  broken: () => boolean;
}

/** Reads on from the start of a text; past its end everything is zero or empty, and `broken`. */
function reader(text: string): Reader {
  let at = 0;
  let broken = false;
  const digit = (): number => {
    const value = DIGITS.indexOf(text.charAt(at) || " ");
    at++;
    broken ||= value < 0;
    return Math.max(value, 0);
  };
  return {
    digit,
    number: () => {
      let value = 0;
      for (let scale = 1; ; scale *= 32) {
        const low = digit();
        value += (low % 32) * scale;
        if (low < 32 || scale > 2 ** 40) return value;
      }
    },
    take: (length) => {
      broken ||= at + length > text.length;
      return text.slice(at, (at += length));
    },
    left: () => Math.max(text.length - at, 0),
    broken: () => broken,
  };
}

/** Five bits a digit, least first; a digit's 32 says that more follow. */
function number(value: number): string {
  const rest = Math.floor(value / 32);
  return DIGITS.charAt((value % 32) + (rest ? 32 : 0)) + (rest ? number(rest) : "");
}

/** Six bits a digit, least first, just so many digits. */
const digits = (value: number, length: number): string =>
  length ? DIGITS.charAt(value % 64) + digits(Math.floor(value / 64), length - 1) : "";

/** Six of a set's members a digit, least first, in `length` digits at the least. */
function packBits(members: number[], length = 0): string {
  const sixes: number[] = Array(length);
  for (const bit of members) sixes[Math.floor(bit / 6)]! |= 1 << bit % 6;
  return Array.from(sixes, (six) => DIGITS[six ?? 0]).join("");
}

/** The places of the bits that are set in units of so many bits, least first. */
const bitsOf = (units: Iterable<number>, size: number): number[] =>
  [...units].flatMap((unit, at) => Array.from({ length: size }, (_, i) => at * size + i).filter((bit) => (unit >> bit % size) & 1));

/** The text with its checksum: the low 24 bits of FNV-1a. */
function seal(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return text + digits((hash >>> 0) % 2 ** 24, CHECKSUM);
}
