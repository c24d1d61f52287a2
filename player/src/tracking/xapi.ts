// xAPI: launched with everything in the page's address, or beside a relay on the page's own origin, which knows who is signed in
// and holds the LRS's secret.

import { tracker } from "coursewright";
import type { CourseData } from "../course/data";
import { en } from "../sentence";
import { showSending } from "../shell/sending";
import { connect } from "./lrs/client";
import { objectOf, parsed } from "./lrs/json";
import { readActor, readPlace } from "./lrs/launch";
import { lrsTracker } from "./lrs/lrs";
import { type LrsSession, plainSession } from "./lrs/session";

const SIGNED_OUT = en("You are not signed in, so your answers are sent to nobody. Sign in and open this page again.");
const LEFT = en("You are no longer signed in. Sign in again in another window: what you answered here is then sent.");
const AWAY = en("What records your answers does not answer, so they are sent to nobody. Open this page again later.");

/** The session that the page's address, or the relay, tells of. */
export async function findSession({ iri, xapi }: CourseData): Promise<LrsSession | string> {
  const { relay, version } = xapi!;
  if (relay) return behindRelay(new URL(`${relay}/`, location.href).href, iri, version);
  const query = new URLSearchParams(location.search);
  const place = readPlace(query, query.get("activity_id") || iri);
  return typeof place !== "object" ? place : plainSession(connect(place.endpoint, query.get("auth"), version), place);
}

async function behindRelay(endpoint: string, activity: string, version: "1.0.3" | "2.0.0"): Promise<LrsSession | string> {
  const { status, text } = await connect(endpoint, null, version).ask("GET", "session", {});
  if (status === 401) return SIGNED_OUT;
  const { actor, registration } = objectOf(parsed(text)) as { actor?: unknown; registration?: string };
  const known = readActor(JSON.stringify(actor) ?? null);
  return known ? { ...plainSession(connect(endpoint, null, version), { actor: known, activity, registration }), over: LEFT } : AWAY;
}

tracker("xapi", (course) => lrsTracker(course, findSession, showSending));
