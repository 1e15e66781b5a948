import Papa from 'papaparse';
import type { FollowUp } from '../domain/activity.ts';
import type { Field } from '../domain/provenance.ts';
import { cellText, type Cell } from './cell.ts';
import { inChunks, isoTime, type Entry, type NameParts, type ProspectFormat, type Rows } from './format.ts';

/** One column: what its head says, and what of a row stands in it. */
export interface Column<R> {
  name: string;
  cell(row: R): Cell;
}

export interface CsvOptions<R> {
  columns: readonly Column<R>[];
  /** Starts the file with a byte order mark, without which Excel reads UTF-8 as something else. Default: no. */
  bom?: boolean;
  /** What stands between cells. Default: a comma; spreadsheets in countries with a decimal comma want a semicolon. */
  separator?: ',' | ';' | '\t';
}

/** A CSV file as RFC 4180 has it, in pieces: a head line, CRLF after each row, line breaks kept inside quotes, no cell that a spreadsheet would run. */
export function csvChunks<R>(rows: Rows<R>, options: CsvOptions<R>): AsyncGenerator<string> {
  return inChunks(csvRows(rows, options));
}

/** The same file as one string; for small books and for the clipboard. */
export function writeCsv<R>(columns: readonly Column<R>[], rows: Iterable<R>, options: Omit<CsvOptions<R>, 'columns'> = {}): string {
  const { head, line: lineOf } = csvLines({ columns, ...options });
  return [head, ...Array.from(rows, lineOf)].join('');
}

/** The lines of such a file one by one: for who has rows in hand and no time to wait for each. */
export function csvLines<R>({ columns, bom, separator = ',' }: CsvOptions<R>): { head: string; line(row: R): string } {
  return { head: (bom ? BOM : '') + headLine(columns, separator), line: (row) => rowLine(columns, row, separator) };
}

/** The columns of the generic export of prospects. Their names are part of the format: not translated, so that files can be read back anywhere. */
export function prospectColumns(nameParts: NameParts): Column<Entry>[] {
  const text = (name: string, field: 'name' | 'headline' | 'title' | 'company' | 'location'): Column<Entry> => ({ name, cell: ({ prospect }) => prospect.fields[field]?.value });
  const texts = (name: string, field: 'emails' | 'phones' | 'websites' | 'profiles'): Column<Entry> => ({ name, cell: ({ prospect }) => prospect.fields[field]?.value });
  let told: { prospect?: Entry['prospect']; parts: ReturnType<NameParts> } = { parts: {} };
  // two columns of one name, and taking a name apart costs more than the rest of the row
  const partsOf = ({ prospect }: Entry): ReturnType<NameParts> => {
    if (told.prospect !== prospect) told = { prospect, parts: nameParts(prospect.fields.name?.value ?? '') };
    return told.parts;
  };
  return [
    text('Name', 'name'),
    { name: 'First name', cell: (entry) => partsOf(entry).first },
    { name: 'Last name', cell: (entry) => partsOf(entry).last },
    text('Headline', 'headline'),
    text('Title', 'title'),
    { name: 'Company', cell: ({ prospect, account }) => prospect.fields.company?.value ?? account?.fields.name?.value },
    { name: 'Company domain', cell: ({ account }) => account?.fields.domain?.value },
    text('Location', 'location'),
    texts('Emails', 'emails'),
    texts('Phones', 'phones'),
    texts('Websites', 'websites'),
    texts('Profiles', 'profiles'),
    { name: 'Stage', cell: ({ prospect }) => prospect.stage },
    { name: 'Do not contact', cell: ({ prospect }) => (prospect.doNotContact ? isoTime(prospect.doNotContact.at) : undefined) },
    { name: 'Tags', cell: ({ prospect }) => prospect.tags },
    { name: 'Lists', cell: ({ lists }) => lists },
    { name: 'Fit', cell: ({ prospect }) => prospect.fit?.fit },
    { name: 'Coverage', cell: ({ prospect }) => prospect.fit?.coverage },
    { name: 'ICP', cell: ({ icp }) => icp },
    { name: 'Next follow-up', cell: ({ followUps }) => isoTime(nextDue(followUps)) },
    { name: 'Notes', cell: ({ notes }) => notes.toSorted((a, b) => a.createdAt - b.createdAt).map(({ text: one }) => one).join('\n\n') },
    { name: 'Lead source', cell: ({ prospect }) => prospect.leadSource },
    { name: 'Source', cell: ({ prospect }) => (prospect.fields.name ?? Object.values(prospect.fields as Record<string, Field>)[0])?.source.name },
    { name: 'Created', cell: ({ prospect }) => isoTime(prospect.createdAt) },
    { name: 'Updated', cell: ({ prospect }) => isoTime(prospect.updatedAt) },
    { name: 'ID', cell: ({ prospect }) => prospect.id },
  ];
}

const csv: ProspectFormat = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  needs: ['account', 'notes', 'followUps'],
  write: (entries, { nameParts }) => csvChunks(entries, { columns: prospectColumns(nameParts), bom: true }),
};
export default csv;

const BOM = '\ufeff';
/** What needs no quotes, whatever stands between cells: nearly every cell of a big file. */
const PLAIN = /^(?:[^\s",;\ufeff](?:[^",;\t\r\n\ufeff]*[^\s",;\ufeff])?)?$/;

async function* csvRows<R>(rows: Rows<R>, options: CsvOptions<R>): AsyncGenerator<string> {
  const { head, line: lineOf } = csvLines(options);
  yield head;
  for await (const row of rows) yield lineOf(row);
}

function headLine(columns: readonly Column<never>[], separator: string): string {
  return line(columns.map(({ name }) => cellText(name)), separator);
}

function rowLine<R>(columns: readonly Column<R>[], row: R, separator: string): string {
  return line(columns.map(({ cell }) => cellText(cell(row))), separator);
}

function line(cells: string[], delimiter: string): string {
  // a row of one empty cell would be an empty line, which readers skip
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => (PLAIN.test(cell) ? cell : Papa.unparse([[cell]], { delimiter }))).join(delimiter)}\r\n`;
}

function nextDue(followUps: readonly FollowUp[]): number | undefined {
  const open = followUps.filter(({ open: state }) => state === 1).map(({ dueAt }) => dueAt);
  return open.length ? Math.min(...open) : undefined;
}
