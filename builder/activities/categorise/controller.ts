// Items to put into categories: radio buttons or a select for each.

import { question } from "coursewright";
import { pairsKind } from "coursewright/pairs";

question("categorise", pairsKind);
