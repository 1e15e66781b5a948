import type { Icp } from '../../domain/icp.ts';
import { t } from '../../platform/locale.ts';
import { duplicateIcp, removeIcp } from '../../storage/icp.ts';
import { act } from './act.ts';
import { book, newId } from './book.ts';
import { go } from './route.ts';

/** The id, in the address, of an ICP that nobody has saved yet. */
export const NEW_ICP = 'new';

/** Makes a copy of an ICP and opens it. */
export async function duplicate(icp: Icp): Promise<void> {
  const id = newId();
  const name = t('icp_copy_of', icp.name).slice(0, 80);
  if (await act(t('icp_duplicated', icp.name), (change) => duplicateIcp(book, icp.id, { id, name }, change))) go('icp', id);
}

/** Takes an ICP away; the word that says so takes it back. */
export async function remove(icp: Icp): Promise<void> {
  if (await act(t('icp_deleted', icp.name), (change) => removeIcp(book, icp.id, change))) go('icp');
}
