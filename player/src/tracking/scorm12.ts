// SCORM 1.2 (Run-Time Environment 1.2, chapter 3). One status says both whether the course was completed and whether it
// was passed; interactions can be written and never read.

import { tracker } from "coursewright";
import type { Hundredths, Option } from "../course/data";
import type { Result } from "../course/result";
import type { WindowLike } from "./find_api";
import { ratchet, scormTracker } from "./scorm";
import type { Answered, Response, Tracker } from "./tracker";
import { oneLine } from "./words";

const MOST_FEEDBACK = 255;
const MOST_LOCATION = 255;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** 3.4.2.2.1 cmi.core.lesson_status: passed and failed say more than completed. `browsed` and `not attempted` count as none. */
const STATUS_ORDER = { incomplete: 1, completed: 2, failed: 2, passed: 3 };

/** The tracker for an LMS whose `API` is found from `start`. */
export function scorm12(start?: WindowLike): Tracker {
  let status: (next: string) => string | null;
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
        status = ratchet(STATUS_ORDER, held);
        heldFinal = held === "completed" || held === "passed";
      },
      begin({ set }) {
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
        const next = status(statusOf(result));
        if (result.score !== null && (!heldFinal || next)) {
          set("cmi.core.score.min", "0");
          set("cmi.core.score.max", "100");
          set("cmi.core.score.raw", String(result.score / 100));
        }
        const missing = next && !set("cmi.core.lesson_status", next) && result.final;
        return !setWhole("cmi.suspend_data", state) ? "cmi.suspend_data" : missing ? "cmi.core.lesson_status" : null;
      },
      writeInteraction({ set }, index, event) {
        const at = `cmi.interactions.${index}`;
        const { type, response, patterns } = describe(event);
        if (!set(`${at}.id`, event.id.slice(0, MOST_FEEDBACK))) return false;
        event.objectives.forEach((id, i) => set(`${at}.objectives.${i}.id`, id));
        set(`${at}.time`, event.at.slice(11, 19)); // CMITime: the learner's time of day
        set(`${at}.type`, type);
        patterns.forEach((pattern, i) => set(`${at}.correct_responses.${i}.pattern`, pattern));
        set(`${at}.weighting`, String(event.weight));
        if (response) set(`${at}.student_response`, response);
        set(`${at}.result`, event.outcome === "incorrect" ? "wrong" : event.outcome);
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
export function describe({ type, options, response, correct }: Answered): Described {
  // What a learner did in a scenario is a step that was performed: letters would say nothing of it.
  const inWords = type === "chose" || options.some(({ n }) => n > LETTERS.length);
  // Which letter is which option follows its number, so that it is the same in every version and order.
  const name = ({ id, n }: Option): string => (inWords ? id : LETTERS.charAt(n - 1));
  const write = (given: Response): string => {
    switch (given.type) {
      case "truth":
        return given.value ? "t" : "f";
      case "pairs":
        return given.pairs.map((pair) => pair.map(name).join(".")).join();
      case "texts":
        return given.texts.join();
      case "range":
        return [given.least, given.most].map((end) => end ?? "").join(":");
      case "number":
        return String(given.value);
    }
    const names = optionsOf(given).map(name);
    return given.type === "choices" && !inWords && names.length > 1 ? `{${names.sort().join()}}` : names.join();
  };
  const short = (given: Response): string => oneLine(ascii(write(given)), MOST_FEEDBACK);
  return {
    type: inWords ? "performance" : TYPES[response.type],
    response: short(response),
    patterns: [...new Set(correct.map(short))].filter(Boolean),
  };
}

interface Described {
  type: string;
  response: string;
  patterns: string[];
}

const TYPES = {
  choices: "choice",
  truth: "true-false",
  pairs: "matching",
  sequence: "sequencing",
  texts: "fill-in",
  number: "numeric",
  range: "numeric",
  scale: "likert",
} as const;

const optionsOf = (response: Response): Option[] =>
  "chosen" in response ? [response.chosen].flat() : "pairs" in response ? response.pairs.flat() : "order" in response ? response.order : [];

/** CMIString255 is ASCII (3.4.4): accents go, typographer's quotes and dashes become plain, the rest a question mark. */
const ascii = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\s\x20-\x7e]/gu, (sign) => PLAIN[sign] ?? "?");

const PLAIN: Record<string, string> = { "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-" };

const statusOf = (result: Result): string =>
  !result.final ? "incomplete" : result.success === "unknown" ? "completed" : result.success;

/** cmi.student_data.mastery_score (3.4.2.4): a CMIDecimal on the scale of the score. */
function percent(text: string): Hundredths | null {
  const value = parseFloat(text);
  return value >= 0 && value <= 100 ? Math.round(value * 100) : null;
}

tracker("scorm12", () => scorm12());
