import { signal } from '@preact/signals';
import { chosenItems, planPlaybook, type PlaybookChoice, type PlaybookLine } from '../../domain/playbook-plan.ts';
import { playbookItems, tidyHead, type PlaybookHead, type PlaybookItems } from '../../domain/playbook.ts';
import { starterRows } from '../../domain/starter.ts';
import { STARTER_CADENCES } from '../../domain/starter-cadence.ts';
import { starterTemplates } from '../../domain/starter-template.ts';
import type { StarterPlaybook } from '../../domain/starter/playbook.ts';
import { LONGEST_PLAYBOOK, readPlaybook, writePlaybook, type PlaybookReading } from '../../files/playbook.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { keepPlaybookHead, readPlaybookItems, storePlaybook } from '../../storage/playbook.ts';
import { act } from './act.ts';
import { book, newId } from './book.ts';
import { offer } from './download.ts';

/** How far a playbook that comes in is: compared with the book, or why it cannot be. */
export type PlaybookState =
  | { step: 'none' }
  | { step: 'failed'; file: string; reason: string }
  | { step: 'compared'; file: string; reading: PlaybookReading; lines: PlaybookLine[]; choices: ReadonlyMap<string, PlaybookChoice> };

/** Kept outside the view: looking something up elsewhere does not lose the choices. */
export const incoming = signal<PlaybookState>({ step: 'none' });

/** Saves these things of the book as a playbook. */
export async function savePlaybook(typed: PlaybookHead, items: PlaybookItems): Promise<void> {
  const head = tidyHead(typed, t('playbook'));
  await keepPlaybookHead(book, head);
  const slug = head.name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60);
  offer(`${slug || 'paydirt'}.playbook.json`, new Blob([writePlaybook(head, items)], { type: 'application/json' }));
}

/** Reads a file and compares it with the book; nothing is stored. */
export async function comparePlaybook(file: File): Promise<void> {
  try {
    const reading = file.size > LONGEST_PLAYBOOK * 4 ? readPlaybook(' '.repeat(LONGEST_PLAYBOOK + 1)) : readPlaybook(await file.text());
    if (reading.ok) await compare(file.name, reading.value);
    else incoming.value = { step: 'failed', file: file.name, reason: reading.failure.message };
  } catch (error) {
    report(error);
    incoming.value = { step: 'failed', file: file.name, reason: t('playbook_unreadable') };
  }
}

/** Compares a starter with the book, as if it were a file. */
export async function compareStarter(starter: StarterPlaybook): Promise<void> {
  const { icp, personas, rule } = starterRows(starter, 0);
  const items = playbookItems({ icps: [icp], personas, rules: [rule], templates: starterTemplates(0), cadences: STARTER_CADENCES });
  await compare(starter.name, { head: { name: starter.name, description: starter.sells, author: '', version: '' }, items, rejected: [] });
}

async function compare(file: string, reading: PlaybookReading): Promise<void> {
  incoming.value = { step: 'compared', file, reading, lines: planPlaybook(reading.items, await readPlaybookItems(book)), choices: new Map() };
}

/** Says what is to become of one line. */
export function choose(line: PlaybookLine, choice: PlaybookChoice): void {
  const state = incoming.value;
  if (state.step === 'compared') incoming.value = { ...state, choices: new Map([...state.choices, [`${line.kind} ${line.id}`, choice]]) };
}

/** Stores what was chosen; one undo takes all of it back. What the book has now is compared anew: it may have changed since. */
export async function takePlaybook(): Promise<void> {
  const state = incoming.value;
  if (state.step !== 'compared') return;
  const { reading, choices } = state;
  const { name } = reading.head;
  const done = await act(t('playbook_taken', name), async (change) => {
    const lines = planPlaybook(reading.items, await readPlaybookItems(book));
    await storePlaybook(book, chosenItems(lines, choices, { newId, nameOf: (own) => t('playbook_copy', own, name) }), change);
  });
  if (done) incoming.value = { step: 'none' };
}
