// Statements as cmi5 wants them (9.3 to 9.6, 10.2.1): on the LMS's template, of which nothing is overwritten, with cmi5's
// categories where a verb of cmi5 is said of the course itself.

import type { VerbName } from "../../course/data";
import { type Json, objectOf } from "./json";
import type { Statement } from "./statement";

const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const LISTS = ["parent", "grouping", "category", "other"] as const;
const DEFINED: VerbName[] = ["initialized", "completed", "passed", "failed", "terminated"];

/** Writes the statement on the template; `mastery` is the LMS's masteryScore, undefined where it has none. */
export function onTemplate(statement: Statement, verb: VerbName, ofCourse: boolean, template: Json, mastery?: number): Statement {
  const defined = ofCourse && DEFINED.includes(verb);
  const { context, result } = statement;
  const moves = defined && result && ("success" in result || "completion" in result);
  const judged = defined && result && "success" in result && mastery !== undefined;
  const own = context.contextActivities;
  const categories = [...(defined ? ["cmi5"] : []), ...(moves ? ["moveon"] : [])].map((name) => ({ id: CATEGORIES + name }));
  const given = objectOf(template.contextActivities);
  const lists = { ...own, category: [...categories, ...(own.category ?? [])] };
  const activities = LISTS.map((name) => [name, joined(given[name], lists[name] ?? [])] as const);
  return {
    ...statement,
    ...(judged && { result: agreeing(result, mastery) }),
    context: {
      ...context,
      ...template,
      contextActivities: Object.fromEntries(activities.filter(([, list]) => list.length)),
      extensions: { ...context.extensions, ...(judged && { [MASTERY]: mastery }), ...objectOf(template.extensions) },
    },
  };
}

/** Without the score, where a verdict that was reached by another mark contradicts it (9.5.1). */
function agreeing(result: Json, mastery: number): Json {
  const { score, ...rest } = result;
  const { scaled = null } = objectOf(score);
  return scaled !== null && Number(scaled) >= mastery === result.success ? result : rest;
}

/** The template's activities first, as far as they are any, and none twice. */
function joined(given: unknown, own: Json[]): Json[] {
  const first = ([given].flat() as unknown[]).map(objectOf).filter(({ id }) => typeof id === "string");
  return [...first, ...own.filter(({ id }) => !first.some((each) => each.id === id))];
}
