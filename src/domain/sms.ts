/** How a text goes out as SMS: in how many segments, how many units it has, and how many fit before the next segment begins. */
export interface SmsLength {
  segments: number;
  units: number;
  left: number;
  /** False: a letter outside the GSM alphabet makes every segment shorter. */
  isPlain: boolean;
}

// the default alphabet of 3GPP TS 23.038 and its extension, whose characters take two places
const PLAIN = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Counts SMS segments: 160 places in one, 153 each in several; 70 and 67 when a letter is not in the GSM alphabet. A character is never cut in two. */
export function smsLength(text: string): SmsLength {
  const letters = [...text];
  const isPlain = letters.every((letter) => PLAIN.has(letter) || EXTENDED.has(letter));
  const sizes = letters.map((letter) => (isPlain ? (EXTENDED.has(letter) ? 2 : 1) : letter.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const one = isPlain ? 160 : 70, each = isPlain ? 153 : 67;
  if (units <= one) return { segments: units === 0 ? 0 : 1, units, left: one - units, isPlain };
  let segments = 1, used = 0;
  for (const size of sizes) {
    if (used + size > each) { segments += 1; used = 0; }
    used += size;
  }
  return { segments, units, left: each - used, isPlain };
}
