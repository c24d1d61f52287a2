// A reflection: prompts with room to write. Its form is opened by the second script, as soon as its page is in view.

import { activity, hook, shower, whenSeen } from "coursewright";
import { type Open, OPEN, type ReflectionData } from "./form";

activity<ReflectionData>("reflection", {
  start(root, data, host) {
    const kept = hook(root, "kept");
    let opened = false;
    const show = shower<Open>(host, kept, OPEN, (open) => {
      if (!opened) open(root, data, host);
      opened = true;
      kept.hidden = false;
      return [...kept.childNodes];
    });
    // Not the form alone: before it is open, the focus would pass it by.
    whenSeen(root.closest("[data-page]")!, show);
  },
  done: (_data, values) => values?.submitted === 1,
});
