// SCORM 1.2 (Run-Time Environment 1.2, chapter 3). One status says both whether the course was completed and whether it
// was passed; interactions can be written and never read.

import { tracker } from "coursewright";
import type { Hundredths, Option } from "../course/data";
import type { Objective } from "../course/objectives";
import type { WindowLike } from "./find_api";
import { chosenIn, decimal, patterns } from "./interaction";
import { scoreElements, scormTracker } from "./scorm";
import type { Answered, Response, Tracker } from "./tracker";
import { oneLine } from "./words";

const MOST_FEEDBACK = 255;
const MOST_LETTERS = 36;

/** The tracker for an LMS whose `API` is found from `start`; `words` where answers are reported in words, not letters. */
export const scorm12 = (words: boolean, start?: WindowLike): Tracker =>
  scormTracker(
    {
      api: "API",
      prefix: "LMS",
      terminate: "Finish",
      core: "cmi.core.",
      names: {
        id: "student_id",
        name: "student_name",
        mode: "lesson_mode",
        location: "lesson_location",
        completion: "lesson_status",
        success: "lesson_status",
      },
      passMark: "cmi.student_data.mastery_score",
      readPassMark: percent,
      time: timespan,
      score: ({ score }) => scoreElements(score),
      statuses: (result) => ({ lesson_status: result.final ? statusOf(result) : "incomplete" }),
      objective: (objective) => ({ ...scoreElements(objective.score), status: statusOf(objective) }),
      interaction(event) {
        const { type, response, patterns } = describe(event, words);
        return {
          "objectives.#.id": event.objectives,
          time: event.at.slice(11, 19), // CMITime: the learner's time of day
          type,
          "correct_responses.#.pattern": patterns,
          weighting: String(event.weight),
          student_response: response,
          result: resultOf(event),
          latency: timespan(event.latency),
        };
      },
    },
    start,
  );

export const resultOf = ({ result }: Answered): string => (result === "incorrect" ? "wrong" : String(result));

const statusOf = ({ success, completion }: Pick<Objective, "success" | "completion">): string => (success === "unknown" ? completion : success);

/** CMITimespan (3.4.4): HHHH:MM:SS.SS, two to four digits of hours. */
export function timespan(milliseconds: number): string {
  const whole = new Date(Math.min(Math.round(milliseconds / 10) * 10, 36e9 - 10));
  return String(Math.floor(+whole / 36e5)).padStart(2, "0") + whole.toISOString().slice(13, 22);
}

/** The interaction's type with its response and right responses in that type's form (CMIFeedback, 3.4.4). */
export function describe(event: Answered, words: boolean): Described {
  const { type, options, response, correct } = event;
  const named = [...options, ...[response, ...correct].flatMap(chosenIn).flat()];
  // One character is an option, and what a learner did in a scenario is a step that was performed: a letter would say
  // nothing of it.
  const free = named.length > 0 && (words || type === "chose" || named.some(({ n }) => n > MOST_LETTERS));
  const write = (given: Response, name: Name): string => {
    if ("value" in given) return given.value ? "t" : "f";
    if ("texts" in given) return given.texts.map(ascii).join("; ");
    // A pattern is one number: the middle, or the end that there is.
    if ("least" in given) return decimal(((given.least ?? given.most)! + (given.most ?? given.least)!) / 2);
    const [between, inPair] = free ? ["; ", "="] : [",", "."];
    const names = chosenIn(given).map((each) => each.map(name).join(inPair));
    if (free || given.type === "sequencing" || !names[1]) return names.join(between);
    return `{${names.sort().join()}}`; // all of them together
  };
  const form = (name: Name): string[] => [write(response, name), ...patterns(event, (right) => write(right, name))];
  let said = form(!free ? LETTER : words ? TEXT : ID);
  if (said.some((text) => text.length > MOST_FEEDBACK)) said = form(NUMBER);
  const [first = "", ...right] = said.map((text) => oneLine(text, MOST_FEEDBACK));
  return { type: free ? "performance" : response.type, response: first, patterns: right };
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

/** cmi.student_data.mastery_score (3.4.2.4): a CMIDecimal on the scale of the score. */
function percent(text: string): Hundredths | null {
  const value = parseFloat(text);
  return value >= 0 && value <= 100 ? Math.round(value * 100) : null;
}

tracker("scorm12", (course) => scorm12(course.answers === "words"));
