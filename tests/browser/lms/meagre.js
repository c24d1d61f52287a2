// An LMS that knows a handful of elements only, as Open edX's: what it does not know it answers with nothing, with the word
// undefined, or by throwing, and takes no value for it (trap 18).

"use strict";

function meagre(api, standard, known, unknown) {
  const [get, set] = standard.set.startsWith("LMS") ? ["LMSGetValue", "LMSSetValue"] : ["GetValue", "SetValue"];
  let error = "";
  const lacking = (answer) => {
    if (unknown === "throws") throw new Error("not implemented");
    error = "401";
    return unknown === "undefined" ? undefined : answer;
  };
  const ask = (name) => (element, ...values) => {
    error = "";
    return known.includes(element) ? api[name](element, ...values) : lacking(name === set ? "false" : "");
  };
  return { ...api, [get]: ask(get), [set]: ask(set), [standard.lastError]: () => error || api[standard.lastError]() };
}
