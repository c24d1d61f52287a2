// SCORM 2004, 3rd and 4th edition (Run-Time Environment, chapter 4). Completion and success are two facts; interactions
// name their options.

import { tracker } from "coursewright";
import type { Hundredths, Option } from "../course/data";
import { duration } from "./duration";
import type { WindowLike } from "./find_api";
import { ratchet, scormTracker } from "./scorm";
import type { Answered, Response, Tracker } from "./tracker";
import { oneLine } from "./words";

const MOST_LOCATION = 1000;
const MOST_SHORT = 250;
const MOST_LONG = 4000;
const ALL = 10000;

const COMPLETION_ORDER = { incomplete: 1, completed: 2 };
const SUCCESS_ORDER = { failed: 1, passed: 2 };

/** The tracker for an LMS whose `API_1484_11` is found from `start`; texts are tagged with the language. */
export function scorm2004(language: string, start?: WindowLike): Tracker {
  let completion: (next: string) => string | null;
  let success: (next: string) => string | null;
  let heldFinal = false;
  let threshold = NaN;

  return scormTracker(
    {
      api: "API_1484_11",
      prefix: "",
      terminate: "Terminate",
      probe: "cmi.completion_status",
      elements: {
        id: "cmi.learner_id",
        name: "cmi.learner_name",
        mode: "cmi.mode",
        credit: "cmi.credit",
        passMark: "cmi.scaled_passing_score",
        entry: "cmi.entry",
        location: "cmi.location",
      },
      passMark: scaled,
      hold({ get }) {
        const completed = get("cmi.completion_status");
        const succeeded = get("cmi.success_status");
        completion = ratchet(COMPLETION_ORDER, completed);
        success = ratchet(SUCCESS_ORDER, succeeded);
        heldFinal = completed === "completed" || succeeded === "passed";
        threshold = parseFloat(get("cmi.completion_threshold"));
      },
      begin({ set }) {
        const first = completion("incomplete");
        if (first) set("cmi.completion_status", first);
        // 4.2.7 cmi.exit: `normal` would end the attempt, and a learner who comes back would find it empty.
        set("cmi.exit", "suspend");
      },
      write({ set, setWhole }, { state, location, result, elapsed }) {
        set("cmi.session_time", duration(elapsed));
        set("cmi.exit", "suspend");
        set("cmi.location", location.slice(0, MOST_LOCATION));
        const completed = completion(result.completion);
        const succeeded = result.final ? success(result.success) : null;
        if (result.score !== null && (!heldFinal || succeeded)) {
          set("cmi.score.min", "0");
          set("cmi.score.max", "100");
          set("cmi.score.raw", String(result.score / 100));
          set("cmi.score.scaled", String(result.score / ALL)); // 4.2.20: the LMS takes the grade from it
        }
        if (!heldFinal || result.final) set("cmi.progress_measure", progress(result.progress, result.final, threshold));
        const missing = [
          succeeded && !set("cmi.success_status", succeeded) && "cmi.success_status",
          completed && !set("cmi.completion_status", completed) && result.final && "cmi.completion_status",
          !setWhole("cmi.suspend_data", state) && "cmi.suspend_data",
        ];
        return missing.find(Boolean) || null;
      },
      writeInteraction({ set }, index, event) {
        const at = `cmi.interactions.${index}`;
        const { type, response, patterns } = describe(event, language);
        if (!set(`${at}.id`, event.id.slice(0, MOST_LONG))) return false;
        set(`${at}.type`, type); // 4.2.9.2: the forms of what follows depend on it
        [...new Set(event.objectives)].forEach((id, i) => set(`${at}.objectives.${i}.id`, id));
        set(`${at}.timestamp`, event.at);
        patterns.forEach((pattern, i) => set(`${at}.correct_responses.${i}.pattern`, pattern));
        set(`${at}.weighting`, String(event.weight));
        if (response) set(`${at}.learner_response`, response);
        set(`${at}.result`, event.outcome);
        set(`${at}.latency`, duration(event.latency));
        if (event.prompt) set(`${at}.description`, tagged(event.prompt, language, MOST_SHORT));
        return true;
      },
    },
    start,
  );
}

/** The interaction's type with its response and right responses in that type's form (4.2.9.1). */
export function describe(event: Answered, language: string): { type: string; response: string; patterns: string[] } {
  const write = (response: Response, right: boolean): string => {
    switch (response.type) {
      case "choices":
        return response.chosen.map(identifier).join("[,]");
      case "truth":
        return String(response.value);
      case "pairs":
        return response.pairs.map((pair) => pair.map(identifier).join("[.]")).join("[,]");
      case "sequence":
        return response.order.map(identifier).join("[,]");
      case "texts":
        return response.texts.map((text) => tagged(text, language, response.long ? MOST_LONG : MOST_SHORT)).join("[,]");
      case "range":
        return [response.least, response.most].map((end) => end ?? "").join("[:]");
      case "scale":
        return identifier(response.chosen);
      case "number": // a response is one real number, a pattern a range
        return right ? `${response.value}[:]${response.value}` : String(response.value);
    }
  };
  const { type } = event.response;
  return {
    type: type === "texts" && event.response.long ? "long-fill-in" : TYPES[type],
    response: write(event.response, false),
    patterns: [...new Set(event.correct.map((response) => write(response, true)))].filter(Boolean),
  };
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

/** short_identifier_type (4.1.1.5): the option's id; where that is none, it begins with the option's number, so that it stays unique. */
const identifier = ({ id, n }: Option): string =>
  /^[a-z0-9][\w.-]{0,249}$/i.test(id) ? id : `o${n}_${id.replace(/[^\w.-]/g, "_")}`.slice(0, MOST_SHORT);

/** localized_string_type (4.1.1.3); delimiters that would be read as such are taken out of the text. */
const tagged = (text: string, language: string, most: number): string =>
  `{lang=${language}}${oneLine(text.replace(/\[([,.:])\]/g, "$1").replace(/^[\s{]+/, ""), most)}`;

/** cmi.progress_measure (4.2.17): below the manifest's threshold until the end, since the LMS completes by it. */
function progress(share: Hundredths, final: boolean, threshold: number): string {
  const most = final || !(threshold > 0) ? ALL : Math.ceil(threshold * ALL) - 1;
  return String(Math.min(share, most) / ALL);
}

/** cmi.scaled_passing_score (4.2.19): real(10,7), -1 to 1. */
function scaled(text: string): Hundredths | null {
  const value = parseFloat(text);
  return value >= -1 && value <= 1 ? Math.round(Math.max(value, 0) * ALL) : null;
}

tracker("scorm2004", (course) => scorm2004(course.language));
