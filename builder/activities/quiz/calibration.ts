// What the feature hands to the second script (calibration.later.ts), and under which name.

import type { Quiz } from "./feature";

export const CALIBRATION = "quiz.calibration.told";
/** Fills in how sure the learner was beside how right, in `told`, and gives what stands there. */
export type Calibration = (quiz: Quiz, told: HTMLElement) => Node[];
