// at the end of a name, with what may stand before it
const FORM = /[\s,]+(?:gmbh(?:\s*&\s*co\.?\s*(?:kg|ohg|kgaa))?|ag|se|kg|kgaa|ug|e\.?k\.?|e\.?v\.?|inc\.?|incorporated|l\.?l\.?c\.?|l\.?l\.?p\.?|ltd\.?|limited|plc|p\.l\.c\.|corp\.?|corporation|pty\.?\s+ltd\.?|pvt\.?\s+ltd\.?|b\.?v\.?|n\.?v\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.a\.|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?l\.?u?\.?|a\/s|aps|oyj?|ab|asa?|s\.?r\.?o\.?|a\.?s\.|sp\.?\s*z\s*o\.?\s*o\.?|k\.?k\.?|co\.?,?\s*ltd\.?)$/iu;

/** A company's name as people say it: "Acme Tools GmbH & Co. KG" is Acme Tools. The name stays whole when nothing else would be left. */
export function spokenCompany(name: string): string {
  let said = name.slice(0, 300).replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 2; round += 1) said = said.replace(FORM, '').replace(/[\s,]+$/, '') || said;
  return said;
}
