import { fail, ok, type Result } from '../domain/failure.ts';
import { MOST_ITEMS, PLAYBOOK_KINDS, playbookItems, tidyHead, type PlaybookHead, type PlaybookItems } from '../domain/playbook.ts';
import { checkRow } from './book-schema.ts';
import { tidy } from './untrusted.ts';

/** The version of the format that is written here, and the newest that can be read. */
export const PLAYBOOK_VERSION = 1;

/** The most that is read, in characters. */
export const LONGEST_PLAYBOOK = 10_000_000;

/** A playbook as read, and what of its file was not taken, with the reason. */
export interface PlaybookReading {
  head: PlaybookHead;
  items: PlaybookItems;
  rejected: { kind: string; name: string; reason: string }[];
}

/** A playbook as JSON, one thing a line, so that two of them can be compared. No person and no account can be in it. */
export function writePlaybook(head: PlaybookHead, items: PlaybookItems): string {
  const about = tidyHead(head, 'Playbook');
  const lines = [
    ...Object.entries({ format: 'paydirt-playbook', formatVersion: PLAYBOOK_VERSION, ...about }).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    ...PLAYBOOK_KINDS.map((kind) => `${JSON.stringify(kind)}: [${items[kind].map((one) => `\n${JSON.stringify(one)}`).join(',')}${items[kind].length > 0 ? '\n' : ''}]`),
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Reads what `writePlaybook` wrote. Fails with what to do when this is no such file; what is wrong in it costs only itself and is reported. */
export function readPlaybook(text: string): Result<PlaybookReading> {
  if (text.length > LONGEST_PLAYBOOK) return fail('invalid', 'This file is too big to be a playbook. Pick a file that ends in .playbook.json.');
  let whole: unknown;
  try {
    whole = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return fail('invalid', 'This file is not JSON, or it was cut off. Pick the whole .playbook.json file.');
  }
  const clean = tidy(whole);
  if (!clean.ok) return fail('invalid', `This file holds more than a playbook can: ${clean.reason}`);
  const file = clean.value as Record<string, unknown> | null;
  if (typeof file !== 'object' || file === null || file['format'] !== 'paydirt-playbook') {
    const isBook = (file as { format?: unknown } | null)?.format === 'paydirt-book';
    return fail('invalid', isBook ? 'This is a whole book with its people, not a playbook: import it in Settings.' : 'This JSON file is not a playbook. Pick a file that was made with "Save the playbook".');
  }
  const { formatVersion } = file;
  if (typeof formatVersion !== 'number' || !Number.isInteger(formatVersion) || formatVersion < 1) return fail('invalid', 'This playbook does not say which version of the format it has. Save it again and pick the new file.');
  if (formatVersion > PLAYBOOK_VERSION) return fail('invalid', 'This playbook was made by a newer Paydirt. Update Paydirt, then import it again.');
  return readItems(file);
}

function readItems(file: Record<string, unknown>): Result<PlaybookReading> {
  const rejected: PlaybookReading['rejected'] = [];
  const good: { [kind: string]: unknown[] } = {};
  for (const kind of PLAYBOOK_KINDS) {
    const rows = Object.hasOwn(file, kind) ? file[kind] : [];
    good[kind] = [];
    if (!Array.isArray(rows)) rejected.push({ kind, name: '', reason: 'This should be a list.' });
    else if (rows.length > MOST_ITEMS) return fail('invalid', `This playbook holds more than ${MOST_ITEMS} ${kind}. Save it in parts.`);
    else {
      for (const row of rows as unknown[]) {
        // an item is a row of a book without its age and version
        const checked = checkRow(kind, typeof row === 'object' && row !== null ? { ...row, version: 1, createdAt: 0, updatedAt: 0 } : row);
        if ('reason' in checked) rejected.push({ kind, name: nameOf(row), reason: checked.reason });
        else good[kind].push(checked.row);
      }
    }
  }
  const text = (name: string): string => (typeof file[name] === 'string' ? file[name] : '');
  return ok({ head: tidyHead({ name: text('name'), description: text('description'), author: text('author'), version: text('version') }, 'Playbook'), items: playbookItems(good as unknown as PlaybookItems), rejected });
}

function nameOf(row: unknown): string {
  const { name } = (typeof row === 'object' && row !== null ? row : {}) as { name?: unknown };
  return typeof name === 'string' ? name.slice(0, 120) : '';
}
