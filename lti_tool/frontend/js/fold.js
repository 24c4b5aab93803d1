// Case and accents aside; å ä ö are letters of their own.
export function fold(text) {
  return text.normalize("NFC").toLowerCase().replace(/[^\x00-\x7fåäö]/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
}
