// What an ending is called.

import { en } from "coursewright";
import type { Rating } from "../../../player/src/course/engine";

export const ENDINGS: Record<Rating, string> = { good: en("A good ending"), fair: en("A fair ending"), poor: en("A poor ending") };
