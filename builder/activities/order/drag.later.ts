// An item follows the pointer that drags its handle. Its two buttons do the same, so nobody misses what cannot be fetched.

import { features, hook } from "coursewright";
import { type Drag, DRAG } from "./drag";

const drag: Drag = (root, move) => {
  const list = hook(root, "ranking");
  const fieldset = hook<HTMLFieldSetElement>(root, "fieldset");
  let dragged: HTMLElement | null = null;

  list.onpointerdown = (event) => {
    const grip = (event.target as Element).closest("[data-grip]");
    if (event.button || fieldset.disabled || !grip) return;
    event.preventDefault();
    list.setPointerCapture(event.pointerId);
    dragged = grip.closest("[data-item]");
  };
  list.onpointermove = ({ clientY }) => {
    for (const up of [true, false]) {
      const beside = up ? dragged?.previousElementSibling : dragged?.nextElementSibling;
      const box = beside?.getBoundingClientRect();
      if (box && up === clientY < box.top + box.height / 2) move(dragged!, up);
    }
  };
  list.onlostpointercapture = () => (dragged = null);
  list.dataset.drag = "";
};

features[DRAG] = drag;
