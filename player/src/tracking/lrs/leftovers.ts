// What earlier sessions could not send, where a standard ends sessions for good (cmi5, 9.3): what has arrived all the same is not
// sent again, and what is said once of a registration is said again in a session that can still say it.

import type { VerbName } from "../../course/data";
import type { Client } from "./client";
import type { Statement } from "./statement";
import type { Entry } from "./store";

export interface Leftovers {
  /** Still to be sent as they are. */
  entries: Entry[];
  /** To be sent no more. */
  gone: Entry[];
  /** Of those, what is to be said again. */
  again: [VerbName, Statement][];
}

const SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const ONCE = ["completed", "passed", "failed"] as const;

/** Whether the LRS holds a statement of that id. */
export const holds = async (client: Client, id: string): Promise<boolean> =>
  (await client.ask("GET", "statements", { statementId: id })).status === 200;

/** Sorts them; `verbs` are the IRIs of the verbs, `activity` the id of the course. */
export async function sortOut(
  client: Client,
  entries: Entry[],
  verbs: Record<VerbName, { id: string }>,
  activity: string,
): Promise<Leftovers> {
  const gone = new Set<Entry>();
  const again: Leftovers["again"] = [];
  const waiting = entries.filter((entry) => !entry.refused);
  const says = ({ statement }: Entry, verb: VerbName) => isOf(statement.verb, verbs[verb].id) && isOf(statement.object, activity);
  for (const last of waiting.filter((entry) => says(entry, "terminated"))) {
    if (!(await holds(client, last.statement.id))) continue;
    const session = sessionOf(last);
    for (const entry of waiting) if (sessionOf(entry) === session) gone.add(entry);
  }
  for (const verb of ONCE) {
    for (const entry of waiting.filter((each) => !gone.has(each) && says(each, verb))) {
      gone.add(entry);
      if (!(await holds(client, entry.statement.id))) again.push([verb, entry.statement]);
    }
  }
  return { entries: entries.filter((entry) => !gone.has(entry)), gone: [...gone], again };
}

const isOf = (thing: unknown, id: string): boolean => (thing as { id?: string }).id === id;
const sessionOf = ({ statement }: Entry): unknown => statement.context.extensions?.[SESSION];
