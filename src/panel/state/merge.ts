import { mergePeople, type MergeChoice } from '../../domain/person-merge.ts';
import { PROSPECT_FIELDS, type Prospect, type ProspectField } from '../../domain/prospect.ts';
import { sameValue, type Field } from '../../domain/provenance.ts';
import { t } from '../../platform/locale.ts';
import { mergeSamePeople, setNotSamePerson, type ChosenIds } from '../../storage/person-merge.ts';
import { act, undoAction } from './act.ts';
import { book } from './book.ts';

/** What two people say of one thing: both values, whether one has to give way, and which of them stays when the rep says nothing (0 the first). */
export interface ComparedField {
  name: ProspectField | 'stage';
  values: [Field | undefined, Field | undefined];
  differs: boolean;
  /** Both stay: lists are joined. */
  joins: boolean;
  stays: 0 | 1;
}

/** All that either of two people says, what differs first. */
export function compared(a: Prospect, b: Prospect): ComparedField[] {
  const { prospect } = mergePeople(a, b, { at: 0, changeId: '' });
  const rows = PROSPECT_FIELDS.flatMap((name): ComparedField[] => {
    const values: ComparedField['values'] = [a.fields[name], b.fields[name]];
    if (!values[0] && !values[1]) return [];
    const joins = ['emails', 'phones', 'websites', 'profiles'].includes(name);
    const same = sameValue(values[0]?.value, values[1]?.value);
    return [{ name, values, joins, differs: values[0] !== undefined && values[1] !== undefined && !same && !joins, stays: sameValue(prospect.fields[name]?.value, values[0]?.value) ? 0 : 1 }];
  });
  const stage = (of: Prospect): Field => ({ value: of.stage, source: { kind: 'hand', name: 'rep' }, at: of.updatedAt });
  rows.push({ name: 'stage', values: [stage(a), stage(b)], joins: false, differs: a.stage !== b.stage, stays: prospect.stage === a.stage ? 0 : 1 });
  return rows.toSorted((x, y) => Number(y.differs) - Number(x.differs));
}

/** Makes one person of two and says so with an undo. `sides`: what the rep has chosen. Answers the id of the one that stayed. */
export async function mergeTwo(a: Prospect, b: Prospect, sides: MergeChoice, onUndone: () => void): Promise<string | undefined> {
  const chosen = Object.fromEntries(Object.entries(sides).map(([name, side]) => [name, (side === 0 ? a : b).id])) as ChosenIds;
  let kept: string | undefined;
  const done = await act(t('change_same_person', nameOf(a), nameOf(b)), async (change) => { kept = await mergeSamePeople(book, a.id, b.id, chosen, change); }, thenUndone(onUndone));
  return done ? kept : undefined;
}

/** Keeps that two people are two; it is not asked again. */
export function notSame(a: Prospect, b: Prospect, onUndone: () => void): Promise<boolean> {
  return act(t('change_not_same', nameOf(a), nameOf(b)), (change) => setNotSamePerson(book, a.id, b.id, change), thenUndone(onUndone));
}

function nameOf({ fields }: Prospect): string {
  return fields.name?.value ?? t('no_name');
}

function thenUndone(onUndone: () => void): (changeId: string, label: string) => Promise<void> {
  return async (changeId, label) => {
    await undoAction(changeId, label);
    onUndone();
  };
}
