// A number as people type it: the twin of number.py, which reads the same texts as the same numbers.

const BLANK = "[\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+";
const GROUPS = /^([0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}|[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}('[0-9]{3})+|[0-9]*)$/;

/**
 * The number that the text is, with the unit before or behind it or without; null where it is none.
 *
 * Blanks, apostrophes, commas and points may part groups of three digits, and a comma or a point the decimals. `1,000`
 * and `1.000` go by the language: `comma` where it writes decimals with a comma.
 */
export function readNumber(text: string, unit = "", comma = false): number | null {
  const found = /^([+-]?)([0-9.,']*[0-9])$/.exec(without(plain(unit), plain(text)));
  if (!found) return null;
  const digits = found[2]!;
  const sign = decimalSign(digits, comma);
  const at = sign ? digits.indexOf(sign) : digits.length;
  const whole = digits.slice(0, at);
  const decimals = digits.slice(at + 1);
  if (!GROUPS.test(whole) || /[^0-9]/.test(decimals)) return null;
  const value = Number(`${whole.replace(/[^0-9]/g, "") || 0}.${decimals || 0}`);
  return found[1] === "-" ? -value : value;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(new RegExp(`([0-9])${BLANK}(?=[0-9])`, "g"), "$1'")
    .replace(new RegExp(BLANK, "g"), "");

function without(unit: string, text: string): string {
  if (unit && text.endsWith(unit)) return text.slice(0, -unit.length);
  return text.startsWith(unit) ? text.slice(unit.length) : text;
}

/** The sign that parts the decimals in these digits; empty where none does. */
function decimalSign(digits: string, comma: boolean): string {
  const last = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
  if (digits.split(last).length !== 2) return "";
  return /^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(digits) && (last === ",") !== comma ? "" : last;
}
