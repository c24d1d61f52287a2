// What a kind's or a tracker's script may import: `import { ... } from "coursewright"`. All of it is in the core,
// so that each kind and each tracker is a small script of its own that finds it by name (player/bundle.mjs). What only some
// kinds share lies in player/src/questions and is bundled into each of them: `import { ... } from "coursewright/<file>"`.

export type { ActivityData, CourseData, Hundredths, Option, QuestionData } from "./course/data";
export type { Values } from "./course/state";
export type { ActivityKind, AnswerPart, Host, QuestionKind, QuestionView } from "./activity";
export type { Answered, LearningEvent, Response, Tracker } from "./tracking/tracker";

export { mean } from "./course/objectives";
export { rounded } from "./course/rounded";
export { button, hook, make, numberOf, whenSeen } from "./elements";
export { activity, features, question, tracker } from "./registry";
export { openDialog } from "./shell/dialog";
export { download } from "./shell/download";
export { beforeLeaving } from "./shell/leaving";
export { forget, notice } from "./shell/notices";
export { announce } from "./shell/speech";
export { recall, remember } from "./shell/storage";
export { later, shower } from "./questions/later";
export { type Asked, openQuestion } from "./questions/asked";
export { type ChoiceData, chosen, optionsKind } from "./questions/options";
export { answered, now } from "./questions/report";
export { rate, verdict } from "./questions/verdict";
export { worth } from "./questions/worth";
export { en } from "./sentence";
