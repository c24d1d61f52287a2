// Finds the elements that a controller holds on to: the data attributes that KIND.hooks names and the build checks.

/** The element with `data-<name>` inside `root` (or `root` itself). Throws where a theme has left it out. */
export function hook<E extends HTMLElement = HTMLElement>(root: HTMLElement, name: string): E {
  const selector = `[data-${name}]`;
  const found = root.matches(selector) ? root : root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${root.id} ${selector}`);
  return found as E;
}
