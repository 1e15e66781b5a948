import type { VNode } from 'preact';
import type { FilterField, PeopleNow } from '../../domain/people/field.ts';
import type { Query } from '../../domain/people/search.ts';
import { t } from '../../platform/locale.ts';
import { Avatar } from '../part/avatar.tsx';
import type { Names } from '../part/condition-words.ts';
import { Due } from '../part/due.tsx';
import { FitMark } from '../part/fit.tsx';
import { Marked, MatchElsewhere } from '../part/marked.tsx';
import { Standing } from '../part/standing.tsx';
import { to } from '../state/route.ts';
import { PersonCell } from './people-columns.tsx';

/** One person in the list, a link to their page, with a box to select them; with `columns` a wide line. Heights are fixed by the list. */
export function PersonLine({ people, slot, query, columns, names, isCursor, selected, onSelect, onFocus }: {
  people: PeopleNow; slot: number; query: Query | null; columns: readonly FilterField[] | null; names: Names; isCursor: boolean; selected: boolean; onSelect: (isRange: boolean) => void; onFocus: () => void;
}): VNode {
  const { table, scores } = people;
  const wide = columns !== null;
  const id = table.ids[slot]!;
  const [name, title, company, headline, location] = [table.texts.name.get(slot) || t('people_unnamed'), table.texts.title.get(slot), table.texts.company.get(slot), table.texts.headline.get(slot), table.texts.location.get(slot)];
  const under = wide ? headline || location : [title, company].filter(Boolean).join(' · ') || headline;
  const where = [company, location].filter(Boolean).join(' · ');
  const reach = isCursor ? 0 : -1;
  return (
    <div class={`person-line${selected ? ' selected' : ''}`}>
      <label class="pick" onClick={(event) => { if (event.shiftKey) { event.preventDefault(); onSelect(true); } }}>
        <input type="checkbox" checked={selected} tabIndex={reach} aria-label={t('people_select', name)} onChange={() => onSelect(false)} onFocus={onFocus} />
      </label>
      <a class="person-link" href={to('person', id)} tabIndex={reach} data-testid="person-row" onFocus={onFocus}>
        <Avatar name={name} size={36} />
        <span class="who first">
          <span class="name one-line"><bdi><Marked text={name} query={query} /></bdi></span>
          <MatchElsewhere table={table} slot={slot} shown={wide ? [name, under, title, where] : [name, under]} query={query}><span class="one-line muted role"><bdi><Marked text={under} query={query} /></bdi></span></MatchElsewhere>
        </span>
        {wide && (
          <span class="who">
            <span class="one-line"><bdi><Marked text={title || '–'} query={query} /></bdi></span>
            <span class="one-line muted"><bdi><Marked text={where} query={query} /></bdi></span>
          </span>
        )}
        {columns ? columns.map((field) => <PersonCell key={field} field={field} people={people} slot={slot} names={names} />) : (
          <>
            <span class="facts"><Standing people={people} slot={slot} /><Due at={table.numbers.nextDue[slot]!} /></span>
            <FitMark fit={scores.icp[slot] ? scores.fit[slot]! : -1} coverage={scores.coverage[slot]!} />
          </>
        )}
      </a>
    </div>
  );
}

/** The room of somebody who is still being read. */
export function PersonToCome(): VNode {
  return <div class="person-line" aria-busy="true"><div class="person-link"><span class="skeleton face-to-come" /><span class="skeleton name-to-come" /></div></div>;
}
