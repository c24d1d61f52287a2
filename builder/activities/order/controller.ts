// Items to put in order.

import { en, later, numberOf, question, type QuestionData, rate, type Values, whenSeen } from "coursewright";
import { ranking } from "coursewright/ranking";
import { type Drag, DRAG } from "./drag";
import { orderScore } from "./score";

interface OrderData extends QuestionData {
  /** `all`: exactly the right order, which is that of the options, or nothing. `adjacent`: score.ts. */
  score: "all" | "adjacent";
  /** HTML by the item's number, of those that have some. */
  feedback: Record<number, string>;
}

const orderOf = (values: Values | null) => (values?.order ?? []) as number[];
const right = (data: QuestionData) => data.options.map(({ n }) => n);

question<OrderData>("order", {
  bind(root, data, host, changed) {
    const list = ranking(root, data, host, changed);
    whenSeen(root, () => {
      later<Drag>(host, DRAG).then((drag) => drag(root, list.move), () => undefined);
    });
    const key = right(data);
    const each = data.score === "adjacent";
    const words = each
      ? { good: en("Follows the one above"), poor: en("Does not follow the one above") }
      : { good: en("In its place"), poor: en("Not in its place") };
    return {
      ...list,
      mark(values, full) {
        list.items().forEach((item, at, all) => {
          const n = numberOf(item);
          const place = key.indexOf(n);
          const above = at && numberOf(all[at - 1]!);
          const rating = (each ? key[place - 1] === above : place === at) ? "good" : "poor";
          const answer = full && place !== at ? host.t("Right place: {place}", { place: place + 1 }) : "";
          rate(item, host, orderOf(values)[0] && (above || !each) ? rating : null, data.feedback[n], answer, words[rating]);
        });
      },
    };
  },
  score: (data, values) => orderScore(orderOf(values), right(data), data.score === "all"),
  response: ({ options }, values) => ({ type: "sequencing", chosen: orderOf(values).flatMap((n) => options.find((option) => option.n === n) ?? []) }),
});
