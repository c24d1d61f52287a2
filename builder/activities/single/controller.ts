// One right option of several: radio buttons.

import { optionsKind, question } from "coursewright";

question("single", optionsKind);
