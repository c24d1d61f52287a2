// Files that the learner is given.

import { make } from "../elements";

/** Hands the learner a text as a file of that name. */
export function download(name: string, text: string): void {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
