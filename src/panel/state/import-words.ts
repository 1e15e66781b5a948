import type { Refusal } from '../../domain/import-row.ts';
import { t, type MessageName } from '../../platform/locale.ts';

/** Why a row is left out, with what it is about in the file's own words. */
export function refusalWord(refused: Refusal, detail?: string): string {
  const word = t(`import_refusal_${refused.replaceAll('-', '_')}` as MessageName);
  return detail ? `${word}: ${detail}` : word;
}
