import type { Account } from '../domain/account.ts';
import type { FollowUp, Note, Touch } from '../domain/activity.ts';
import type { HandOver } from '../domain/hand-over.ts';
import type { Prospect } from '../domain/prospect.ts';
import { BANT_PARTS, COMMITTEE_ROLES } from '../domain/qualification.ts';
import { isoTime } from './format.ts';
import { inline } from './markdown.ts';

/** What a packet is made of: the person, who else works there, what happened, what is still to be asked, what is to happen next. */
export interface HandOverFacts {
  prospect: Prospect;
  account?: Account | undefined;
  /** Others of the account, for the committee. */
  people: readonly Prospect[];
  notes: readonly Note[];
  touches: readonly Touch[];
  followUps: readonly FollowUp[];
  priority: string;
  questions: readonly string[];
  handOver?: HandOver | undefined;
}

const MOST_EVENTS = 60;
const MOST_PEOPLE = 30;

/** The packet for who takes over, as Markdown: summary, BANT with evidence, committee, timeline (newest first), open questions, next step. Nothing in it becomes markup that was not ours. */
export function handOverPacket({ prospect, account, people, notes, touches, followUps, priority, questions, handOver }: HandOverFacts): string {
  const { fields } = prospect;
  const fact = (label: string, text: string | undefined): string[] => (text ? [`- **${label}:** ${inline(text)}`] : []);
  const next = followUps.filter(({ open }) => open === 1).toSorted((a, b) => a.dueAt - b.dueAt)[0];
  const events: [number, string][] = [
    ...touches.map(({ at, channel, direction, outcome, note }): [number, string] => [at, `${direction === 'out' ? 'To them' : 'From them'}, ${inline(channel)}${outcome ? `: ${inline(outcome)}` : ''}${note ? `. ${inline(note)}` : ''}`]),
    ...notes.map(({ createdAt, text }): [number, string] => [createdAt, `Note: ${inline(text)}`]),
    ...(prospect.qualified ?? []).map(({ at, step, reason }): [number, string] => [at, `Qualified: ${inline(step)}${reason ? ` (${inline(reason)})` : ''}`]),
  ];
  const committee = [prospect, ...people.filter(({ id }) => id !== prospect.id)].filter(({ committee: role }) => role).toSorted((a, b) => COMMITTEE_ROLES.indexOf(a.committee!) - COMMITTEE_ROLES.indexOf(b.committee!));
  const section = (title: string, lines: readonly string[], none: string): string[] => ['', `## ${title}`, '', ...(lines.length ? lines : [none])];
  return [
    `# Hand-over: ${inline(fields.name?.value ?? '') || 'No name'}`, '',
    ...(handOver ? [`Handed to ${inline(handOver.to) || 'the closer'} on ${day(handOver.at)}.${handOver.override ? ` Against the gate, because: ${inline(handOver.override)}` : ''}`, ''] : []),
    ...(prospect.doNotContact ? [`**Do not contact** (${day(prospect.doNotContact.at)}): ${inline(prospect.doNotContact.reason)}`, ''] : []),
    '## Summary', '',
    ...fact('Title', fields.title?.value ?? fields.headline?.value), ...fact('Account', [account?.fields.name?.value ?? fields.company?.value, account?.fields.domain?.value].filter(Boolean).join(', ')),
    ...fact('Location', fields.location?.value), ...fact('Emails', fields.emails?.value.join('; ')), ...fact('Phones', fields.phones?.value.join('; ')), ...fact('Profile', fields.profiles?.value[0]),
    ...fact('Stage', prospect.stage), ...fact('Priority', priority), ...fact('Fit', prospect.fit ? `${prospect.fit.fit} of 100, ${prospect.fit.coverage}% known` : undefined),
    ...fact('Expected deal value', prospect.dealValue === undefined ? undefined : String(prospect.dealValue)), ...fact('Lead source', prospect.leadSource), ...fact('Referred by', prospect.referredBy?.name),
    ...(prospect.research ?? []).flatMap(({ kind, text }) => fact(kind.charAt(0).toUpperCase() + kind.slice(1), text)),
    ...section('BANT', BANT_PARTS.map((part) => {
      const answer = prospect.bant?.[part];
      return `- **${part.charAt(0).toUpperCase()}${part.slice(1)}:** ${answer ? `${answer.state}${answer.evidence ? `. ${inline(answer.evidence)}` : ''} (${day(answer.at)})` : 'unknown'}`;
    }), ''),
    ...section('Buying committee', committee.slice(0, MOST_PEOPLE).map((one) => `- **${one.committee}:** ${inline([one.fields.name?.value, one.fields.title?.value].filter(Boolean).join(', ')) || 'No name'}${one.doNotContact ? ' (do not contact)' : ''}`), 'Nobody has a part yet.'),
    ...section('Timeline', events.toSorted(([a], [b]) => b - a).slice(0, MOST_EVENTS).map(([at, text]) => `- ${day(at)} ${text}`), 'Nothing yet.'),
    ...section('Open questions', questions.map((text) => `- ${inline(text)}`), 'None.'),
    ...section('Next step', next ? [`${day(next.dueAt)}: ${inline(next.text || next.words) || 'Follow up'}`] : [], 'None is planned.'),
    '',
  ].join('\n');
}

function day(at: number): string {
  return isoTime(at).slice(0, 10);
}
