import type { VNode } from 'preact';
import type { PeopleNow } from '../../domain/people/field.ts';
import type { Stage } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { Avatar } from '../part/avatar.tsx';
import { day, Due } from '../part/due.tsx';
import { DoNotContactMark } from '../part/do-not-contact.tsx';
import { FitMark } from '../part/fit.tsx';
import { to } from '../state/route.ts';
import { stageName } from '../state/stage.ts';

const TONE: Partial<Record<Stage, string>> = { engaged: 'accent', meeting: 'accent', 'sales-ready': 'good', won: 'good', lost: 'bad', disqualified: 'bad', nurture: 'warn' };

/** One person in the list, a link to their page, with a box to select them. Heights are fixed by the list. */
export function PersonLine({ people, slot, wide, isCursor, selected, onSelect, onFocus }: {
  people: PeopleNow; slot: number; wide: boolean; isCursor: boolean; selected: boolean; onSelect: (isRange: boolean) => void; onFocus: () => void;
}): VNode {
  const { table, scores, priority } = people;
  const row = table.rowAt(slot);
  const name = row.name || t('people_unnamed');
  const role = [row.title, row.company].filter(Boolean).join(' · ') || row.headline;
  const reach = isCursor ? 0 : -1;
  return (
    <div class={`person-line${selected ? ' selected' : ''}`}>
      <label class="pick" onClick={(event) => { if (event.shiftKey) { event.preventDefault(); onSelect(true); } }}>
        <input type="checkbox" checked={selected} tabIndex={reach} aria-label={t('people_select', name)} onChange={() => onSelect(false)} onFocus={onFocus} />
      </label>
      <a class="person-link" href={to('person', row.id)} tabIndex={reach} data-testid="person-row" onFocus={onFocus}>
        <Avatar name={name} size={36} />
        <span class="who first">
          <span class="name one-line"><bdi>{name}</bdi></span>
          <span class="one-line muted role"><bdi>{wide ? row.headline || row.location : role}</bdi></span>
        </span>
        {wide && (
          <span class="who">
            <span class="one-line"><bdi>{row.title || '–'}</bdi></span>
            <span class="one-line muted"><bdi>{[row.company, row.location].filter(Boolean).join(' · ')}</bdi></span>
          </span>
        )}
        <span class="facts">
          <span class="row standing">{priority[slot]! > 0 && <span class={`rank p${priority[slot]}`}>{`P${priority[slot]}`}</span>}{row.doNotContact > 0 ? <DoNotContactMark of={{ doNotContact: { at: row.doNotContact, reason: '' } }} /> : <span class={`chip ${TONE[row.stage] ?? ''}`}>{stageName(row.stage)}</span>}</span>
          <Due at={row.nextDue} />
        </span>
        {wide && <span class="muted number added">{day(row.createdAt)}</span>}
        <FitMark fit={scores.icp[slot] ? scores.fit[slot]! : -1} coverage={scores.coverage[slot]!} />
      </a>
    </div>
  );
}
