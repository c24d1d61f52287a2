// The SCORM 1.2 run-time environment's own limits (RTE 1.2, sections 3.3 and 3.4): what scorm-again lets pass.

"use strict";

const rules12 = (() => {
  const identifier = /^[A-Za-z0-9_-]{1,255}$/;
  const decimal = /^-?\d{1,3}(\.\d{1,7})?$/;
  const timespan = /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/;
  const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
  const responses = {
    "true-false": /^[01tf]$/,
    choice: /^([0-9a-z]|\{[0-9a-z](,[0-9a-z])+\})?$/,
    "fill-in": /^[\x20-\x7e]{0,255}$/,
    numeric: decimal,
    likert: /^[0-9a-z]?$/,
    matching: /^([0-9a-z]\.[0-9a-z]|\{[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])+\})$/,
    performance: /^[\x20-\x7e]{0,255}$/,
    sequencing: /^[0-9a-z](,[0-9a-z])*$/,
  };
  const normalised = (value) => (decimal.test(value) && Number(value) >= 0 && Number(value) <= 100 ? "" : "not a CMIDecimal from 0 to 100");
  const elements = {
    "cmi.suspend_data": (v) => (/^[A-Za-z0-9_-]{0,4096}$/.test(v) ? "" : "over 4,096 characters, or not in the safe alphabet"),
    "cmi.core.lesson_location": (v) => (/^[\x20-\x7e]{0,255}$/.test(v) ? "" : "over 255 characters"),
    "cmi.core.lesson_status": (v) => (["passed", "completed", "failed", "incomplete", "browsed"].includes(v) ? "" : "no status of a SCO"),
    "cmi.core.score.raw": normalised,
    "cmi.core.score.min": normalised,
    "cmi.core.score.max": normalised,
    "cmi.core.session_time": (v) => (timespan.test(v) ? "" : "not a CMITimespan"),
    "cmi.core.exit": (v) => (v === "suspend" ? "" : "the exit of a course that resumes is suspend"),
  };
  const interaction = {
    id: (v) => (identifier.test(v) ? "" : "not a CMIIdentifier"),
    time: (v) => (time.test(v) ? "" : "not a CMITime"),
    type: (v) => (v in responses ? "" : "no interaction type"),
    weighting: (v) => (decimal.test(v) ? "" : "not a CMIDecimal"),
    result: (v) => (/^(correct|wrong|unanticipated|neutral)$/.test(v) || decimal.test(v) ? "" : "no result"),
    latency: (v) => (timespan.test(v) ? "" : "not a CMITimespan"),
  };
  const objective = {
    id: (v) => (identifier.test(v) ? "" : "not a CMIIdentifier"),
    status: (v) => (["passed", "completed", "failed", "incomplete", "browsed", "not attempted"].includes(v) ? "" : "no status"),
    "score.raw": normalised,
    "score.min": normalised,
    "score.max": normalised,
  };
  const check = (element, value, log) => {
    if (elements[element]) return elements[element](value);
    const [, part] = /^cmi\.objectives\.\d+\.(.+)$/.exec(element) ?? [];
    if (part) return objective[part] ? objective[part](value) : "no element of an objective";
    const match = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element);
    if (!match) return "not an element that a course of ours writes";
    const [, index, field] = match;
    const earlier = log.filter((entry) => entry.name === "LMSSetValue" && entry.args[0].startsWith(`cmi.interactions.${index}.`));
    if (field !== "id" && !earlier.some((entry) => entry.args[0].endsWith(".id"))) return "the id of an interaction is set first";
    if (interaction[field]) return interaction[field](value);
    const type = earlier.find((entry) => entry.args[0] === `cmi.interactions.${index}.type`)?.args[1];
    if (/^objectives\.\d+\.id$/.test(field)) return identifier.test(value) ? "" : "not a CMIIdentifier";
    if (/^(student_response|correct_responses\.\d+\.pattern)$/.test(field)) {
      if (!type) return "the type of an interaction is set before responses";
      return value.length <= 255 && responses[type].test(value) ? "" : `no ${type} response`;
    }
    return "no element of an interaction";
  };
  return {
    calls: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"],
    set: "LMSSetValue",
    initialize: "LMSInitialize",
    terminate: "LMSFinish",
    commit: "LMSCommit",
    lastError: "LMSGetLastError",
    order: (name, phase) => {
      if (/LastError|ErrorString|Diagnostic/.test(name)) return "";
      if (name === "LMSInitialize") return phase === "new" ? "" : "initialised twice";
      return phase === "running" ? "" : `called while the session is ${phase}`;
    },
    quiet: () => false,
    check,
  };
})();
