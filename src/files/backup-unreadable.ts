/**
 * Why a backup cannot be read: it is none, another program wrote it anew, it was made by a newer version, it ends too early, its bytes are not those that were written, it needs a passphrase, the
 * passphrase is another one.
 */
export type UnreadableBecause = 'foreign' | 'newer' | 'cut' | 'changed' | 'locked' | 'passphrase';

/** Thrown while a backup is read; what was read until then is not to be kept. */
export class BackupUnreadable extends Error {
  readonly why: UnreadableBecause;
  constructor(why: UnreadableBecause) {
    super(`This backup cannot be read: ${why}.`);
    this.name = 'BackupUnreadable';
    this.why = why;
  }
}
