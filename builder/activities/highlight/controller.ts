// Pieces of a running text, each with a checkbox. What is said about them comes as a list below, so that the text stays
// a text.

import { chosen, en, hook, make, optionsKind, question, verdict } from "coursewright";
import { type SeveralData, severalScore } from "coursewright/several";

const WORDS = { good: en("Correct"), poor: en("Not correct"), missed: en("Correct, but not chosen") };

question<SeveralData>("highlight", {
  ...optionsKind,
  bind(root, data, host, changed) {
    const pieces = [...root.querySelectorAll<HTMLElement>("[data-piece]")].map(
      (piece) => [Number(piece.dataset.piece), piece, piece.querySelector("input")!] as const,
    );
    const notes = hook(root, "notes");
    hook(root, "marked").addEventListener("change", changed);
    return {
      read() {
        const numbers = pieces.flatMap(([n, , input]) => (input.checked ? n : [])).sort((a, b) => a - b);
        return numbers.length ? { chosen: numbers } : null;
      },
      write(values) {
        for (const [n, , input] of pieces) input.checked = chosen(values ?? {}).includes(n);
      },
      lock(locked) {
        hook<HTMLFieldSetElement>(root, "fieldset").disabled = locked;
      },
      mark(values, full) {
        notes.replaceChildren();
        for (const [n, piece, input] of pieces) {
          const taken = chosen(values ?? {}).includes(n);
          const right = data.right.includes(n);
          const rating = taken ? (right ? "good" : "poor") : full && right && values ? "missed" : "";
          const shown = values && (taken || full) && data.feedback[n];
          piece.dataset.mark = rating;
          input.removeAttribute("aria-describedby");
          if (!rating && !shown) continue;
          const words = data.options.find((option) => option.n === n)!.text;
          const note = make("li", rating ? verdict(rating, `${host.t(WORDS[rating])}: ${words}`) : make("b", words));
          note.insertAdjacentHTML("beforeend", shown || "");
          note.id = `${input.id}-note`;
          input.setAttribute("aria-describedby", note.id);
          notes.append(note);
        }
      },
    };
  },
  score: severalScore,
});
