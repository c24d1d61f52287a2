// Plays a scenario in its page: a transcript that grows downward, one group of choices under it, a debrief at the end. The
// texts are copied from what the server wrote; the rules are the engine's; the state keeps choice numbers.

import { activity, button, hook, type Host, make, type Values, whenSeen } from "coursewright";
import {
  type Arrival,
  type Choice,
  choose,
  nodeOf,
  open,
  replay,
  score,
  start as beginning,
  type State,
  type Turn,
} from "../../../player/src/course/engine";
import { debrief, judged } from "./debrief";
import { changes, showMeters } from "./meters";
import { carried, place } from "./place";
import { chose } from "./report";
import { heard, markup, type Scene, type SceneData, spoken, wordsOf } from "./scene";

// What record 0 says in `timed`; 0 is undecided.
const UNTIMED = 1;
const TIMED = 2;
const MOST_PLAYS = 1023;

function start(root: HTMLElement, data: SceneData, host: Host): void {
  const { table } = data;
  const part = <E extends HTMLElement = HTMLElement>(name: string): E => hook<E>(root, name);
  const scene: Scene = { data, host, story: part("story") };
  const [transcript, form, options, ending] = [part("transcript"), part<HTMLFormElement>("ask"), part("options"), part("ending")];
  const field = `${data.id}--choice`;
  const timed = (): boolean => data.timed && host.values(0)?.timed === TIMED;

  // A play counts from its first turn to its last, or not at all: one that the result overtook goes on as practice.
  let practice = false;
  let numbers: number[] = [];
  let turns: Turn[] = [];
  let state: State;
  // A choice takes its time from when it came into view, not from when the course was opened.
  let began = 0;
  let seen: IntersectionObserver | undefined;
  let ticking = 0;

  const practise = (now: boolean): void => {
    practice = now;
    part("practice").hidden = !now;
  };

  const show = (...lines: (HTMLElement | "")[]): HTMLElement => {
    const turn = make("div.turn-taken", ...lines);
    transcript.append(turn);
    return turn;
  };

  const feedbackNow = (turn: Turn): HTMLElement | "" =>
    data.immediate ? make("div.outcome", judged(scene, turn), markup("div", data.feedback[turn.choice.n]!)) : "";

  const showTurn = (turn: Turn): HTMLElement =>
    show(...spoken(scene, turn), feedbackNow(turn), ...heard(scene, turn.lines));

  const put = (values: Values): void => {
    if (!practice) host.put(data.n, { ...place(table, state), play: numbers, ...values });
  };

  /** Shows where the play stands: the meters, and the open choices or the debrief. */
  function stand(): void {
    clearInterval(ticking);
    const { rating, n } = nodeOf(table, state);
    const meters = part("meters");
    showMeters(scene, meters, state);
    meters.hidden = !meters.firstElementChild || !!rating;
    form.hidden = !!rating;
    ending.hidden = !rating;
    if (rating) {
      const again = button(host.t("Play again"), playAgain, ".primary");
      ending.replaceChildren(...debrief(scene, turns, state, scoreSentence()), make("div.actions", again));
      return;
    }
    const found = open(table, state, timed());
    const due = timed() ? found.find((choice) => choice.after) : undefined;
    const listed = found.filter((choice) => choice !== due).map((choice) => choice.n);
    const order = data.shuffle ? host.shuffle(data.n, listed, n) : listed;
    options.replaceChildren(...order.map((choice) => option(choice)));
    form.querySelector("fieldset")!.hidden = part("say").hidden = !listed.length;
    part("missing").hidden = true;
    part("clock").hidden = !due;
    if (data.timed) part("untimed").hidden = !due;
    if (due) count(due);
    began = 0;
    seen?.disconnect();
    seen = whenSeen(form, () => (began ||= host.clock()));
  }

  function option(n: number): HTMLElement {
    const id = `${field}-${n}`;
    const input = Object.assign(make("input"), { type: "radio", name: field, value: String(n), id });
    return make("div.option", input, Object.assign(make("label", ...wordsOf(scene, n)), { htmlFor: id }));
  }

  /** Lets the choice happen by itself when its seconds have passed while the learner could see the page. */
  function count(due: Choice): void {
    let left = due.after!;
    const tell = () => (part("clock").textContent = host.t("The moment passes in {seconds} seconds.", { seconds: left }));
    tell();
    ticking = setInterval(() => {
      if (!timed()) return stand();
      if (document.hidden || !form.offsetParent || document.querySelector("dialog[open]")) return;
      left--;
      tell();
      if (left <= 0) take(due);
    }, 1000);
  }

  function take(choice: Choice): void {
    if (host.final()) practise(true);
    const before = state;
    const prompt = [...transcript.querySelectorAll(".words")].pop()?.textContent ?? "";
    const turn: Turn = { before, choice, ...choose(table, before, choice) };
    state = turn.state;
    turns = [...turns, turn];
    numbers = [...numbers, choice.n];
    const kept = host.values(data.n);
    const finished = nodeOf(table, state).rating ? score(table, state) + 1 : 0;
    if (!practice) host.record(chose(scene, turn, prompt, began ? Math.round(host.clock() - began) : 0));
    put({
      finished: +!!finished,
      edges: [...((kept?.edges as number[]) ?? []), choice.n],
      ...(finished && { plays: Math.min(Number(kept?.plays ?? 0) + 1, MOST_PLAYS) }),
      ...(finished > Number(kept?.best ?? 0) && { best: finished, bestplay: numbers }),
    });
    const shown = showTurn(turn);
    stand();
    if (finished) host.focus(ending.querySelector("h2")!);
    else {
      host.focus(shown);
      changes(scene, before, state).forEach(host.announce);
    }
  }

  function scoreSentence(): string {
    const now = host.t("This play scores {score}.", { score: host.percent(score(table, state)) });
    const best = Number(host.values(data.n)?.best ?? 1) - 1;
    return practice ? now : `${now} ${host.t("Your best play counts: {score}.", { score: host.percent(best) })}`;
  }

  /** Begins the transcript with these lines. */
  const tell = (lines: Arrival["lines"]): void => {
    transcript.replaceChildren();
    show(...heard(scene, lines));
  };

  function begin(): void {
    const arrival = beginning(table);
    practise(host.readOnly || host.final());
    part("moved").hidden = true;
    [numbers, turns, state] = [[], [], arrival.state];
    tell(arrival.lines);
    stand();
  }

  function playAgain(): void {
    begin();
    put({ finished: 0 });
    host.focus(transcript.firstElementChild as HTMLElement);
  }

  /** Goes back to where the learner was: by the same choices, or where those are no longer there, to the same node. */
  function resume(kept: Values): void {
    const node = table.nodes.findIndex((one) => one.n === kept.node);
    begin();
    if (node < 0) return;
    practise(practice && !kept.finished);
    numbers = kept.play as number[];
    const told = replay(table, numbers);
    const last = told?.slice(-1)[0]?.state ?? state;
    if (told && last.node === node) {
      [turns, state] = [told, last];
      turns.forEach(showTurn);
    } else {
      state = carried(table, node, numbers, kept.meters as number[]);
      tell(table.nodes[node]!.steps.flatMap((step) => (typeof step === "number" ? [[node, step] as [number, number]] : [])));
      part("moved").hidden = false;
    }
    stand();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = Number(new FormData(form).get(field));
    const choice = open(table, state, timed()).find(({ n }) => n === chosen);
    if (choice) return take(choice);
    part("missing").hidden = false;
    host.focus(part("missing"));
  });

  const enter = (): void => {
    const kept = host.values(data.n);
    if (kept?.node) resume(kept);
    else begin();
  };

  scene.story.hidden = true;
  part("play").hidden = false;
  if (data.timed) {
    const pace = part("pace");
    part("untimed").addEventListener("click", () => {
      host.put(0, { timed: UNTIMED });
      stand();
      host.focus(form.querySelector("legend")!);
    });
    const decided = (): boolean => !!host.values(0)?.timed;
    const go = (): void => {
      pace.hidden = true;
      enter();
    };
    for (const button of pace.querySelectorAll<HTMLElement>("[data-timed]")) {
      button.addEventListener("click", () => {
        host.put(0, { timed: Number(button.dataset.timed) });
        go();
        host.focus(transcript.firstElementChild as HTMLElement);
      });
    }
    if (!decided() && !host.values(data.n)?.node) {
      pace.hidden = false;
      // Another scenario of the course may have asked by the time that this one is seen.
      whenSeen(pace, () => decided() && !pace.hidden && go());
      return;
    }
  }
  enter();
}

activity<SceneData>("scenario", {
  start,
  done: (_, values) => !!values?.best,
  score: (_, values) => (values?.best ? Number(values.best) - 1 : null),
});
