import { PROSPECT_FIELDS } from '../domain/prospect.ts';
import type { Field } from '../domain/provenance.ts';
import type { Subject } from '../domain/subject.ts';
import { isoTime } from './format.ts';
import { inline, LABEL, shown } from './markdown.ts';

const BASIS = {
  'legitimate-interest': 'legitimate interest (GDPR article 6 (1) f)', consent: 'consent (GDPR article 6 (1) a)', contract: 'a contract, or steps before one (GDPR article 6 (1) b)',
  'legal-obligation': 'a legal obligation (GDPR article 6 (1) c)', 'public-interest': 'a task in the public interest (GDPR article 6 (1) e)', 'vital-interest': 'vital interests (GDPR article 6 (1) d)',
} as const;
const SOURCE = { hand: 'typed in by us', crm: 'from our CRM', page: 'read on a page', file: 'from a file' } as const;

/** The answer to somebody who asks what is held of them, as Markdown in plain words: everything, from where and since when, by what right, who has it, how long. Nothing in it becomes markup that was not ours. */
export function subjectMarkdown(subject: Subject, now: number): string {
  const { prospect, account, notes, touches, followUps, cadences, lists, sent, seen, introduced, history, basis, review } = subject;
  const { fields, suggestions } = prospect;
  const section = (title: string, lines: readonly string[], none = ''): string[] => (lines.length || none ? ['', `## ${title}`, '', ...(lines.length ? lines : [none])] : []);
  const fact = (label: string, text: string | undefined): string[] => (text ? [`- **${label}:** ${inline(text)}`] : []);
  const value = (name: (typeof PROSPECT_FIELDS)[number], field: Field | undefined): string[] => (field ? [`- **${LABEL[name]}:** ${shown(field.value)} (${from(field)})`] : []);
  return [
    `# What we hold about ${inline(fields.name?.value ?? '') || 'you'}`, '', `As of ${day(now)}. It is kept in the browser of one sales representative on their own machine, in an extension called Paydirt, and in the systems named below.`,
    ...section('Why, and for how long', [
      `- **By what right:** ${BASIS[basis.basis]}${basis.note ? `. ${inline(basis.note)}` : ''}`,
      `- **First collected:** ${day(prospect.createdAt)}${prospect.leadSource ? `, by way of: ${inline([prospect.leadSource, prospect.sourceDetail, prospect.campaign].filter(Boolean).join(', '))}` : ''}`,
      `- **Looked at again:** ${Number.isFinite(review) ? day(review) : 'no date is set'}${prospect.lawful?.keepUntil ? ` (kept on purpose until ${day(prospect.lawful.keepUntil)})` : ''}`,
      ...prospect.consent ? [`- **Consent:** ${prospect.consent.state === 'given' ? 'given' : 'withdrawn'} on ${day(prospect.consent.at)} (${inline(prospect.consent.source) || 'source not noted'})`] : [],
      ...prospect.doNotContact ? [`- **Do not contact:** since ${day(prospect.doNotContact.at)} (${inline(prospect.doNotContact.reason)})`] : [],
    ]),
    ...section('What is known', PROSPECT_FIELDS.flatMap((name) => value(name, fields[name])), 'Nothing.'),
    ...section('What other sources say differently', PROSPECT_FIELDS.flatMap((name) => value(name, suggestions[name]))),
    ...section('Your company, as we know it', account ? Object.entries(account.fields as Record<string, Field | undefined>).flatMap(([name, field]) => (field ? [`- **${name.charAt(0).toUpperCase()}${name.slice(1)}:** ${shown(field.value)} (${from(field)})`] : [])) : []),
    ...section('What we noted and concluded', [
      ...fact('Stage', prospect.stage), ...fact('Kind', prospect.kind), ...fact('Tags', prospect.tags.join('; ')), ...fact('Lists', lists.join('; ')), ...fact('Fit with what we look for', prospect.fit ? `${prospect.fit.fit} of 100` : undefined),
      ...fact('Part in buying', prospect.committee), ...fact('Priority', prospect.priority ? `${prospect.priority.level}. ${prospect.priority.reason}` : undefined), ...fact('Set aside', prospect.aside ? `${prospect.aside.reason}. ${prospect.aside.note}` : undefined), ...fact('Introduced by', prospect.referredBy?.name),
      ...fact('Expected deal value', prospect.dealValue === undefined ? undefined : String(prospect.dealValue)), ...fact('Handed over to', prospect.handOver?.to), ...fact('Preferred channel', prospect.preferredChannel),
      ...Object.entries(prospect.bant ?? {}).flatMap(([part, answer]) => fact(part.charAt(0).toUpperCase() + part.slice(1), `${answer.state}. ${answer.evidence}`)),
      ...Object.entries(prospect.custom ?? {}).flatMap(([name, field]) => fact(inline(name), field.value)), ...(prospect.research ?? []).flatMap(({ kind, text }) => fact(`Research, ${inline(kind)}`, text)),
      ...(prospect.rejections ?? []).map(({ at, reason, note }) => `- **No, on ${day(at)}:** ${inline(`${reason}. ${note}`)}`), ...(prospect.signals ?? []).map(({ at, kind, from: before, to }) => `- **Signal, ${day(at)}:** ${inline([kind, before, to].filter(Boolean).join(', '))}`),
      ...introduced > 0 ? [`- **Introductions:** you are named as who introduced ${introduced} ${introduced === 1 ? 'person' : 'people'} to us.`] : [],
    ]),
    ...section('Notes', notes.toSorted((a, b) => a.createdAt - b.createdAt).map(({ createdAt, text }) => `- ${day(createdAt)}: ${inline(text)}`)),
    ...section('Contacts', touches.toSorted((a, b) => a.at - b.at).map(({ at, channel, direction, outcome, note }) => `- ${day(at)} ${direction === 'out' ? 'from us to you' : 'from you to us'}, ${inline([channel, outcome, note].filter(Boolean).join(', '))}`)),
    ...section('Planned', [...followUps.toSorted((a, b) => a.dueAt - b.dueAt).map(({ dueAt, open, text, words }) => `- ${day(dueAt)} ${open ? 'due' : 'done'}: ${inline(text || words) || 'follow-up'}`), ...cadences.map(({ name, state, startedAt }) => `- Sequence ${inline(name)}, ${inline(state)}, since ${day(startedAt)}`)]),
    ...section('Who else has it', [
      ...sent.map(({ label, host, kind, remoteId, at, fields: given }) => `- ${inline(label)} (${inline(host)}): ${kind} ${inline(remoteId ?? 'being made')}, last seen ${day(at)}${given.length ? `; fields: ${inline(given.join(', '))}` : ''}`),
      ...seen.map(({ label }) => `- ${inline(label)} has a record with the same address that is not linked with this one.`),
    ], 'It was sent to nobody.'),
    ...section('What was changed, and when', history.map(({ at, by, label, field }) => `- ${minute(at)} ${inline(label)} (${inline(field)}, by ${inline(by)})`)),
    '', 'You can ask us to correct this, to erase it, or not to contact you any more.', '',
  ].join('\n');
}

/** The same as JSON: the rows as they are stored. */
export function subjectJson(subject: Subject, now: number): string {
  const { review, ...rest } = subject;
  return `${JSON.stringify({ format: 'paydirt-subject', exportedAt: new Date(now).toISOString(), reviewDue: Number.isFinite(review) ? new Date(review).toISOString() : null, ...rest }, null, 2)}\n`;
}

function from({ source, at }: Field): string {
  return `${SOURCE[source.kind]}${source.kind === 'hand' ? '' : `: ${inline(source.url ?? source.name)}`}, ${day(at)}`;
}

function day(at: number): string {
  return isoTime(at).slice(0, 10);
}

function minute(at: number): string {
  return isoTime(at).slice(0, 16).replace('T', ' ');
}
