// Several right options: checkboxes.

import { optionsKind, question } from "coursewright";
import { type SeveralData, severalScore } from "coursewright/several";

question<SeveralData>("multiple", { ...optionsKind, score: severalScore });
