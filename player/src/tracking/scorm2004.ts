// SCORM 2004, 3rd and 4th edition (Run-Time Environment, chapter 4). Completion and success are two facts; interactions
// name their options.

import { tracker } from "coursewright";
import type { Hundredths, Option } from "../course/data";
import type { Objective } from "../course/objectives";
import { duration } from "./duration";
import type { WindowLike } from "./find_api";
import { ALL, decimal, MOST_ID, optionsOf, patterns, resultOf, TYPES } from "./interaction";
import { ratchet, scoreElements, scormTracker, shelf } from "./scorm";
import type { Answered, Response, Tracker } from "./tracker";
import { identifier, oneLine } from "./words";

const MOST_LOCATION = 1000;
const MOST_SHORT = 250;
const MOST_LONG = 4000;
/** Smallest permitted maxima of 4.2.9.1: match texts of a fill-in, and options or pairs of everything else. */
const MOST_TEXTS = 10;
const MOST_LISTED = 36;

/** The tracker for an LMS whose `API_1484_11` is found from `start`; texts are tagged with the language. */
export function scorm2004(language: string, start?: WindowLike): Tracker {
  let completion: (next: string) => string | null;
  let success: (next: string) => string | null;
  let shelve: (objectives: Objective[]) => void;
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
        completion = ratchet(completed);
        success = ratchet(succeeded);
        heldFinal = completed === "completed" || succeeded === "passed";
        threshold = parseFloat(get("cmi.completion_threshold"));
      },
      begin(lms) {
        const { set } = lms;
        shelve = shelf(lms, ({ text, score, progress, completion, success }) => ({
          description: tagged(text, language, MOST_SHORT),
          ...scaledScore(score),
          progress_measure: String(progress / ALL),
          completion_status: completion,
          success_status: success,
        }));
        const first = completion("incomplete");
        if (first) set("cmi.completion_status", first);
        // 4.2.7 cmi.exit: `normal` would end the attempt, and a learner who comes back would find it empty.
        set("cmi.exit", "suspend");
      },
      write({ set, setWhole }, { state, location, result, elapsed }) {
        set("cmi.session_time", duration(elapsed));
        set("cmi.exit", "suspend");
        set("cmi.location", location.slice(0, MOST_LOCATION));
        if (!heldFinal || result.final) shelve(result.objectives);
        const completed = completion(result.completion);
        const succeeded = result.final ? success(result.success) : null;
        if (!heldFinal || succeeded) {
          for (const [name, value] of Object.entries(scaledScore(result.score))) set(`cmi.${name}`, value);
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
        if (!set(`${at}.id`, identifier(event.id, MOST_ID))) return false;
        set(`${at}.type`, type); // 4.2.9.2: the forms of what follows depend on it
        event.objectives.forEach((id, i) => set(`${at}.objectives.${i}.id`, id));
        set(`${at}.timestamp`, event.at);
        patterns.forEach((pattern, i) => set(`${at}.correct_responses.${i}.pattern`, pattern));
        set(`${at}.weighting`, String(event.weight));
        if (response) set(`${at}.learner_response`, response);
        set(`${at}.result`, resultOf(event, "incorrect"));
        set(`${at}.latency`, duration(event.latency));
        if (event.prompt) set(`${at}.description`, tagged(event.prompt, language, MOST_SHORT));
        return true;
      },
    },
    start,
  );
}

/** 4.2.20: the LMS takes the grade from score.scaled. */
const scaledScore = (score: Hundredths | null): Record<string, string> =>
  score === null ? {} : { ...scoreElements(score), "score.scaled": String(score / ALL) };

/** The interaction's type with its response and right responses in that type's form (4.2.9.1). */
export function describe(event: Answered, language: string): { type: string; response: string; patterns: string[] } {
  const given = event.response;
  // What is longer than every LMS takes becomes one long text.
  const most = given.type === "texts" ? MOST_TEXTS : MOST_LISTED;
  const long = ("long" in given && given.long) || [given, ...event.correct].some((each) => items(each).length > most);
  const write = (response: Response, right: boolean): string => {
    switch (response.type) {
      case "truth":
        return String(response.value);
      case "number": // a response is one real number, a pattern a range
        return [...new Array<string>(right ? 2 : 1)].fill(decimal(response.value)).join("[:]");
      case "range":
        return [response.least, response.most].map((end) => (end === null ? "" : decimal(end))).join("[:]");
    }
    const flags = right && "exactCase" in response && response.exactCase ? "{case_matters=true}" : "";
    if (long) return flags + tagged(items(response).join("; "), language, MOST_LONG);
    const texts = items(response);
    return flags + (response.type === "texts" ? texts.map((text) => tagged(text, language, MOST_SHORT)) : texts).join("[,]");
  };
  return {
    type: long ? "long-fill-in" : TYPES[given.type],
    response: write(given, false),
    patterns: patterns(event, (right) => write(right, true)),
  };
}

/** What a response has one after the other: texts, identifiers, pairs of them. */
const items = (response: Response): string[] =>
  response.type === "texts"
    ? response.texts
    : response.type === "pairs"
      ? response.pairs.map((pair) => pair.map(short).join("[.]"))
      : optionsOf(response).map(short);

/** short_identifier_type (4.1.1.5): the option's id. */
const short = ({ id }: Option): string => identifier(id, MOST_SHORT);

/** localized_string_type (4.1.1.3); what would be read as a delimiter, or as a property before the text, is taken out of it. */
const tagged = (text: string, language: string, most: number): string =>
  `{lang=${language}}${oneLine(text.replace(/\[+(?=[,.:]\])/g, ""), most).replace(/^[{ ]+/, "")}`;

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
