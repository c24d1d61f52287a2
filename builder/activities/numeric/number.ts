// A number as people type it: the twin of number.py, which reads the same texts as the same numbers.

/**
 * The number that the text is, with the unit before or behind it or without; null where it is none.
 *
 * Blanks, apostrophes, commas and points may part groups of three digits, and a comma or a point the decimals. `1,000`
 * and `1.000` go by the language: `comma` where it writes decimals with a comma.
 */
export function readNumber(text: string, unit = "", comma = false): number | null {
  const found = /^([+-]?)([\d.,']*\d)$/.exec(without(plain(unit), plain(text)));
  if (!found) return null;
  const [digits, sign] = [found[2]!, found[1]];
  const last = /^(.*)([.,])(\d+)$/.exec(digits);
  const [whole, decimals] = last && isDecimal(digits, last[2]!, comma) ? [last[1]!, last[3]] : [digits, 0];
  if (!/^(\d{1,3}([.,'])(\d\d\d?\2)*\d{3}|\d*)$/.test(whole)) return null;
  const value = Number(`${whole.replace(/\D/g, "") || 0}.${decimals}`);
  return sign === "-" ? -value : value;
}

/** Whether the last sign of these digits parts the decimals: it stands once, and not as groups of digits do. */
const isDecimal = (digits: string, sign: string, comma: boolean): boolean =>
  digits.split(sign).length === 2 && (!/^[1-9]\d?\d?[.,]\d{3}$/.test(digits) || (sign === ",") === comma);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(/(\d)[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+(?=\d)/g, "$1'")
    .replace(/[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/g, "");

function without(unit: string, text: string): string {
  if (unit && text.endsWith(unit)) return text.slice(0, -unit.length);
  return text.startsWith(unit) ? text.slice(unit.length) : text;
}
