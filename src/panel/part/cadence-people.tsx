import { Users } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Cadence, Enrolment } from '../../domain/cadence.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { book, useLive } from '../state/book.ts';
import { kindWord } from '../state/cadence.ts';
import { to } from '../state/route.ts';
import { Due } from './due.tsx';
import { Icon } from './icon.tsx';

const FIRST = 20;
const RANK = { active: 0, paused: 1, stopped: 2 } as const;

/** Why somebody is out of a cadence, as the rep reads it. */
export function reasonText({ reason = 'by-hand' }: Pick<Enrolment, 'reason'>): string {
  return t(`cadence_reason_${reason.replaceAll('-', '_')}` as MessageName);
}

/** Who is in a cadence and where; who was in it, and how it ended. */
export function CadencePeople({ cadence, enrolments }: { cadence: Cadence; enrolments: readonly Enrolment[] }): VNode | null {
  const [limit, setLimit] = useState(FIRST);
  const sorted = enrolments.toSorted((a, b) => RANK[a.state] - RANK[b.state] || b.startedAt - a.startedAt);
  const shown = sorted.slice(0, limit);
  const rows = useLive(async () => {
    const [people, followUps] = await Promise.all([book.prospects.bulkGet(shown.map(({ prospectId }) => prospectId)), book.followUps.bulkGet(shown.map(({ followUpId }) => followUpId ?? ''))]);
    return shown.map((_one, at) => ({ name: people[at]?.fields.name?.value, dueAt: followUps[at]?.open === 1 ? followUps[at].dueAt : 0 }));
  }, [shown.map(({ id, updatedAt }) => `${id}${updatedAt}`).join()]);
  if (enrolments.length === 0) return null;
  const replied = enrolments.filter(({ reason }) => reason === 'replied' || reason === 'meeting').length;
  return (
    <section class="card" aria-label={t('cadence_people')}>
      <header><Icon of={Users} /><h2 class="grow">{t('cadence_people')} <span class="muted number">{enrolments.length}</span></h2>{replied > 0 && <span class="chip good number">{t('cadence_replied', replied)}</span>}</header>
      <ul class="cadence-people">
        {shown.map((one, at) => {
          const step = cadence.steps.findIndex(({ id }) => id === one.stepId);
          const where = one.state === 'stopped' ? reasonText(one) : t(one.state === 'paused' ? 'cadence_paused_at' : 'cadence_at_step', step + 1, cadence.steps[step] ? kindWord(cadence.steps[step].kind) : '');
          return (
            <li key={one.id} class={one.state} data-testid="enrolled">
              <a class="one-line" dir="auto" href={to('person', one.prospectId)}>{rows?.[at]?.name ?? t('no_name')}</a>
              <span class="small muted one-line">{where}</span>
              {rows?.[at] && <Due at={rows[at].dueAt} />}
            </li>
          );
        })}
      </ul>
      {sorted.length > limit && <button type="button" class="button quiet" onClick={() => setLimit(limit + 100)}>{t('show_more', sorted.length - limit)}</button>}
    </section>
  );
}
