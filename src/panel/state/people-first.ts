import { signal } from '@preact/signals';
import { report } from '../../platform/report.ts';
import { type FirstPeople, readFirst } from '../../storage/people-first.ts';
import { book } from './book.ts';
import { route } from './route.ts';

/** What the list shows while everybody is being read; undefined until it is known, null when it is not. */
export const firstPeople = signal<FirstPeople | null | undefined>(undefined);

let reading: Promise<void> | undefined;

/** Reads what the list shows first, if that is what is open, and resolves when it can be seen: the rest is read after. */
export function firstShown(): Promise<void> {
  reading ??= route.value.place === 'people' ? show() : Promise.resolve();
  return reading;
}

async function show(): Promise<void> {
  firstPeople.value = await readFirst(book, Date.now()).catch((error: unknown) => {
    report(error);
    return null;
  });
  // a hidden page is never drawn; one that is, is at the rep's hand before everybody is read
  if (firstPeople.value && !document.hidden) await new Promise<void>((next) => requestAnimationFrame(() => requestIdleCallback(() => next(), { timeout: 500 })));
}
