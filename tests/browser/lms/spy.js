// Stands between a course and the LMS's run-time, writes down every call, and holds each to the standard itself where
// the run-time is laxer. What breaks a rule is a violation; the Python side fails the test for it.

"use strict";

function spyOn(target, standard, options) {
  const log = [];
  const violations = { list: [], push: (text) => violations.list.push(text) && options.violated(text) };
  const api = {};
  let phase = "new";
  let refusal = null;
  const call = (name, args) => {
    const before = phase;
    const problem = standard.order(name, before);
    if (problem) violations.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")}): ${problem}`);
    for (const arg of args) {
      if (typeof arg !== "string") violations.push(`${name}: argument ${String(arg)} is a ${typeof arg}, not a string`);
    }
    if (name === standard.set) {
      const fault = standard.check(String(args[0]), String(args[1]), log);
      if (fault) violations.push(`${name}(${args[0]}, ${JSON.stringify(args[1])}): ${fault}`);
    }
    if (name === standard.lastError) return refusal ?? target[name]();
    const refused = options.refuse(name);
    refusal = refused ? "391" : null;
    const result = refused ? "false" : target[name](...args);
    const error = refusal ?? String(target[standard.lastError]());
    if (name === standard.initialize && String(result) === "true") phase = "running";
    if (name === standard.terminate && String(result) === "true") phase = "ended";
    log.push({ name, args, result: String(result), error, at: performance.now() });
    // A commit that does not arrive is the LMS's or the network's failure; browsers forbid its request while a page goes away.
    if (!refused && error !== "0" && name !== standard.commit && !standard.quiet(name, args, error)) {
      violations.push(`${name}(${args.join(", ")}): the run-time answers error ${error}`);
    }
    return result;
  };
  for (const name of standard.calls) api[name] = (...args) => call(name, args);
  return { api, log, violations: violations.list };
}
