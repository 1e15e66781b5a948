import { signal } from '@preact/signals';
import type { ImportCount } from '../../domain/import-row.ts';
import type { ImportEnd, ImportOrder, ImportProgress } from '../../domain/import-talk.ts';
import { noOptions, signatureOf, type ImportMapping, type ImportOptions } from '../../files/mapping/mapping.ts';
import { isTarget, targetsOfCompanies, targetsOfPeople, TIME_TARGETS, type Target } from '../../files/mapping/target.ts';
import { presetOf } from '../../files/preset/catalog.ts';
import { NO_TABLE, type OpenedTable, type TableWish } from '../../files/table-reader.ts';
import type { DateOrder } from '../../files/value/date.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { recallMapping, rememberMapping, unfinishedImport } from '../../storage/import-memory.ts';
import { book, newId, nudge } from './book.ts';
import { planListFile } from './contact-list.ts';
import { askImporter, stopImporter } from './importer.ts';
import { go } from './route.ts';

/** A file whose columns are being mapped. `asked`: by column, dates that only the rep can read. */
interface Mapping {
  file: File;
  wish: TableWish;
  opened: OpenedTable;
  mapping: ImportMapping;
  asked: boolean[];
  isRemembered: boolean;
}

/** How far the import of a table is. */
export type TableImport =
  | { step: 'none' }
  | { step: 'opening'; name: string }
  | { step: 'failed'; name: string; reason: string }
  | ({ step: 'mapping' } & Mapping)
  | ({ step: 'counting'; progress?: ImportProgress } & Mapping)
  | ({ step: 'counted'; count: ImportCount } & Mapping)
  | ({ step: 'storing'; count: ImportCount; order: ImportOrder; progress?: ImportProgress } & Mapping)
  | ({ step: 'ended'; count: ImportCount; order: ImportOrder; end: ImportEnd } & Mapping);

/** Kept outside the view: leaving the place does not stop an import. */
export const tableImport = signal<TableImport>({ step: 'none' });

/** Looks at a file and proposes what its columns become; nothing is stored. */
export async function openFile(file: File, wish: TableWish = {}): Promise<void> {
  const before = tableImport.value;
  tableImport.value = { step: 'opening', name: file.name };
  const answer = await askImporter({ ask: 'open', file, wish });
  if (answer.said !== 'opened') return failed(file.name, answer);
  const { opened } = answer;
  const preset = presetOf(opened.preset);
  const names = opened.columns.map(({ name }) => name);
  const mapping: ImportMapping = {
    format: opened.format, preset: preset.name, holds: preset.holds ?? 'people', names, targets: opened.columns.map(({ target }) => target),
    orders: opened.columns.map(({ order }) => (order === 'dmy' || order === 'mdy' ? order : usualOrder())),
    // what was said of all rows stays when only the reading changes
    options: 'mapping' in before && before.file === file ? before.mapping.options : { ...noOptions(), kind: preset.kind ?? '', leadSource: preset.leadSource ?? '' },
  };
  // a preset that the rep picks is meant: what was made of this header before is not
  const known = wish.preset === undefined ? recalled(await recallMapping(book, signatureOf(names)).catch(() => undefined), mapping, opened) : undefined;
  tableImport.value = { step: 'mapping', file, wish, opened, mapping: known ?? mapping, asked: opened.columns.map(({ order }) => order === 'unclear' && !known), isRemembered: known !== undefined };
}

/** The file is a list of who is not to be contacted: it goes where such lists are taken in. */
export function takeAsBarred(): void {
  const now = tableImport.value;
  if (!('mapping' in now)) return;
  const { file, mapping } = now;
  closeImport();
  void planListFile(file, mapping.format.encoding).catch(report);
  go('privacy', 'list');
}

/** Reads the file differently than it was recognised. */
export function reread(part: TableWish): Promise<void> {
  const now = tableImport.value;
  return 'wish' in now ? openFile(now.file, { ...now.wish, ...part }) : Promise.resolve();
}

/** Changes the mapping; what was counted is counted again. */
export function remap(part: Partial<ImportMapping>): void {
  const now = tableImport.value;
  if (now.step !== 'mapping' && now.step !== 'counted') return;
  const { file, wish, opened, asked, isRemembered } = now;
  tableImport.value = { step: 'mapping', file, wish, opened, asked, isRemembered, mapping: { ...now.mapping, ...part } };
}

/** Each row is a person, or a company without one: columns follow where they mean the same of the other. */
export function setHolds(holds: ImportMapping['holds']): void {
  const now = tableImport.value;
  if (!('mapping' in now) || now.mapping.holds === holds) return;
  const { targets } = now.mapping;
  remap({ holds, targets: holds === 'companies' ? targetsOfCompanies(targets) : targetsOfPeople(targets, now.opened.columns.map(({ target }) => target)) });
}

