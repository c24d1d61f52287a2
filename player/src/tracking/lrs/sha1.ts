// SHA-1 (FIPS 180-4) and the UUIDs made with it. The browser's own digest and randomUUID are missing where a course is served
// on plain http. Nothing here guards a secret: an LRS names documents by it, and RFC 4122 ids.

const utf8 = new TextEncoder();
const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
/** The standard's four constants: the roots of these, in fixed point. */
const ROOTS = [2, 3, 5, 10].map((square) => Math.floor(Math.sqrt(square) * 2 ** 30));

const digest = (bytes: Uint8Array): string => {
  const { length } = bytes;
  const block = new DataView(new ArrayBuffer(((length + 72) >> 6) << 6));
  bytes.forEach((byte, i) => block.setUint8(i, byte));
  block.setUint8(length, 128);
  block.setUint32(block.byteLength - 4, length * 8);
  const words: number[] = [];
  let hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < block.byteLength; at += 64) {
    let [a, b, c, d, e] = hash as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      words[i] = i < 16 ? block.getUint32(at + 4 * i) : turned(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
      const round = Math.floor(i / 20);
      const mixed = round ? (round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d) : (b & c) | (~b & d);
      [a, b, c, d, e] = [(turned(a, 5) + mixed + e + ROOTS[round]! + words[i]!) | 0, a, turned(b, 30), c, d];
    }
    hash = [a, b, c, d, e].map((word, i) => (word + hash[i]!) >>> 0);
  }
  return hex(hash, 8);
};

const hex = (numbers: Iterable<number>, digits: number): string =>
  Array.from(numbers, (number) => number.toString(16).padStart(digits, "0")).join("");

/** The first 32 hexadecimal digits as a UUID of that version. */
const uuid = (digits: string, version: number): string =>
  digits
    .slice(0, 32)
    .replace(/^(.{12}).(.{3})(.)/, (_, a, b, variant) => a + version + b + ((parseInt(variant, 16) & 3) | 8).toString(16))
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** The digest of the text in UTF-8, as lower-case hexadecimal digits. */
export const sha1 = (text: string): string => digest(utf8.encode(text));

/** A random UUID (version 4). */
export const randomUuid = (): string => uuid(hex(crypto.getRandomValues(new Uint8Array(16)), 2), 4);

/** The UUID of a name (version 5, in the namespace of URLs): the same on every device. */
export const namedUuid = (name: string): string => uuid(digest(new Uint8Array([...URLS, ...utf8.encode(name)])), 5);

/** 6ba7b811-9dad-11d1-80b4-00c04fd430c8 */
const URLS = [107, 167, 184, 17, 157, 173, 17, 209, 128, 180, 0, 192, 79, 212, 48, 200];
