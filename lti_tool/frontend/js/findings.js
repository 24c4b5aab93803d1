// Finds in a text what may be a client's data: identity codes, e-mail addresses, phone numbers. The words that the
// course has listed are known to the server only. lti_tool/web/guard.py says the same; tests/fixtures/guard.json holds both to it.
import { DASH, SPACE, phoneNumbers } from "./phone_numbers.js";

const UNSEEN = "\\u00ad\\u200b\\u2060";
const CENTURIES = { "+": 1800, A: 2000, B: 2000, C: 2000, D: 2000, E: 2000, F: 2000 };
const CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
const CODE = new RegExp(
  `(?<![0-9])([0-9]{6})[${SPACE}${UNSEEN}]{0,2}([+${DASH}A-FU-Ya-fu-y])[${SPACE}${UNSEEN}]{0,2}([0-9]{3})`
  + "([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![\\p{L}\\p{N}])", "gu");
const ADDRESS = new RegExp(
  "(?<![\\p{L}\\p{N}\\u0300-\\u036f_%+])[\\p{L}\\p{N}][\\p{L}\\p{N}\\u0300-\\u036f._%+'\\-]{0,63}"
  + "(?:@| ?[(\\[]at[)\\]] ?)(?:[\\p{L}\\p{N}\\u0300-\\u036f\\-]{1,63}\\.){1,8}"
  + "(?:xn--[A-Za-z0-9\\-]{2,59}|[\\p{L}\\p{Nl}\\p{No}\\u0300-\\u036f]{2,24})", "gu");

// In the order of the text, none over another.
export function findings(text) {
  const found = [];
  const taken = new Uint8Array(text.length);
  for (const [kind, places] of [
    ["identity code", identityCodes(text)], ["e-mail address", emailAddresses(text)], ["phone number", phoneNumbers(text)],
  ]) {
    for (const [start, end] of places) {
      if (!taken.subarray(start, end).includes(1)) {
        taken.fill(1, start, end);
        found.push({ kind, start, end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function* identityCodes(text) {
  for (const match of text.matchAll(CODE)) {
    const [whole, birth, sign, number, check] = match;
    const year = (CENTURIES[sign.toUpperCase()] ?? 1900) + Number(birth.slice(4));
    if (isDay(year, Number(birth.slice(2, 4)), Number(birth.slice(0, 2))) && Number(number) >= 2
      && CHECK_CHARACTERS[Number(birth + number) % 31] === check.toUpperCase()) {
      yield [match.index, match.index + whole.length];
    }
  }
}

function isDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function* emailAddresses(text) {
  for (const match of text.matchAll(ADDRESS)) yield [match.index, match.index + match[0].length];
}
