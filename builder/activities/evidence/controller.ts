// What it shows is made by the second script (gather.later.ts), which the page fetches when it comes into view.

import { activity } from "coursewright";

activity("evidence", { start: () => undefined, done: () => true });
