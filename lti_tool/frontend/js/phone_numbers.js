// Phone numbers in a text, Finnish and international: found by how they begin, how long they are and how they are grouped.
// lti_tool/web/phone_numbers.py says the same and says why; tests/fixtures/guard.json holds both to it.

export const SPACE = " \\u00a0\\u2007\\u2009\\u202f";
export const DASH = "\\-\\u2010-\\u2015\\u2212";
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_+])\\(?\\+?\\(?[0-9]{1,15}\\)?(?:[${SPACE}]{0,2}[${DASH}.\\/]?[${SPACE}]{0,2}\\(?[0-9]{1,15}\\)?){0,7}`, "gu");
const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;

const MOBILE = "0(?:4[0-69]|50)";
const SERVICE = "0(?:10|20|29|30|39|60|70|71|73|75|80)";
const AREA = "0(?:[235689]|1[3-9])";
const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "u");
const WHOLE = whole(`${MOBILE}[0-9]{6,8}|${SERVICE}[0-9]{6,7}|0[235689][0-9]{7,8}|01[3-9][0-9]{6,7}|00[1-9][0-9]{9,13}|358(?:4[0-69]|50)[0-9]{6,8}`);
const LEADS = [
  [whole(`${MOBILE}[0-9]`), 9, 11], [whole(MOBILE), 9, 10], [whole(`${SERVICE}[0-9]?`), 9, 10], [whole(AREA), 8, 10],
  [whole("00(?:358|37[12]|[2-6][0-9]|[17])"), 11, 17], [whole("358"), 11, 13],
];
const LEADS_ANOTHER = whole(`(?:${MOBILE}|${SERVICE})[0-9]?`);
const IS_AREA = whole(AREA);
const BEGINS_MOBILE = new RegExp(`^${MOBILE}`, "u");
const NO_NUMBER_BEFORE = new RegExp(
  `^(?:(?![0-9])[\\p{L}\\p{N}_]|[.,:][0-9]|\\/(?:19|20)[0-9]{2}(?![0-9])|[${SPACE}]?(?:€|%|(?:eur|euroa?|kpl|milj|mrd)(?![\\p{L}\\p{N}_])))`, "u");
const IN_A_NUMBER = new RegExp(`[0-9][.,:${SPACE}]$`, "u");
const ONE_SPACE = new RegExp(`[${SPACE}]$`, "u");
const DATE = whole("(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}");
const BUSINESS_ID = whole(`[0-9]{7}[${DASH}][0-9]`);

// [start, end] of each.
export function* phoneNumbers(text) {
  const addresses = new Uint8Array(text.length);
  for (const address of text.matchAll(WEB_ADDRESS)) addresses.fill(1, address.index, address.index + address[0].length);
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const groups = [...match[0].matchAll(/[0-9]+/gu)].map((found) => [match.index + found.index, match.index + found.index + found[0].length]);
    const end = endOfNumber(text, match.index, groups);
    const isBracketed = end && text[match.index] === "(" && !text.slice(match.index, end).includes(")");
    const start = isBracketed ? match.index + 1 : match.index;
    if (end && !addresses.subarray(start, end).includes(1)) yield [start, end];
    NUMBER.lastIndex = end ?? groups[0][1];
  }
}

function endOfNumber(text, start, groups) {
  const first = text.slice(...groups[0]);
  const isInternational = text.slice(start, groups[0][0]).includes("+");
  if (/[0-9]/u.test(text[groups[0][1]] ?? "")) return undefined;
  const [least, most] = lengths(first, isInternational);
  const isWhole = !isInternational && isWholeNumber(first);
  const belonging = groups.slice(0, isWhole ? 1 : joined(text, groups, first));
  for (; belonging.length; belonging.pop()) {
    const parts = belonging.map((group) => text.slice(...group));
    const count = parts.join("").length;
    const end = belonging.at(-1)[1];
    if (least <= count && count <= most && !isSomethingElse(text, start, end, parts, isInternational)) return end;
  }
  return undefined;
}

const isWholeNumber = (first) => WHOLE.test(first) && !DATE.test(first);

function lengths(first, isInternational) {
  if (isInternational) return first.startsWith("0") ? [1, 0] : [9, first.startsWith("358") ? 13 : 15];
  if (isWholeNumber(first)) return [first.length, first.length];
  const [, least, most] = LEADS.find(([lead]) => lead.test(first)) ?? [null, 1, 0];
  return [least, most];
}

function joined(text, groups, first) {
  for (let place = 1; place < groups.length; place += 1) {
    const gap = text.slice(groups[place - 1][1], groups[place][0]);
    const length = groups[place][1] - groups[place][0];
    if (IS_AREA.test(first) && place + 1 < groups.length && LEADS_ANOTHER.test(text.slice(...groups[place]))) return place;
    if ((gap.includes("/") && place > 1) || (gap.includes(".") && !(BEGINS_MOBILE.test(first) && length > 2))) return place;
  }
  return groups.length;
}

function isSomethingElse(text, start, end, parts, isInternational) {
  const [first, second = ""] = parts;
  if (NO_NUMBER_BEFORE.test(text.slice(end, end + 8)) || BUSINESS_ID.test(text.slice(start, end))) return true;
  if (parts.length > 1 && !isInternational
    && ((second.startsWith("0") && first !== "00358") || DATE.test(parts.slice(0, 3).join("")))) return true;
  if (isInternational && second.startsWith("00")) return true;
  if (first === "358" && !isInternational && !/^(?:4[0-69]|50)/u.test(second)) return true;
  if (parts.every((part) => part.length === 2)) return true;
  const before = text.slice(Math.max(0, start - 2), start);
  return IN_A_NUMBER.test(before) && (!ONE_SPACE.test(before) || parts.every((part) => part.length === 3));
}
