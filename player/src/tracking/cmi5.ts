// cmi5: the LMS gives a token for one session, says in LMS.LaunchData how it is to be, and has rules for what is said when
// (docs/cmi5.md). What this file finds out, tracking/lrs goes by.

import { tracker } from "coursewright";
import type { CourseData, Hundredths } from "../course/data";
import { en } from "../sentence";
import { showSending } from "../shell/sending";
import type { Apart } from "./lrs/apart";
import { type Client, connect, done } from "./lrs/client";
import { type Json, objectOf, parsed } from "./lrs/json";
import { readPlace, webAddress } from "./lrs/launch";
import { lrsTracker } from "./lrs/lrs";
import { patiently } from "./lrs/patience";
import { watchReloads } from "./lrs/reload";
import { type LrsSession, OVER } from "./lrs/session";
import { onTemplate } from "./lrs/template";
import { openVisit } from "./lrs/visit";

const NO_TOKEN = en(
  "The learning platform gives no access to this session, so nothing is recorded. Close this window and open the course again from the platform.",
);
const NO_DATA = en(
  "The learning platform does not say how this session is to be, so nothing is recorded. Close this window and open the course again from the platform.",
);
const ENDED = en("This session has ended. Close this window and open the course again.");

const LAUNCH_DATA = "LMS.LaunchData";
const PREFERENCES = "cmi5LearnerPreferences";
const MODES = new Map<unknown, LrsSession["mode"]>([["Browse", "browse"], ["Review", "review"]]);
const ALL = 10000;

/** The session of a page that was launched with that query (8.1). */
export async function findCmi5(course: CourseData): Promise<LrsSession | Apart | string> {
  const query = new URLSearchParams(location.search);
  const place = readPlace(query, query.get("activityId"));
  if (typeof place !== "object") return place;
  const visit = openVisit(query.get("fetch") ?? "");
  const without = (problem: string): Apart => ({ ...place, passMark: visit.mark(), problem });
  if (visit.ended()) return without(ENDED);
  const token = await visit.token();
  if (!token) return without(NO_TOKEN);

  const { endpoint, actor, activity, registration } = place;
  const client = connect(endpoint, `Basic ${token}`, course.xapi!.version);
  const agent = JSON.stringify(actor);
  const state = { activityId: activity, agent, registration, stateId: LAUNCH_DATA };
  const [data, likes] = [
    await readJson(client, "activities/state", state),
    await readJson(client, "agents/profile", { agent, profileId: PREFERENCES }),
  ];
  if (!data) return without(visit.begun() ? ENDED : NO_DATA);

  const template = objectOf(data.contextTemplate);
  const mastery = readMastery(data.masteryScore);
  const reloads = watchReloads();
  visit.setMark(mastery === undefined ? null : markOf(mastery));
  return {
    client,
    actor,
    activity,
    registration,
    mode: MODES.get(data.launchMode) ?? "normal",
    passMark: visit.mark(),
    goesOn: visit.begun(),
    strict: true,
    shape(statement, verb, ofCourse) {
      if (ofCourse && verb === "initialized") visit.begin();
      return onTemplate(statement, verb, ofCourse, template, mastery);
    },
    over: OVER,
    alive: async () => done(await client.ask("GET", "activities/state", state)),
    ends() {
      if (reloads()) return false;
      visit.end();
      return true;
    },
    returnTo: webAddress(data.returnURL, location.href),
    audio: likes?.audioPreference !== "off",
    languages: String(likes?.languagePreference ?? "").match(/[\w-]+/g) ?? [],
  };
}

/** The document; null where there is none that could be read. */
async function readJson(client: Client, path: string, query: Record<string, string | undefined>): Promise<Json | null> {
  const answer = await patiently(
    () => client.ask("GET", path, query),
    ({ status }) => !status || status === 429 || status >= 500,
  );
  const document = done(answer) && parsed(answer.text);
  return document ? objectOf(document) : null;
}

/** The masteryScore, undefined where that is none (10.2.4). */
function readMastery(given: unknown): number | undefined {
  return typeof given === "number" && given >= 0 && given <= 1 ? given : undefined;
}

/** The least score that reaches the mark, which has four decimals at the most (10.2.4) and may lie beside them in binary; never -0. */
const markOf = (mastery: number): Hundredths => Math.ceil(mastery * ALL - 1e-6) + 0;

tracker("cmi5", (course) => lrsTracker(course, findCmi5, showSending));
