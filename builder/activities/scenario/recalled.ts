// A line that was heard, in short: enough to remember a moment by.

import { heard, type Scene } from "./scene";

/** So much of a line is told again, in characters. */
const MOST = 160;

type Line = [node: number, line: number];

/** The lines of a node, whatever leads on from it. */
export const linesAt = ({ data }: Scene, node: number): Line[] =>
  data.table.nodes[node]!.steps.flatMap((step) => (typeof step === "number" ? [[node, step] as Line] : []));

/** Who said what; empty where there is no such line. */
export function recalled(scene: Scene, line: Line | undefined): string {
  if (!line) return "";
  const [said] = heard(scene, [line]);
  const text = (said!.querySelector(".line") ?? said!).textContent!.trim().replace(/\s+/g, " ");
  return text.length > MOST ? `${text.slice(0, MOST).replace(/\s\S*$/, "")} …` : text;
}
