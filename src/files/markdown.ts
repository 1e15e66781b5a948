import type { Experience } from '../domain/draft.ts';
import { PROSPECT_FIELDS, type ProspectField } from '../domain/prospect.ts';
import type { Field, FieldValue } from '../domain/provenance.ts';
import { fileText, inChunks, isoTime, type Entry, type ProspectFormat, type Rows } from './format.ts';

/** A prospect as Markdown: what is known and who said so, then what happened, oldest first. Texts are shown as they are: nothing in them becomes markup or a link. */
export function markdownOf({ prospect, account, notes, touches, followUps, lists, icp }: Entry): string {
  const facts: [string, string][] = [];
  for (const name of PROSPECT_FIELDS) {
    const field: Field | undefined = prospect.fields[name];
    if (field && name !== 'name') facts.push([LABEL[name], `${shown(field.value)} (${inline(field.source.name)}, ${day(field.at)})`]);
  }
  if (account?.fields.name) facts.push(['Account', inline([account.fields.name.value, account.fields.domain?.value].filter(Boolean).join(', '))]);
  facts.push(['Stage', inline(prospect.stage)]);
  if (prospect.doNotContact) facts.push(['Do not contact', `${inline(prospect.doNotContact.reason)} (${day(prospect.doNotContact.at)})`]);
  if (prospect.tags.length) facts.push(['Tags', shown(prospect.tags)]);
  if (lists.length) facts.push(['Lists', shown(lists)]);
  if (prospect.leadSource) facts.push(['Lead source', inline(prospect.leadSource)]);
  if (prospect.fit) facts.push(['Fit', `${prospect.fit.fit} of 100, ${prospect.fit.coverage}% known${icp ? `, ${inline(icp)}` : ''}`]);

  const events: [number, string][] = [
    [prospect.createdAt, 'Added to the book'],
    ...notes.map(({ createdAt, text }): [number, string] => [createdAt, `Note: ${inline(text)}`]),
    ...touches.map(({ at, channel, direction, outcome }): [number, string] => [at, `${direction === 'out' ? 'To them' : 'From them'}, ${inline(channel)}${outcome ? `: ${inline(outcome)}` : ''}`]),
    ...followUps.map(({ dueAt, open, doneAt, text, words }): [number, string] => [doneAt ?? dueAt, `Follow-up ${open ? 'due' : 'done'}: ${inline(text || words)}`]),
  ];
  return [
    `# ${inline(prospect.fields.name?.value ?? '') || 'No name'}`, '',
    ...facts.map(([label, value]) => `- **${label}:** ${value}`), '',
    '## Timeline', '',
    ...events.toSorted(([a], [b]) => a - b).map(([at, text]) => `- ${minute(at)} ${text}`), '',
  ].join('\n');
}

const markdown: ProspectFormat = {
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  needs: ['account', 'notes', 'touches', 'followUps'],
  write: (entries) => inChunks(pages(entries)),
};
export default markdown;

/** What a field is called in a file. */
export const LABEL: Record<ProspectField, string> = {
  name: 'Name', pronouns: 'Pronouns', headline: 'Headline', title: 'Title', company: 'Company', location: 'Location', about: 'About', school: 'School', emails: 'Emails', phones: 'Phones',
  websites: 'Websites', profiles: 'Profiles', avatar: 'Picture', handle: 'Handle', followers: 'Followers', connections: 'Connections', industry: 'Industry', experience: 'Experience',
};

async function* pages(entries: Rows<Entry>): AsyncGenerator<string> {
  let first = true;
  for await (const entry of entries) {
    yield `${first ? '' : '\n---\n\n'}${markdownOf(entry)}`;
    first = false;
  }
}

/** A value within a line of Markdown. */
export function shown(value: FieldValue): string {
  if (!Array.isArray(value)) return inline(String(value));
  return value.map((one: string | Experience) => inline(typeof one === 'string' ? one : [one.title, one.company, one.dates, one.location].filter(Boolean).join(', '))).join('; ');
}

/** Text within a line of Markdown: white space is folded, all that Markdown or HTML would take for itself is escaped; also bare addresses, which many readers make into links. */
export function inline(text: string): string {
  return fileText(text).replace(/[\s\u2028\u2029]+/g, ' ').trim()
    .replace(/[\\`*_{}[\]<>#|~&!$^=]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    .replace(/\b([a-z][a-z\d+.-]*):\/\//gi, '$1\\://').replace(/\bwww\./gi, 'www\\.').replace(/@/g, '\\@');
}

function day(at: number): string {
  return isoTime(at).slice(0, 10);
}

function minute(at: number): string {
  return isoTime(at).slice(0, 16).replace('T', ' ');
}
