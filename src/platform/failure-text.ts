import type { Failure } from '../domain/failure.ts';
import { t, type MessageName } from './locale.ts';

/** What to tell the rep of a failure: its own words, or those of its kind. Failures that cross a page carry no words, to keep what runs there small. */
export function failureText({ kind, message }: Failure): string {
  return message || t(`failure_${kind.replace('-', '_')}` as MessageName);
}
