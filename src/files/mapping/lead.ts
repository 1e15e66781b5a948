import type { ImportRow, ImportTouch, RefusedRow } from '../../domain/import-row.ts';
import { timeOf } from '../value/date.ts';
import { lineOf, wordsOf } from '../value/text.ts';
import { distinct, put, putList, type Cells, type Means } from './cells.ts';
import type { ImportMapping } from './mapping.ts';
import { TIME_TARGETS, type Target } from './target.ts';
import { kindOf } from './word.ts';

/** Where the lead came from, how far it is, what it has allowed. */
export function addLead(row: ImportRow, cells: Cells, { options, names, targets }: ImportMapping, { file, now, sourceOf, stageOf: stageIn }: Means): RefusedRow | null {
  const times = new Map<Target, number>();
  for (const target of TIME_TARGETS as ReadonlySet<Target>) {
    const at = cells.time(target);
    // a permission without a date that can be read is no permission
    if (at === null && (target === 'consentAt' || target === 'optOutAt')) return { line: row.line, refused: 'bad-date', detail: `${names[targets.indexOf(target)] ?? ''}: ${lineOf(cells.raw(target), 60)}` };
    if (typeof at === 'number') times.set(target, Math.min(at, now));
  }
  const source = cells.line('leadSource', 120);
  const { leadSource, detail } = source ? sourceOf(source) : { leadSource: options.leadSource, detail: '' };
  put(row, 'leadSource', leadSource);
  put(row, 'sourceDetail', cells.line('sourceDetail', 200) || detail || options.sourceDetail);
  put(row, 'campaign', cells.line('campaign', 200) || options.campaign);
  row.kind = kindOf(cells.line('kind', 80)) ?? (options.kind || 'prospect');
  const told = { kind: cells.line('kind', 80), stage: cells.line('stage', 80) };
  const stage = stageIn(told.stage) ?? stageIn(told.kind);
  if (stage) row.stage = stage;
  if (!stageIn(told.stage) && !UNBEGUN.test(told.stage)) for (const { text, column } of cells.all('stage')) cells.lose(column, text);
  if (!kindOf(told.kind) && !stageIn(told.kind)) for (const { text, column } of cells.all('kind')) cells.lose(column, text);
  putList(row, 'tags', tagsOf(cells, { options }));
  const lists = distinct([...cells.all('lists').flatMap(({ text }) => wordsOf(text)), ...options.lists]);
  if (lists.length > 0) row.lists = lists;
  const touches: ImportTouch[] = [];
  for (const [target, touch] of TOUCHES) if (times.has(target)) touches.push({ ...touch, at: times.get(target)! });
  if (touches.length > 0) row.touches = touches;
  if (times.has('createdAt')) row.createdAt = times.get('createdAt')!;
  if (options.lawful) row.lawful = { basis: options.lawful, note: options.lawfulNote, at: now };
  addConsent(row, cells, options.consent, times, file, now);
  return null;
}

/** Tags of the row and of all rows. Not to be called is less than not to be contacted: it is said where a caller looks. */
export function tagsOf(cells: Cells, { options }: Pick<ImportMapping, 'options'>): string[] {
  return distinct([...cells.all('tags').flatMap(({ text }) => wordsOf(text)), ...options.tags, ...(cells.truth('doNotCall') === true ? ['do not call'] : [])]);
}

const TOUCHES: readonly (readonly [Target, Omit<ImportTouch, 'at'>])[] = [
  ['formFilledAt', { channel: 'form', direction: 'in', outcome: 'form-filled' }], ['connectedAt', { channel: 'linkedin', direction: 'in', outcome: 'connection-accepted' }], ['lastContactedAt', { channel: 'other', direction: 'out', outcome: 'sent' }],
];

/** A state that says only that nobody has begun: it is the one that everybody new has. */
const UNBEGUN = /^(open|not contacted|not started|uncontacted|open\W+not contacted)$/i;

const OUT = /^(unsubscribed|opt(ed)?[ -]?out|withdrawn|denied)$/i;
const IN = /^(subscribed|opt(ed)?[ -]?in|granted|confirmed)$/i;

/** Does the column of those who opted out say so? A tool may write the state there, and not yes or no. */
function saysOut(cells: Cells): boolean {
  const said = cells.raw('optOut').trim();
  const truth = cells.truth('optOut', (text) => OUT.test(text.trim()));
  return OUT.test(said) || (truth === true && !IN.test(said));
}

function addConsent(row: ImportRow, cells: Cells, forAll: ImportMapping['options']['consent'], times: ReadonlyMap<Target, number>, file: string, now: number): void {
  // "Unsubscribed" is a no of theirs; an empty or a plain "no" only says that nobody asked
  const isOut = saysOut(cells) || times.has('optOutAt') || OUT.test(cells.raw('consent').trim());
  // a date says when somebody asked for it
  const since = timeOf(cells.raw('doNotContact'));
  const isBarred = isOut || cells.truth('doNotContact', (text) => timeOf(text) !== null) === true || since !== null;
  const at = times.get('optOutAt') ?? since ?? undefined;
  if (isBarred) row.doNotContact = { ...(at === undefined ? {} : { at: Math.min(at, now) }), reason: 'asked-not-to' };
  const said = cells.truth('consent', (text) => OUT.test(text.trim()));
  if (isOut || said === false) row.consent = { state: 'withdrawn', at: times.get('optOutAt') ?? times.get('consentAt') ?? now, source: file };
  else if (said === true || times.has('consentAt')) row.consent = { state: 'given', at: times.get('consentAt') ?? now, source: file };
  else if (forAll) row.consent = forAll;
}
