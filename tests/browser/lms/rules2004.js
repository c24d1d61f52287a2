// SCORM 2004 4th edition's own limits (RTE 4th, sections 3.1 and 4.2): what scorm-again lets pass.

"use strict";

const rules2004 = (() => {
  const short = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,249}$/;
  const long = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,3999}$/;
  const real = /^-?\d+(\.\d{1,7})?$/;
  const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)$/;
  const timespan = /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/;
  const language = /^(\{lang=[A-Za-z-]{2,20}\})?/;
  const responses = {
    "true-false": /^(true|false)$/,
    choice: /^([A-Za-z0-9_.:-]{1,250}(\[,\][A-Za-z0-9_.:-]{1,250}){0,35})?$/,
    "fill-in": /^(\{lang=[A-Za-z-]+\})?.{0,250}(\[,\](\{lang=[A-Za-z-]+\})?.{0,250}){0,9}$/,
    "long-fill-in": /^(\{lang=[A-Za-z-]+\})?[^]{0,4000}$/,
    numeric: real,
    likert: short,
    matching: /^[\w.:-]+\[\.\][\w.:-]+(\[,\][\w.:-]+\[\.\][\w.:-]+){0,35}$/,
    sequencing: /^[\w.:-]+(\[,\][\w.:-]+){0,35}$/,
  };
  // Right responses: a number is a range there, and texts say before them whether their case and order matter.
  const number = "(-?\\d+(\\.\\d{1,7})?)?";
  const patterns = { ...responses, numeric: new RegExp(`^${number}\\[:\\]${number}$`) };
  const flags = /^(\{(case|order)_matters=(true|false)\}){0,2}/;
  // Smallest permitted maxima (4.2.9.1): an LMS may refuse more.
  const mostPatterns = { choice: 10, "true-false": 1, likert: 1, numeric: 1 };
  const between = (least, most) => (v) => (real.test(v) && Number(v) >= least && Number(v) <= most ? "" : `not a real from ${least} to ${most}`);
  const one = (...words) => (v) => (words.includes(v) ? "" : `none of ${words.join(", ")}`);
  const elements = {
    "cmi.suspend_data": (v) => (/^[A-Za-z0-9_-]{0,64000}$/.test(v) ? "" : "over 64,000 characters, or not in the safe alphabet"),
    "cmi.location": (v) => (v.length <= 1000 ? "" : "over 1,000 characters"),
    "cmi.completion_status": one("completed", "incomplete"),
    "cmi.success_status": one("passed", "failed", "unknown"),
    "cmi.progress_measure": between(0, 1),
    "cmi.score.scaled": between(-1, 1),
    "cmi.score.raw": between(0, 100),
    "cmi.score.min": between(0, 100),
    "cmi.score.max": between(0, 100),
    "cmi.session_time": (v) => (timespan.test(v) ? "" : "not a timeinterval(second,10,2)"),
    "cmi.exit": one("suspend"),
    "adl.nav.request": one("suspendAll", "exit", "_none_"),
  };
  const interaction = {
    id: (v) => (long.test(v) ? "" : "no long identifier without spaces"),
    timestamp: (v) => (timestamp.test(v) ? "" : "not a time(second,10,2) with zone"),
    type: (v) => (v in responses ? "" : "no interaction type"),
    weighting: (v) => (real.test(v) ? "" : "not a real"),
    result: (v) => (/^(correct|incorrect|unanticipated|neutral)$/.test(v) || real.test(v) ? "" : "no result"),
    latency: (v) => (timespan.test(v) ? "" : "not a timeinterval(second,10,2)"),
    description: (v) => (v.replace(language, "").length <= 250 ? "" : "over 250 characters"),
  };
  const objective = {
    id: (v) => (long.test(v) ? "" : "no long identifier without spaces"),
    description: (v) => (v.replace(language, "").length <= 250 ? "" : "over 250 characters"),
    completion_status: one("completed", "incomplete", "not attempted", "unknown"),
    success_status: one("passed", "failed", "unknown"),
    progress_measure: between(0, 1),
    "score.scaled": between(-1, 1),
    "score.raw": between(0, 100),
    "score.min": between(0, 100),
    "score.max": between(0, 100),
  };
  const check = (element, value, log) => {
    if (elements[element]) return elements[element](value);
    const [, part] = /^cmi\.objectives\.\d+\.(.+)$/.exec(element) ?? [];
    if (part) return objective[part] ? objective[part](value) : "no element of an objective";
    const match = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element);
    if (!match) return "not an element that a course of ours writes";
    const [, index, field] = match;
    const earlier = log.filter((entry) => entry.name === "SetValue" && entry.args[0].startsWith(`cmi.interactions.${index}.`));
    if (field !== "id" && !earlier.some((entry) => entry.args[0].endsWith(".id"))) return "the id of an interaction is set first";
    if (interaction[field]) return interaction[field](value);
    const type = earlier.find((entry) => entry.args[0] === `cmi.interactions.${index}.type`)?.args[1];
    const [, nth] = /^objectives\.(\d+)\.id$/.exec(field) ?? [];
    if (nth) return Number(nth) < 10 && long.test(value) ? "" : "no long identifier, or more than every LMS takes";
    const [, pattern] = /^correct_responses\.(\d+)\.pattern$/.exec(field) ?? [];
    if (field !== "learner_response" && !pattern) return "no element of an interaction";
    if (!type) return "the type of an interaction is set before responses";
    if (!pattern) return responses[type].test(value) ? "" : `no ${type} response`;
    if (Number(pattern) >= (mostPatterns[type] ?? 5)) return `more right responses of a ${type} than every LMS takes`;
    return patterns[type].test(value.replace(flags, "")) ? "" : `no right response of a ${type}`;
  };
  return {
    calls: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"],
    set: "SetValue",
    initialize: "Initialize",
    terminate: "Terminate",
    commit: "Commit",
    lastError: "GetLastError",
    order: (name, phase) => {
      if (/LastError|ErrorString|Diagnostic/.test(name)) return "";
      if (name === "Initialize") return phase === "new" ? "" : "initialised twice";
      return phase === "running" ? "" : `called while the session is ${phase}`;
    },
    // 403: an element that has no value yet. Reading one is how a course learns that (RTE 3.1.7.6).
    quiet: (name, args, error) => name === "GetValue" && error === "403",
    check,
  };
})();
