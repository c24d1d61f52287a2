// The map: where this play went, where earlier ones did, where there is more, and how much is out of sight. A picture, and the
// same as a list.

import { en, make } from "coursewright";
import type { MapRoute } from "./debrief_data";
import { type Explored, seenEver, seenNow } from "./explored";
import { linesAt, recalled } from "./recalled";
import { outcomeOf, type Scene, type Told, wordsOf } from "./scene";

const SVG = "http://www.w3.org/2000/svg";

/** Where somebody has been: in this play, in an earlier one, or never. The names of classes too. */
type Seen = "now" | "ever" | "never";

/** What is drawn and listed: nothing leads on from where nobody has been, and what nothing leads to is left out. */
interface Atlas {
  scene: Scene;
  node(index: number): Seen;
  choice(n: number): Seen;
  route(route: MapRoute): Seen;
  routes: MapRoute[];
  /** By index. */
  places: number[];
}

export function map(scene: Scene, told: Told): HTMLElement[] {
  const { data, host } = scene;
  const { nodes } = data.table;
  const now = seenNow(scene, told);
  const ever = seenEver(scene, now);
  const seen = (is: (explored: Explored) => boolean): Seen => (is(now) ? "now" : is(ever) ? "ever" : "never");
  const routes = data.debrief.map.routes.filter(([from]) => ever.nodes.has(from));
  const led = new Set(routes.map(([, to]) => to));
  const atlas: Atlas = {
    scene,
    node: (index) => seen((explored) => explored.nodes.has(index)),
    choice: (n) => seen(({ choices }) => choices.has(n)),
    route: ([from, to, , taken]) =>
      seen(({ choices, diverts }) => diverts.has(`${from} ${to}`) || taken.some((n) => choices.has(n))),
    routes,
    places: [...nodes.keys()].filter((index) => ever.nodes.has(index) || led.has(index)),
  };
  const endings = nodes.flatMap(({ rating }, index) => (rating ? [index] : []));
  return [
    make("h3", host.t("The map")),
    make(
      "p",
      host.t("Moments that you have seen: {seen} of {all}. Endings: {reached} of {endings}.", {
        seen: ever.nodes.size,
        all: nodes.length,
        reached: endings.filter((index) => ever.nodes.has(index)).length,
        endings: endings.length,
      }),
      beyond(atlas),
    ),
    make(
      "div.atlas",
      make(
        "figure.map",
        picture(atlas),
        make("figcaption", legend(atlas)),
      ),
      make("ol.places", ...atlas.places.map((index) => place(atlas, index))),
    ),
  ];
}

/** How much nothing leads to yet. */
function beyond({ scene, places }: Atlas): string {
  const { nodes } = scene.data.table;
  const hidden = nodes.filter((_, index) => !places.includes(index));
  const endings = hidden.filter(({ rating }) => rating).length;
  const words = scene.host.t("Still to be found, further on: moments: {moments}, endings: {endings}.", { moments: hidden.length - endings, endings });
  return hidden.length ? ` ${words}` : "";
}

/** What the lines mean that are there. */
function legend({ scene, node, places, route, routes }: Atlas): string {
  const { t } = scene.host;
  const drawn = [...places.map(node), ...routes.map(route)];
  const words: [Seen, string][] = [
    ["now", en("Thick lines: this play.")],
    ["ever", en("Thin lines: earlier plays.")],
    ["never", en("Broken lines: not seen yet.")],
  ];
  const sentences = words.flatMap(([seen, sentence]) => (drawn.includes(seen) ? t(sentence) : []));
  return [...sentences, t("Round boxes: endings."), t("The list says the same.")].join(" ");
}

function draw(tag: string, attributes: Record<string, string | number>, ...content: (string | Node)[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...content);
  return element;
}

function picture({ scene, node, places, route, routes }: Atlas): SVGElement {
  const { size, box, boxes } = scene.data.debrief.map;
  const lowest = (of: typeof boxes): number => Math.max(...of.map(([, y]) => y));
  const cut = lowest(boxes) - lowest(places.map((index) => boxes[index]!));
  const [width, height] = box;
  const order: Seen[] = ["never", "ever", "now"];
  const lines = order.flatMap((seen) =>
    routes.filter((each) => route(each) === seen).map(([, , d]) => draw("path", { class: seen, d })),
  );
  const drawn = places.map((index) => {
    const [x, y] = boxes[index]!;
    const ending = scene.data.table.nodes[index]!.rating ? " end" : "";
    return draw(
      "g",
      { class: node(index) + ending },
      draw("rect", { x, y, width, height, rx: ending ? height / 2 : 6 }),
      draw("text", { x: x + width / 2, y: y + height / 2, "text-anchor": "middle", "dominant-baseline": "central", "font-size": 20 }, String(index + 1)),
    );
  });
  const label = scene.host.t("Map of the moments; the list after it says the same");
  return draw(
    "svg",
    { viewBox: `0 0 ${size[0]} ${size[1] - cut}`, width: size[0], height: size[1] - cut, role: "img", "aria-label": label },
    ...lines,
    ...drawn,
  );
}

function place(atlas: Atlas, index: number): HTMLElement {
  const { scene, routes } = atlas;
  const { t } = scene.host;
  const name = make("strong", t("Moment {number}", { number: index + 1 }));
  const { rating } = scene.data.table.nodes[index]!;
  if (atlas.node(index) === "never") return make("li.closed", name, ` (${t(rating ? en("an ending, not seen yet") : en("not seen yet"))})`);
  const own = routes.filter(([from]) => from === index);
  const on = [leading, untaken].flatMap((list) => own.flatMap((route) => list(atlas, route)));
  const words = nameOf(scene, index);
  return make("li", name, ...when(atlas, atlas.node(index)), words && `: ${words}`, on.length ? make("ul", ...on) : "");
}

/** What a moment is remembered by: the last words heard there, or what kind of ending it is. */
function nameOf(scene: Scene, index: number): string {
  const { n, rating } = scene.data.table.nodes[index]!;
  if (rating) return outcomeOf(scene, n).querySelector(".verdict")!.textContent!;
  return recalled(scene, linesAt(scene, index).slice(-1)[0]);
}

/** What was taken from there, an item each. */
function leading(atlas: Atlas, [from, to, path, choices, divert]: MapRoute): HTMLElement[] {
  const { scene } = atlas;
  const { t } = scene.host;
  const target = `(${t("to moment {number}", { number: to + 1 })})`;
  const item = (seen: Seen, ...words: (string | Node)[]): HTMLElement[] =>
    seen === "never" ? [] : [make("li", ...words, ` ${target}`, ...when(atlas, seen))];
  return [
    ...choices.flatMap((n) => item(atlas.choice(n), ...wordsOf(scene, n))),
    ...(divert ? item(atlas.route([from, to, path, [], divert]), t("It went on by itself.")) : []),
  ];
}

/** What was not, in one item and without words. */
function untaken(atlas: Atlas, [from, to, path, choices, divert]: MapRoute): HTMLElement[] {
  const closed = choices.filter((n) => atlas.choice(n) === "never").length;
  const count = closed + (divert && atlas.route([from, to, path, [], divert]) === "never" ? 1 : 0);
  const words = atlas.scene.host.t("Ways to moment {number} that you have not taken yet: {count}", { number: to + 1, count });
  return count ? [make("li.closed", words)] : [];
}

const when = ({ scene }: Atlas, seen: Seen): (string | Node)[] =>
  seen === "now" ? [" ", make("em.now", scene.host.t("in this play"))] : [];
