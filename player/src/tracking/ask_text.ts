// A dialog with one field for a line of text.

import { make, openDialog } from "coursewright";
import type { Asker } from "./tracker";

/** Asks as `Asker.ask` does; resolves to the chosen button's value and what was written. */
export async function askText(
  title: string,
  body: string,
  label: string,
  buttons: Parameters<Asker["ask"]>[2],
): Promise<{ value: string; text: string }> {
  const field = make("input");
  field.type = "text";
  field.onkeydown = ({ key }) => {
    if (key === "Enter") field.closest("dialog")!.querySelector("button")!.click();
  };
  const value = await openDialog(title, [make("p", body), make("label", label, field)], buttons);
  return { value, text: field.value };
}
