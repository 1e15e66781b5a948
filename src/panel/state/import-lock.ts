import { IMPORT_LOCK } from '../../domain/import-talk.ts';

/** Is a file being brought in, or taken back, by whichever panel? */
export async function isImporting(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === IMPORT_LOCK) ?? false;
}
