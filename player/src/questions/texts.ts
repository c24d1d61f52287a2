// Texts that a learner writes into boxes: kept with the record where texts travel and as far as they fit, all else on the
// device. Nothing is cut.

import type { Host, Values } from "coursewright";
import { excess } from "./length";

/** A box by its field's number; `max` in bytes of UTF-8. */
export interface TextBox {
  n: number;
  max: number;
  box: HTMLTextAreaElement;
}

/** What is kept of the texts of a thing, by field; `name` is what its record calls them, before the field's number. */
export function keptTexts(host: Host, thing: number, name: string): (field: number) => string {
  const values = host.values(thing);
  const aside = parse(host.keptText(thing));
  return (field) => aside[field] ?? String(values?.[name + field] ?? "");
}

/** Keeps what is written. False where some of it can be kept in this window only. */
export function keepTexts(host: Host, thing: number, name: string, boxes: TextBox[]): boolean {
  const record: Values = {};
  const aside: Record<number, string> = {};
  for (const { n, max, box } of boxes) {
    if (host.textsTravel && !excess(box.value, max)) record[name + n] = box.value;
    else if (box.value) aside[n] = box.value;
  }
  if (host.textsTravel) host.put(thing, record);
  const text = Object.keys(aside).length ? JSON.stringify(aside) : "";
  return text === host.keptText(thing) || host.keepText(thing, text);
}

/** Where texts are kept, as far as the tracker and the device can: what the learner is told before typing. */
export const textsKeptIn = (host: Host, thing: number): Host["keptIn"] =>
  host.textsTravel ? host.keptIn : host.keepText(thing, host.keptText(thing)) ? "device" : "window";

/** Texts by field as the device kept them; none where it holds something else. */
function parse(text: string): Record<number, string> {
  try {
    return Object(JSON.parse(text || "{}"));
  } catch {
    return {};
  }
}
