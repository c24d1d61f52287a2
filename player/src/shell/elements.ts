// Elements of the page: the shell's hooks, and new ones. Text goes in as text, so nothing that a learner or an LMS brings
// can become markup.

/** The element that the theme must have: the builder checked it (builder/site/hooks.py). */
export const part = <E extends HTMLElement = HTMLElement>(name: string): E => document.querySelector<E>(`[data-${name}]`)!;

/** A new element with text or elements in it. */
export function make<T extends keyof HTMLElementTagNameMap>(tag: T, ...content: (string | Node)[]): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

/** A new button. */
export function button(label: string, press: () => void): HTMLButtonElement {
  const made = make("button", label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