/** One column becomes something else. */
export function setTarget(at: number, target: Target): void {
  const now = tableImport.value;
  if ('mapping' in now) remap({ targets: now.mapping.targets.with(at, target) });
}

/** The rep says how the dates of a column are read. */
export function setOrder(at: number, order: DateOrder): void {
  const now = tableImport.value;
  if (!('mapping' in now)) return;
  remap({ orders: now.mapping.orders.with(at, order) });
  const next = tableImport.value;
  if (next.step === 'mapping') tableImport.value = { ...next, asked: next.asked.with(at, false) };
}

export function setOptions(part: Partial<ImportOptions>): void {
  const now = tableImport.value;
  if ('mapping' in now) remap({ options: { ...now.mapping.options, ...part } });
}

/** Does a column wait for the rep to say how its dates are read? */
export function asksDates({ asked, mapping }: Mapping): boolean {
  return mapping.holds === 'people' && asked.some((open, at) => open && TIME_TARGETS.has(mapping.targets[at]!));
}

/** Goes through the whole file and says what storing it would do. */
export async function countRows(): Promise<void> {
  const now = tableImport.value;
  if (now.step !== 'mapping' && now.step !== 'counted') return;
  const { file, mapping } = now;
  const base = { ...now, step: 'counting' as const };
  tableImport.value = base;
  await rememberMapping(book, signatureOf(mapping.names), kept(mapping)).catch(report);
  const answer = await askImporter({ ask: 'count', file, mapping }, (progress) => { tableImport.value = { ...base, progress }; });
  if (answer.said === 'counted') tableImport.value = answer.isWhole ? { ...base, step: 'counted', count: answer.count } : { ...base, step: 'mapping' };
  else failed(file.name, answer);
}

/** Stores what was counted. One undo takes all of it back, with what an earlier import of the same file stored before it was cut off or stopped. */
export async function storeRows(): Promise<void> {
  const now = tableImport.value;
  if (now.step !== 'counted') return;
  const { file, mapping, count } = now;
  const about = { file: file.name, bytes: file.size, preset: mapping.preset };
  const order: ImportOrder = { id: newId(), at: Date.now(), by: 'import', label: t('import_label', file.name), ...about };
  const base = { ...now, step: 'storing' as const, order };
  tableImport.value = base;
  const begun = await unfinishedImport(book, about).catch(() => undefined);
  if (begun) [order.id, order.at] = [begun.id, begun.at];
  const answer = await askImporter({ ask: 'store', file, mapping, order, rows: count.rows }, (progress) => { tableImport.value = { ...base, progress }; });
  nudge();
  if (answer.said === 'ended') tableImport.value = { ...base, step: 'ended', count: answer.count, end: answer.end };
  else failed(file.name, answer);
}

/** Ends the counting or storing; what is stored stays. */
export function stop(): void {
  stopImporter();
}

export function closeImport(): void {
  tableImport.value = { step: 'none' };
}

function failed(name: string, answer: { said: string; message?: string; kind?: string }): void {
  const code = NO_TABLE.find((one) => one === answer.message);
  const reason = code ? t(`import_no_${code}` as MessageName) : answer.kind === 'busy' || answer.kind === 'full' ? t(`import_fault_${answer.kind}` as MessageName) : t('import_fault_other', answer.message ?? '');
  tableImport.value = { step: 'failed', name, reason };
}

/** Where nothing tells, the day comes first unless the rep's own language says otherwise; it is asked all the same. */
function usualOrder(): DateOrder {
  const [first] = new Intl.DateTimeFormat(navigator.language, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return first?.type === 'month' ? 'mdy' : 'dmy';
}

/** What is worth remembering of a mapping: the campaign and the consent are of this one file. */
function kept({ preset, holds, targets, orders, options: { campaign: _campaign, consent: _consent, ...options } }: ImportMapping): object {
  return { preset, holds, targets, orders, options };
}

function recalled(kept: unknown, fresh: ImportMapping, { columns }: OpenedTable): ImportMapping | undefined {
  const { holds, targets, orders, options } = (kept ?? {}) as Partial<ImportMapping>;
  const fits = Array.isArray(targets) && Array.isArray(orders) && targets.every(isTarget) && targets.length <= fresh.targets.length && fresh.targets.length - targets.length <= 1;
  if (!fits) return undefined;
  return {
    ...fresh, holds: holds === 'companies' ? 'companies' : 'people', targets: fresh.targets.map((_, at) => targets[at] ?? ''),
    // what this file's own dates say is surer than what those of the last one did
    orders: fresh.orders.map((order, at) => (columns[at]!.order === 'unclear' && (orders[at] === 'dmy' || orders[at] === 'mdy') ? orders[at] : order)), options: { ...fresh.options, ...options },
  };
}
