// What a launch says in the page's address: where statements go and whose they are. Some platforms still write actors as Tin Can
// had them before 1.0, every value in a list.

import { en } from "../../sentence";
import type { Launch } from "../tracker";
import { type Json, objectOf, parsed } from "./json";

export interface Place {
  /** Ends with a slash. */
  endpoint: string;
  actor: Json;
  /** The id of the course as an activity. */
  activity: string;
  registration?: string;
}

const NOT_LAUNCHED = en("This page was not opened from a learning platform, so your answers are sent to nobody.");
const BROKEN = en("The link that opened this course is damaged, so your answers are sent to nobody. Tell whoever gave you the link.");
const INSECURE = en("Your answers would go to an address that is not secure, so they are sent to nobody. Tell whoever runs the learning platform.");

/** The place of a page opened with that query, or a sentence why there is none; `activity` is the course's id, if the launch has none. */
export function readPlace(query: URLSearchParams, activity: string | null, page: string = location.protocol): Place | string {
  const [given, who] = [query.get("endpoint"), query.get("actor")];
  if (!given && !who) return NOT_LAUNCHED;
  const actor = readActor(who);
  const endpoint = webAddress(given)?.replace(/\/?$/, "/");
  if (!actor || !endpoint || !activity) return BROKEN;
  if (page === "https:" && endpoint.startsWith("http:")) return INSECURE;
  const registration = query.get("registration") ?? "";
  return { endpoint, actor, activity, registration: UUID.test(registration) ? registration : undefined };
}

/** Who it is, the same however the actor's name is written (xAPI, part two, 2.4.2.3); '' for nobody. */
export function identity({ account, mbox, mbox_sha1sum, openid }: Json): string {
  const { homePage, name } = objectOf(account);
  const id = account ? homePage && name && `${homePage} ${name}` : mbox ? /^mailto:./.test(`${mbox}`) && mbox : mbox_sha1sum ?? openid;
  return id ? String(id) : "";
}

/** The actor as the player knows learners. */
export const learnerOf = (actor: Json): Launch["learner"] => ({
  id: identity(actor),
  name: typeof actor.name === "string" ? actor.name : null,
});

/** The actor in that JSON, as it was sent where that is well-formed; null where it names nobody. */
export function readActor(text: string | null): Json | null {
  const given = objectOf(parsed(text));
  const actor = Object.values(given).some(Array.isArray) ? unlisted(given) : given;
  return identity(actor) ? actor : null;
}

function unlisted(given: Json): Json {
  const actor: Json = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()[0]]));
  const { accountServiceHomePage, accountName } = objectOf(actor.account);
  return accountName ? { ...actor, account: { homePage: accountServiceHomePage, name: accountName } } : actor;
}

/** A whole address of the web, without a password in it; null for anything else. */
export function webAddress(given: unknown, base?: string): string | null {
  try {
    const { protocol, username, href } = new URL(given as string, base);
    return given && typeof given === "string" && /^https?:$/.test(protocol) && !username ? href : null;
  } catch {
    return null;
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
