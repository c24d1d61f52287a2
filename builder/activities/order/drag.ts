// What the controller hands to the second script (drag.later.ts), and under which name.

import type { Ranking } from "coursewright/ranking";

export const DRAG = "order.drag";
/** Makes the items of the list in `root` follow the pointer that drags their handles. */
export type Drag = (root: HTMLElement, move: Ranking["move"]) => void;
