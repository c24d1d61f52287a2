// Pairs: a select for each thing on the left.

import { question } from "coursewright";
import { pairsKind } from "coursewright/pairs";

question("match", pairsKind);
