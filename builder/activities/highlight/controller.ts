// Pieces of a running text, each with a checkbox. What is said about them comes as a list below, so that the text stays
// a text.

import { question } from "coursewright";
import { mirrorKind } from "coursewright/mirror";

question("highlight", mirrorKind);
