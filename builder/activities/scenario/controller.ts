// Plays a scenario in its page: a transcript that grows downward, one group of choices under it, a debrief at the end. The
// texts are copied from what the server wrote; the rules are the engine's; the state keeps choice numbers.

import { activity, features, hook, type Host, make, now, type Values, whenSeen } from "coursewright";
import {
  type Arrival,
  type Choice,
  choose,
  isSpent,
  nodeOf,
  open,
  replay,
  score,
  start as beginning,
  strongest,
  type Turn,
  value,
} from "../../../player/src/course/engine";
import { bestEnd, broughtNow, keptBrought } from "./carry";
import { countDown } from "./clock";
import { debriefing, fetchDebrief } from "./ending";
import { judged } from "./judged";
import { changes, showMeters } from "./meters";
import { linesOf, place, type Play, placed } from "./place";
import { chose, ended } from "./report";
import { BEST_END, channelOf, heard, markup, outcomeOf, type Scene, type SceneData, spoken, thoughtsOf, wordsOf } from "./scene";

// What record 0 says in `timed`; 0 is undecided.
const UNTIMED = 1;
const TIMED = 2;
const MOST_PLAYS = 1023;
// A frame that is not so wide and high, in pixels, is small: what can be folded is.
const SMALL = 500;

function start(root: HTMLElement, data: SceneData, host: Host): () => void {
  const { table } = data;
  const part = <E extends HTMLElement = HTMLElement>(name: string): E => hook<E>(root, name);
  const rules = { choose, isSpent, nodeOf, open, replay, score, start: beginning, strongest, value };
  const scene: Scene = { data, host, story: part("story"), rules };
  const [transcript, form, options, ending] = [part("transcript"), part<HTMLFormElement>("ask"), part("options"), part("ending")];
  const field = `${data.id}--choice`;
  const kept = (): Values => host.values(data.n) ?? {};
  const pace = (): unknown => host.values(0)?.timed;
  const isTimed = (): boolean => data.timed && pace() === TIMED;

  // A play counts from its first turn to its last, or not at all: one that the result overtook goes on as practice.
  let practice = false;
  let play: Play;
  // The lines that its transcript begins with: those of the start, or of where it went on when the scenario had changed.
  let opening: Arrival["lines"];
  // What was kept before the play came to its end: its best play is the best of the others.
  let earlier: Values | undefined;
  // Whether a play is shown: not while the learner is asked whether to play against the clock.
  let entered = false;
  let timed = false;
  // Whether the page is the one in view.
  let here = false;
  // A choice takes its time from when it came into view, not from when the course was opened.
  let began = 0;
  // What the choices of the play took so far, as far as it was played in this page.
  let spent = 0;
  let seen: IntersectionObserver | undefined;
  let stopClock: (() => void) | undefined;

  const practise = (now: boolean): void => {
    practice = now;
    part("practice").hidden = !now;
    part("back").hidden = !kept().finished;
  };

  const say = (...lines: (HTMLElement | "")[]): void => transcript.append(make("div.turn-taken", ...lines));

  const showTurn = (turn: Turn): void => {
    const now = data.immediate ? make("div.outcome", judged(scene, turn), markup("div", data.feedback[turn.choice.n]!)) : "";
    say(...spoken(scene, turn), now, ...heard(scene, turn.lines, turn.before.node));
  };

  /** Leads the learner to where the play stands: what is new, and as much of what can be said as there is room for. */
  const attend = (go = host.focus): void => {
    form.scrollIntoView({ block: "nearest" });
    go(ending.hidden ? (transcript.lastElementChild as HTMLElement) : ending.querySelector("h2")!);
  };

  const put = (values: Values): void => {
    if (!practice) host.put(data.n, { ...place(table, play), ...values });
  };

  /** Shows where the play stands: the meters, and the open choices or how it ended. */
  function stand(): void {
    stopClock?.();
    seen?.disconnect();
    const { brought, turns, state } = play;
    const { rating, n } = nodeOf(table, state);
    form.hidden = !!rating;
    ending.hidden = !rating;
    timed = isTimed();
    for (const [name, words] of Object.entries({ ...channelOf(scene, state.node)?.dataset })) {
      if (words) part(name).textContent = words;
    }
    if (rating) {
      const told = { turns, end: state, brought, practice, earlier, replay: practiseFrom };
      part("how").replaceChildren(outcomeOf(scene, n));
      part("scores").textContent = scoreSentence();
      seen = whenSeen(root, debriefing(scene, ending, told));
      return;
    }
    showMeters(scene, part("meters"), state);
    part("thinking").replaceChildren(...thoughtsOf(scene, n));
    // In a small frame what is new and a choice would not be in view together.
    if (Math.min(innerWidth, innerHeight) < SMALL) part("thinking").querySelector(".thought")?.removeAttribute("open");
    const found = open(table, state, timed);
    const due = timed ? found.find((choice) => choice.after) : undefined;
    const listed = found.filter((choice) => choice !== due).map((choice) => choice.n);
    options.replaceChildren(...(data.shuffle ? host.shuffle(data.n, listed, n) : listed).map(option));
    form.querySelector("fieldset")!.hidden = part("say").hidden = !listed.length;
    part("missing").hidden = true;
    part("clock").hidden = !due;
    if (data.timed) part("untimed").hidden = !due;
    stopClock = due && countDown(due.after, form, part("seconds"), () => take(due));
    began = 0;
    seen = whenSeen(form, () => {
      began ||= host.clock();
      // Soon it will be needed; where it cannot be had now, the end asks again and says so.
      fetchDebrief(host).catch(() => undefined);
    });
  }

  function option(n: number): HTMLElement {
    const id = `${field}-${n}`;
    const input = Object.assign(make("input"), { type: "radio", name: field, value: String(n), id });
    return make("div.option", input, Object.assign(make("label", ...wordsOf(scene, n)), { htmlFor: id }));
  }

  function take(choice: Choice): void {
    if (host.final()) practise(true);
    const { state: before, brought, turns } = play;
    const prompt = [...transcript.querySelectorAll(".words")].pop()?.textContent ?? "";
    const turn: Turn = { before, choice, ...choose(table, before, choice) };
    const { state } = turn;
    const numbers = [...play.numbers, choice.n];
    play = { brought, numbers, turns: [...turns, turn], state };
    const { n, rating } = nodeOf(table, state);
    const finished = rating ? score(table, state) + 1 : 0;
    earlier = kept();
    const { edges, nodes, plays, best } = earlier;
    if (!practice) {
      const said = chose(scene, turn, prompt, began ? Math.round(host.clock() - began) : 0);
      host.record(said);
      spent += said.latency;
      if (finished) {
        host.record(ended(scene, said, n, finished - 1, ending.querySelector("h2")!.textContent!));
        host.record({ type: "scored", id: data.id, score: finished - 1, passed: null, spent, at: now() });
      }
    }
    put({
      finished: +!!finished,
      edges: [edges ?? [], choice.n].flat() as number[],
      nodes: [nodes ?? [], state.visited.map((index) => table.nodes[index]!.n)].flat() as number[],
      ...(finished && { plays: Math.min(Number(plays ?? 0) + 1, MOST_PLAYS) }),
      ...(finished > Number(best ?? 0) && {
        best: finished,
        bestplay: numbers,
        bestscore: finished,
        bestbrought: keptBrought(table, brought),
      }),
    });
    showTurn(turn);
    stand();
    attend();
    (finished ? [ending.querySelector(".verdict")!.textContent!] : changes(scene, before, state)).forEach(host.announce);
  }

  function scoreSentence(): string {
    const now = host.t("This play scores {score}.", { score: host.percent(score(table, play.state)) });
    const best = Number(kept().best ?? 1) - 1;
    return practice ? now : `${now} ${host.t("Your best play counts: {score}.", { score: host.percent(best) })}`;
  }

  /** Shows a play from its beginning. */
  function show(shown: Play, lines = beginning(table, shown.brought).lines): void {
    [play, opening] = [shown, lines];
    entered = true;
    part("moved").hidden = true;
    transcript.replaceChildren();
    say(...heard(scene, lines));
    play.turns.forEach(showTurn);
    stand();
  }

  function begin(): void {
    const brought = broughtNow(data, host);
    spent = 0;
    practise(host.readOnly || host.final());
    show({ brought, numbers: [], turns: [], state: beginning(table, brought).state });
  }

  /** Plays the same play again from before the turn of that index, as practice. */
  function practiseFrom(turn: number): void {
    const { brought, numbers, turns } = play;
    practise(true);
    show({ brought, numbers: numbers.slice(0, turn), turns: turns.slice(0, turn), state: turns[turn]!.before }, opening);
    attend();
    host.announce(part("practice").querySelector("p")!.textContent!);
  }

  /** Goes back to where the learner was: by the same choices, or where those are no longer there, to the same node. */
  function resume(): void {
    const found = placed(table, kept());
    if (!found) return begin();
    practise((host.readOnly || host.final()) && !kept().finished);
    show(found, found.moved ? linesOf(table, found.state.node) : undefined);
    part("moved").hidden = !found.moved;
  }

  form.onsubmit = (event) => {
    event.preventDefault();
    const chosen = Number(new FormData(form).get(field));
    const choice = open(table, play.state, timed).find(({ n }) => n === chosen);
    if (choice) return take(choice);
    part("missing").hidden = false;
    host.focus(part("missing"));
  };
  part("again").onclick = () => {
    begin();
    put({ finished: 0 });
    attend();
  };
  part("back").onclick = () => {
    resume();
    attend();
  };

  /** Another scenario of the course may have asked whether to play against the clock, or have come to an ending. */
  function refresh(): void {
    if (!entered) {
      const asks = data.timed && !pace() && !kept().node;
      if (data.timed) part("pace").hidden = !asks;
      if (!asks) resume();
    } else if (!practice && !play.numbers.length && String(broughtNow(data, host)) !== String(play.brought)) begin();
    else if (timed !== isTimed()) stand();
  }

  part("play").hidden = false;
  if (data.timed) {
    const choosePace = (timed: number): void => {
      host.put(0, { timed });
      refresh();
    };
    part("untimed").onclick = () => {
      choosePace(UNTIMED);
      host.focus(form.querySelector("legend")!);
    };
    for (const button of root.querySelectorAll<HTMLElement>("[data-timed]")) {
      button.onclick = () => {
        choosePace(Number(button.dataset.timed));
        attend();
      };
    }
  }
  refresh();
  return () => {
    refresh();
    const opened = !here && root.offsetParent;
    here = !!root.offsetParent;
    // Amid a play, the focus stays on the page's heading, and what was heard last comes into view.
    if (opened && !form.hidden && play.numbers.length) attend((turn) => turn.scrollIntoView({ block: "nearest" }));
  };
}

// Nobody is to read on while they are asked who is working.
for (const story of document.querySelectorAll<HTMLElement>("[data-story]")) story.hidden = true;
features[BEST_END] = bestEnd;
activity<SceneData>("scenario", {
  start,
  done: (_, values) => !!values?.best,
  score: (_, values) => (values?.best ? Number(values.best) - 1 : null),
});
