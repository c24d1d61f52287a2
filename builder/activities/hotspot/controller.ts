// Places on a picture. The list of options below it is the control, for the keyboard and for screen readers; the picture's
// regions only pass a press on to it and show what it says, so nothing is met twice.

import { hook, question } from "coursewright";
import { inputOf, mirrorKind } from "coursewright/mirror";

question("hotspot", {
  ...mirrorKind,
  bind(root, ...others) {
    hook(root, "picture").onclick = ({ target }) => {
      const region = (target as Element).closest<SVGElement>("[data-place]");
      if (region) inputOf(root, region.dataset.place!).click();
    };
    return mirrorKind.bind(root, ...others);
  },
});
