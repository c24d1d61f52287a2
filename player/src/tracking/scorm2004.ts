// SCORM 2004, 3rd and 4th edition (Run-Time Environment, chapter 4). Completion and success are two facts; interactions
// name their options.

import { tracker } from "coursewright";
import type { Hundredths, Option } from "../course/data";
import { duration } from "./duration";
import type { WindowLike } from "./find_api";
import { chosenIn, decimal, patterns } from "./interaction";
import { scoreElements, scormTracker } from "./scorm";
import type { Answered, Response, Tracker } from "./tracker";
import { oneLine } from "./words";

const ALL = 10000;
const MOST_SHORT = 250;
const MOST_LONG = 4000;
/** Smallest permitted maxima of 4.2.9.1: match texts of a fill-in, and options or pairs of everything else. */
const MOST_TEXTS = 10;
const MOST_LISTED = 36;

/** The tracker for an LMS whose `API_1484_11` is found from `start`; texts are tagged with the language. */
export const scorm2004 = (language: string, start?: WindowLike): Tracker =>
  scormTracker(
    {
      api: "API_1484_11",
      prefix: "",
      terminate: "Terminate",
      core: "cmi.",
      names: {
        id: "learner_id",
        name: "learner_name",
        mode: "mode",
        location: "location",
        completion: "completion_status",
        success: "success_status",
      },
      passMark: "cmi.scaled_passing_score",
      readPassMark: scaled,
      time: duration,
      score: (result, get) => ({
        ...scaledScore(result.score),
        progress_measure: progress(result.progress, result.final, parseFloat(get("cmi.completion_threshold"))),
      }),
      statuses: ({ success, completion, final }) => ({ success_status: final ? success : "", completion_status: completion }),
      objective: ({ text, score, progress, completion, success }) => ({
        description: tagged(text, language, MOST_SHORT),
        ...scaledScore(score),
        progress_measure: String(progress / ALL),
        completion_status: completion,
        success_status: success,
      }),
      interaction(event) {
        const { type, response, patterns } = describe(event, language);
        return {
          type, // 4.2.9.2: the forms of what follows depend on it
          "objectives.#.id": event.objectives,
          timestamp: event.at,
          "correct_responses.#.pattern": patterns,
          weighting: String(event.weight),
          learner_response: response,
          result: String(event.result),
          latency: duration(event.latency),
          description: event.prompt && tagged(event.prompt, language, MOST_SHORT),
        };
      },
    },
    start,
  );

/** 4.2.20: the LMS takes the grade from score.scaled. */
const scaledScore = (score: Hundredths | null): Record<string, string> =>
  score === null ? {} : { ...scoreElements(score), "score.scaled": String(score / ALL) };

/** The interaction's type with its response and right responses in that type's form (4.2.9.1). */
export function describe(event: Answered, language: string): { type: string; response: string; patterns: string[] } {
  const given = event.response;
  // What is longer than every LMS takes becomes one long text.
  const most = "texts" in given ? MOST_TEXTS : MOST_LISTED;
  const long = ("long" in given && given.long) || [given, ...event.correct].some((each) => items(each).length > most);
  const write = (response: Response, right: boolean): string => {
    if ("value" in response) return String(response.value);
    if ("least" in response) {
      // A response is one real number, a pattern a range.
      const [least, most] = [response.least, response.most].map((end) => (end === null ? "" : decimal(end)));
      return right ? `${least}[:]${most}` : least!;
    }
    const texts = items(response);
    const flags = right && "exactCase" in response && response.exactCase ? "{case_matters=true}" : "";
    if (long) return flags + tagged(texts.join("; "), language, MOST_LONG);
    return flags + ("texts" in response ? texts.map((text) => tagged(text, language, MOST_SHORT)) : texts).join("[,]");
  };
  return {
    type: long ? "long-fill-in" : given.type,
    response: write(given, false),
    patterns: patterns(event, (right) => write(right, true)),
  };
}

/** What a response has one after the other: texts, identifiers, pairs of them. */
const items = (response: Response): string[] =>
  "texts" in response ? response.texts : chosenIn(response).map((each) => each.map(short).join("[.]"));

/** short_identifier_type (4.1.1.5): the option's id. */
const short = ({ id }: Option): string => id;

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
