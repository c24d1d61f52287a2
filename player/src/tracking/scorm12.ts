// SCORM 1.2 (Run-Time Environment 1.2, chapter 3). One status says both whether the course was completed and whether it
// was passed; interactions can be written and never read.

import { tracker } from "coursewright";
import type { Hundredths, Option } from "../course/data";
import type { Objective } from "../course/objectives";
import type { Result } from "../course/result";
import type { WindowLike } from "./find_api";
import { decimal, MOST_ID, optionsOf, patterns, resultOf, TYPES } from "./interaction";
import { ratchet, scoreElements, scormTracker, shelf } from "./scorm";
import type { Answered, Response, Tracker } from "./tracker";
import { identifier, oneLine } from "./words";

const MOST_FEEDBACK = 255;
const MOST_LOCATION = 255;
const MOST_LETTERS = 36;

/** The tracker for an LMS whose `API` is found from `start`; `words` where answers are reported in words, not letters. */
export function scorm12(words: boolean, start?: WindowLike): Tracker {
  let status: (next: string) => string | null;
  let shelve: (objectives: Objective[]) => void;
  let heldFinal = false;

  return scormTracker(
    {
      api: "API",
      prefix: "LMS",
      terminate: "Finish",
      probe: "cmi.core.lesson_status",
      elements: {
        id: "cmi.core.student_id",
        name: "cmi.core.student_name",
        mode: "cmi.core.lesson_mode",
        credit: "cmi.core.credit",
        passMark: "cmi.student_data.mastery_score",
        entry: "cmi.core.entry",
        location: "cmi.core.lesson_location",
      },
      passMark: percent,
      hold({ get }) {
        const held = get("cmi.core.lesson_status");
        status = ratchet(held);
        heldFinal = held === "completed" || held === "passed";
      },
      begin(lms) {
        const { set } = lms;
        shelve = shelf(lms, ({ score, success, completion }) => ({
          ...scoreElements(score),
          status: success === "unknown" ? completion : success,
        }));
        // Left at `not attempted`, some LMSs call it completed when the session ends (trap 23).
        const first = status("incomplete");
        if (first) set("cmi.core.lesson_status", first);
        // Any other exit may give the learner a new attempt, also after the end (trap 15).
        set("cmi.core.exit", "suspend");
      },
      write({ set, setWhole }, { state, location, result, elapsed }) {
        set("cmi.core.session_time", timespan(elapsed));
        set("cmi.core.exit", "suspend");
        set("cmi.core.lesson_location", ascii(location).slice(0, MOST_LOCATION));
        if (!heldFinal || result.final) shelve(result.objectives);
        const next = status(statusOf(result));
        if (!heldFinal || next) {
          for (const [name, value] of Object.entries(scoreElements(result.score))) set(`cmi.core.${name}`, value);
        }
        const missing = next && !set("cmi.core.lesson_status", next) && result.final;
        return !setWhole("cmi.suspend_data", state) ? "cmi.suspend_data" : missing ? "cmi.core.lesson_status" : null;
      },
      writeInteraction({ set }, index, event) {
        const at = `cmi.interactions.${index}`;
        const { type, response, patterns } = describe(event, words);
        if (!set(`${at}.id`, identifier(event.id, MOST_ID))) return false;
        event.objectives.forEach((id, i) => set(`${at}.objectives.${i}.id`, id));
        set(`${at}.time`, event.at.slice(11, 19)); // CMITime: the learner's time of day
        set(`${at}.type`, type);
        patterns.forEach((pattern, i) => set(`${at}.correct_responses.${i}.pattern`, pattern));
        set(`${at}.weighting`, String(event.weight));
        if (response) set(`${at}.student_response`, response);
        set(`${at}.result`, resultOf(event, "wrong"));
        set(`${at}.latency`, timespan(event.latency));
        return true;
      },
    },
    start,
  );
}

/** CMITimespan (3.4.4): HHHH:MM:SS.SS, two to four digits of hours. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.round(milliseconds / 10), 9999 * 360_000 + 359_999);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const [hours, minutes] = [hundredths / 360_000, (hundredths / 6000) % 60];
  return `${two(hours)}:${two(minutes)}:${two((hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

/** The interaction's type with its response and right responses in that type's form (CMIFeedback, 3.4.4). */
export function describe(event: Answered, words: boolean): Described {
  const { type, options, response, correct } = event;
  const named = [...options, ...[response, ...correct].flatMap(optionsOf)];
  // One character is an option, and what a learner did in a scenario is a step that was performed: a letter would say
  // nothing of it.
  const free = named.length > 0 && (words || type === "chose" || named.some(({ n }) => n > MOST_LETTERS));
  const write = (given: Response, name: Name): string => {
    switch (given.type) {
      case "truth":
        return given.value ? "t" : "f";
      case "texts":
        return given.texts.map(ascii).join("; ");
      case "number":
        return decimal(given.value);
      case "range": // a pattern is one number: the middle, or the end that there is
        return decimal(((given.least ?? given.most)! + (given.most ?? given.least)!) / 2);
    }
    const [between, inPair] = free ? ["; ", "="] : [",", "."];
    const names =
      given.type === "pairs" ? given.pairs.map((pair) => pair.map(name).join(inPair)) : optionsOf(given).map(name);
    if (free || given.type === "sequence" || names.length < 2) return names.join(between);
    return `{${names.sort().join()}}`; // all of them together
  };
  const form = (name: Name): string[] => [write(response, name), ...patterns(event, (right) => write(right, name))];
  let said = form(!free ? LETTER : words ? TEXT : ID);
  if (said.some((text) => text.length > MOST_FEEDBACK)) said = form(NUMBER);
  const [first = "", ...right] = said.map((text) => oneLine(text, MOST_FEEDBACK));
  return { type: free ? "performance" : TYPES[response.type], response: first, patterns: right };
}

interface Described {
  type: string;
  response: string;
  patterns: string[];
}

type Name = (option: Option) => string;
const TEXT: Name = ({ text }) => ascii(text);
const ID: Name = ({ id }) => id;
const NUMBER: Name = ({ n }) => String(n);
/** a to z, then 0 to 9. Which letter is which option follows its number: the same in every version and order. */
const LETTER: Name = ({ n }) => ((n + 9) % MOST_LETTERS).toString(MOST_LETTERS);

/** CMIString255 is ASCII (3.4.4): accents go, typographer's quotes and dashes become plain, the rest a question mark. */
const ascii = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\s\x00-\x7f]/gu, (sign) => PLAIN[sign] ?? "?");

const PLAIN: Record<string, string> = { "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-" };

const statusOf = (result: Result): string =>
  !result.final ? "incomplete" : result.success === "unknown" ? "completed" : result.success;

/** cmi.student_data.mastery_score (3.4.2.4): a CMIDecimal on the scale of the score. */
function percent(text: string): Hundredths | null {
  const value = parseFloat(text);
  return value >= 0 && value <= 100 ? Math.round(value * 100) : null;
}

tracker("scorm12", (course) => scorm12(course.answers === "words"));
