// Elements of the page: those that are there to be held on to, and new ones. Text goes in as text, so nothing that a
// learner or an LMS brings can become markup.

/** The first element of the page with `data-<name>`, if there is any. */
export const found = <E extends HTMLElement = HTMLElement>(name: string): E | null => document.querySelector<E>(`[data-${name}]`);

/** The element that the theme must have: the builder checked it (builder/site/hooks.py). */
export const part = found as <E extends HTMLElement = HTMLElement>(name: string) => E;

/** The element with `data-<name>` inside `root`, which is there: the builder checked that too. */
export const hook = <E extends HTMLElement = HTMLElement>(root: HTMLElement, name: string): E => root.querySelector<E>(`[data-${name}]`)!;

/** The number (`data-n`) of the thing that an element stands for. */
export const numberOf = (element: HTMLElement): number => Number(element.dataset.n);

type Made<Kind extends string> = Kind extends `${infer Tag}.${string}`
  ? Made<Tag>
  : Kind extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[Kind]
    : HTMLElement;

/** A new element, `tag` or `tag.class`, with text or elements in it. */
export function make<Kind extends string>(kind: Kind, ...content: (string | Node)[]): Made<Kind> {
  const [tag, name] = kind.split(".");
  const element = document.createElement(tag!);
  if (name) element.className = name;
  element.append(...content);
  return element as Made<Kind>;
}

/** A new button, with classes as `make` takes them: `.primary`. */
export function button(label: string, press: () => void, classes = ""): HTMLButtonElement {
  const made = make(`button${classes}`, label) as HTMLButtonElement;
  made.type = "button";
  made.onclick = press;
  return made;
}

/** Calls `then` each time that the element comes into view. */
export function whenSeen(element: Element, then: () => unknown): IntersectionObserver {
  const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && then());
  seen.observe(element);
  return seen;
}
