import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Cadence } from '../../domain/cadence.ts';
import { cadenceFor } from '../../domain/cadence-edit.ts';
import { PRIORITIES, type Priority } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { checkEnrol, enrolGroups, type EnrolCheck } from '../../storage/enrolment.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { zoneOf } from '../state/cadence.ts';
import { usePeople } from '../state/people.ts';
import { EnrolFoot, EnrolObstacles } from './enrol-obstacles.tsx';

interface Group {
  level: Priority;
  ids: string[];
  cadence: Cadence | undefined;
}

/** Everybody with the default cadence of their own priority: how many begin what is said before anything is written, and it is one thing to undo. */
export function EnrolGroups({ ids, cadences, onDone }: { ids: readonly string[]; cadences: readonly Cadence[]; onDone: () => void }): VNode | null {
  const people = usePeople();
  const [confirmed, setConfirmed] = useState(false);
  const groups = useMemo(() => people && PRIORITIES.map((level, at): Group => ({
    level, cadence: cadenceFor(cadences, level),
    ids: ids.filter((id) => { const slot = people.table.slotOf.get(id); return slot !== undefined && people.priority[slot] === at + 1; }),
  })).filter((group) => group.ids.length > 0), [people, ids, cadences.map(({ id, priorities }) => `${id}${priorities.join()}`).join()]);
  const found = useLive(async () => (groups ? { of: groups, checks: await Promise.all(groups.map(async ({ cadence, ids: some }) => (cadence ? checkEnrol(book, cadence.id, some) : undefined))) } : null), [groups]);
  if (!groups || !found?.checks || found.of !== groups) return null;
  const all = found.checks.filter((one) => one !== undefined);
  const check: EnrolCheck = { free: all.flatMap(({ free }) => free), before: all.flatMap(({ before }) => before), inside: all.flatMap(({ inside }) => inside), elsewhere: all.flatMap(({ elsewhere }) => elsewhere), barred: all.flatMap(({ barred }) => barred) };
  const asks = check.elsewhere.length + check.before.length;
  const number = check.free.length + (confirmed ? asks : 0);
  const begin = async (): Promise<void> => {
    if (number === 0) return;
    const parts = groups.flatMap(({ cadence, ids: some }) => (cadence ? [{ cadenceId: cadence.id, ids: some }] : []));
    if (await act(t('enrol_done_groups', number), (change) => enrolGroups(book, parts, { zoneOf, confirmed }, change))) onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      <ul class="stack tight enrol-groups" data-testid="enrol-groups">
        {groups.map(({ level, ids: some, cadence }) => <li key={level} class={`row small${cadence ? '' : ' muted'}`}><span class={`level ${level.toLowerCase()}`}>{level}</span><span class="grow" dir="auto">{cadence ? t('enrol_group', some.length, cadence.name) : t('enrol_group_none', some.length)}</span></li>)}
      </ul>
      <EnrolObstacles check={check} />
      <EnrolFoot number={number} asks={asks} confirmed={confirmed} onConfirm={setConfirmed} onDone={onDone} />
    </form>
  );
}
