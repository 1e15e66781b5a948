import { signal } from '@preact/signals';
import { readContactList, type ContactList } from '../../domain/contact-list.ts';
import type { DoNotContactReason } from '../../domain/do-not-contact.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { csvChunks, type Column } from '../../files/csv.ts';
import { isoTime } from '../../files/format.ts';
import { t } from '../../platform/locale.ts';
import { keyOf } from '../../sites/addresses.ts';
import { applyList, planList, readBarred, takeListBack, type ListPlan } from '../../storage/contact-list.ts';
import { inPieces, run } from '../../storage/pause.ts';
import { act, undoAction } from './act.ts';
import { book } from './book.ts';
import { download } from './download.ts';
import { toast } from './toast.ts';

/** How far a do-not-contact list is. */
export type ListState =
  | { step: 'none' }
  | { step: 'failed'; reason: string }
  | { step: 'reading'; done: number }
  | { step: 'planned'; list: ContactList; plan: ListPlan }
  | { step: 'storing'; list: ContactList; plan: ListPlan; done: number };

/** Kept outside the view: leaving it does not stop what is being stored. */
export const listing = signal<ListState>({ step: 'none' });

let looking = new AbortController();

/** Says what taking this list in would do; nothing is stored yet. */
export async function planText(reading: Generator<void, ContactList>): Promise<void> {
  if (listing.value.step === 'storing') return;
  looking.abort();
  const mine = looking = new AbortController();
  listing.value = { step: 'reading', done: 0 };
  const list = await run(reading, inPieces());
  if (mine.signal.aborted) return;
  const plan = await planList(book, list.identities, mine.signal, (done) => { if (!mine.signal.aborted) listing.value = { step: 'reading', done }; });
  if (plan && !mine.signal.aborted) listing.value = { step: 'planned', list, plan };
}

/** Files larger than this are no list of addresses. */
const BIGGEST = 50_000_000;

/** Reads a file as a do-not-contact list and says what taking it in would do. `encoding`: as TextDecoder names it. */
export async function planListFile(file: File, encoding = 'utf-8'): Promise<void> {
  if (file.size > BIGGEST) listing.value = { step: 'failed', reason: t('list_too_big') };
  else await planText(readContactList(new TextDecoder(encoding).decode(await file.arrayBuffer()), keyOf));
}

/** Takes in what was planned. One undo takes all of it back. */
export async function applyPlan(why: DoNotContactReason): Promise<boolean> {
  const planned = listing.value;
  if (planned.step !== 'planned') return false;
  listing.value = { ...planned, step: 'storing', done: 0 };
  const done = await act(t('change_contact_list', planned.plan.people.length + planned.plan.strangers.length), (made) => applyList(book, planned.plan, why, made, async (stored) => {
    listing.value = { ...planned, step: 'storing', done: stored };
    await new Promise((drawn) => setTimeout(drawn));
  }), takeBack);
  listing.value = done ? { step: 'none' } : planned;
  return done;
}

function takeBack(changeId: string, label: string): Promise<void> {
  return undoAction(changeId, label, takeListBack);
}

/** The columns of the list as a file; their names are part of the format. */
const COLUMNS: Column<Prospect>[] = [
  { name: 'Name', cell: ({ fields }) => fields.name?.value }, { name: 'Email', cell: ({ fields }) => fields.emails?.value }, { name: 'Phone', cell: ({ fields }) => fields.phones?.value }, { name: 'Profile', cell: ({ fields }) => fields.profiles?.value },
  { name: 'Do not contact since', cell: ({ doNotContact }) => isoTime(doNotContact?.at) }, { name: 'Reason', cell: ({ doNotContact }) => doNotContact?.reason },
];

/** Saves everybody of the book who is not to be contacted as a CSV file. */
export async function exportBarred(): Promise<void> {
  const name = 'paydirt-do-not-contact.csv';
  if (await download({ name, mediaType: 'text/csv;charset=utf-8', chunks: csvChunks(readBarred(book), { columns: COLUMNS, bom: true }) }, 1)) toast(t('list_exported', name));
}
