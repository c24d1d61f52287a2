// How sure the learner was, beside how right: told when the attempt was sent, by the second script (calibration.later.ts).

import { hook, shower, whenSeen } from "coursewright";
import { CALIBRATION, type Calibration } from "./calibration";
import { feature, SENT } from "./feature";

feature("calibration", (quiz) => {
  const panel = quiz.part("calibration");
  const told = hook(panel, "sureness");
  const fill = shower<Calibration>(quiz.host, told, CALIBRATION, (calibrate) => calibrate(quiz, told));
  const show = () => quiz.phase() === SENT && panel.offsetParent && fill();
  whenSeen(panel.closest("[data-page]")!, show);
  return { show };
});
