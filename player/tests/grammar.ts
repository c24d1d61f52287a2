// The forms that the two SCORM standards give to responses and right responses, strictly: what an LMS may demand.

/** SCORM 1.2, 3.4.4, CMIFeedback: by the interaction's type, for responses and patterns alike. */
export const FEEDBACK: Record<string, RegExp> = {
  "true-false": /^[01tf]$/,
  choice: /^([0-9a-z]|\{[0-9a-z](,[0-9a-z])+\})$/,
  "fill-in": /^[\x20-\x7e]{0,255}$/,
  numeric: /^-?\d+(\.\d+)?$/,
  likert: /^[0-9a-z]?$/,
  matching: /^([0-9a-z]\.[0-9a-z]|\{[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])+\})$/,
  performance: /^[\x20-\x7e]{0,255}$/,
  sequencing: /^[0-9a-z](,[0-9a-z])*$/,
};

const SHORT = "[A-Za-z0-9][A-Za-z0-9_.:-]{0,249}";
const LANG = "\\{lang=[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\}";
const REAL = "-?\\d+(\\.\\d{1,7})?";
const text = (most: number) => `(?:(?!\\[[,.:]\\])[^]){0,${most}}`;
const list = (item: string, most: number, delimiter = "\\[,\\]") => `${item}(${delimiter}${item}){0,${most - 1}}`;

/** SCORM 2004 4th edition, 4.2.9.2: responses by type, within the smallest permitted maxima. */
export const RESPONSES: Record<string, RegExp> = whole({
  "true-false": "(true|false)",
  choice: `(${list(SHORT, 36)})?`,
  "fill-in": list(`(${LANG})?${text(250)}`, 10),
  "long-fill-in": `(${LANG})?${text(4000)}`,
  numeric: REAL,
  likert: SHORT,
  matching: list(`${SHORT}\\[\\.\\]${SHORT}`, 36),
  sequencing: list(SHORT, 36),
});

/** 4.2.9.1: right responses. */
export const PATTERNS: Record<string, RegExp> = whole({
  ...Object.fromEntries(Object.entries(RESPONSES).map(([type, form]) => [type, form.source.slice(1, -1)])),
  numeric: `(${REAL})?\\[:\\](${REAL})?`,
  "fill-in": `(\\{(case|order)_matters=(true|false)\\}){0,2}${list(`(${LANG})?${text(250)}`, 10)}`,
  "long-fill-in": `(\\{case_matters=(true|false)\\})?(${LANG})?${text(4000)}`,
});

/** How many right responses an LMS must take of each type. */
export const MOST_PATTERNS: Record<string, number> = {
  "true-false": 1,
  choice: 10,
  "fill-in": 5,
  "long-fill-in": 5,
  numeric: 1,
  likert: 1,
  matching: 5,
  performance: 5,
  sequencing: 5,
};

function whole(forms: Record<string, string>): Record<string, RegExp> {
  return Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new RegExp(`^${form}$`)]));
}
