// Fictional people for the pictures of a book: rows of a file and rows of the book.
const DAY = 86_400_000;
export const FIRST = ['Amélie', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Folasade', 'Greta', 'Hiroshi', 'Ines', 'Jonas', 'Kavya', 'Liam'];
export const LAST = ['Beispiel', 'Modèle', 'Sample', 'Esempio', 'Příkladová', 'van der Voorbeeld', 'Ejemplo', 'Przykład'];
export const TITLES = ['VP of Sales', 'Head of Procurement', 'CTO', 'Account Executive', 'Founder', 'Director of Operations, Europe, Middle East and Africa'];

/** Contacts as HubSpot exports them: some without a name and an address, some with a bad one, some twice. */
export function contacts(count, from = 0) {
  const lines = ['Record ID,First Name,Last Name,Email,Job Title,Company Name,Lifecycle Stage,Create Date,Favourite colour'];
  for (let at = from; at < from + count; at += 1) {
    const bad = at % 40;
    const who = `${FIRST[at % FIRST.length]},${LAST[(at * 5) % LAST.length]}`;
    lines.push(bad === 10 ? `${at},,,,,,Lead,2025-07-26 10:15,red`
      : `${at},${who},${bad === 20 ? 'elif at example' : `c${bad === 30 ? at - 1 : at}@company${at % 23}.example`},"${TITLES[at % TITLES.length]}",Company ${at % 23} Example,Lead,2025-07-26 10:15,${['red', 'green', 'ochre'][at % 3]}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A row of the book, as read on a page so many days ago; what `more` holds beside site, stage and tags are fields. */
export function person(key, name, more = {}, days = 1) {
  const now = Date.now();
  const field = (value) => ({ value, source: { kind: 'page', name: 'example' }, at: now });
  const { site = 'github', stage = 'new', tags = [], ...fields } = more;
  return { id: key, kind: 'prospect', keys: [`${site}:${key}`], suggestions: {}, stage, tags, lists: [], createdAt: now - days * DAY, updatedAt: now, fields: { name: field(name), ...Object.fromEntries(Object.entries(fields).map(([one, value]) => [one, field(value)])) } };
}
