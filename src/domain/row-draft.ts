import type { Draft, DraftFields, Reading, Row } from './draft.ts';

/** The draft of one row of a list page: less sure than a profile, so a later visit to the profile fills and corrects it. */
export function draftOfRow(row: Row, list: Draft): Draft {
  const reading = (value: string): Reading => ({ value, source: 'structure:list', sure: 0.7 });
  const fields: DraftFields = { name: reading(row.name) };
  for (const name of ['headline', 'location', 'company'] as const) {
    const value = row[name];
    if (value) fields[name] = reading(value);
  }
  const person = !row.key || !/^[a-z-]+:(company|school|showcase|sales-company)\//.test(row.key);
  return { page: person ? 'person' : 'company', site: list.site, url: row.url ?? list.url, keys: row.key ? [row.key] : [], agrees: 'unknown', fields };
}
