import { Plus, Trash2, X } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { COMPARISONS, FILTER_FIELDS, kindOf, type PeopleNow, readField } from '../../domain/people/field.ts';
import { slotsOf } from '../../domain/people/table.ts';
import type { Condition, SegmentFilter } from '../../domain/segment.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { fieldName, type Names, valueName } from './condition-words.ts';
import { Icon } from './icon.tsx';
import { Segmented } from './segmented.tsx';
import { WordsInput } from './words-input.tsx';

/** Values that are offered at most: the most frequent. */
const OFFERED = 200;

/** The conditions of a segment, each on a line of its own: field, comparison, values with how many people have them. */
export function Conditions({ filter, people, names, onChange }: { filter: SegmentFilter; people: PeopleNow; names: Names; onChange: (filter: SegmentFilter) => void }): VNode {
  const { match, conditions } = filter;
  const set = (at: number, next: Condition | null): void => onChange({ ...filter, conditions: next ? conditions.map((one, index) => (index === at ? next : one)) : conditions.filter((_, index) => index !== at) });
  const customs = useMemo(() => customNames(people), [people.table.version]);
  return (
    <div class="stack conditions">
      {conditions.length > 1 && <Segmented label={t('segment_match')} value={match} options={[['all', t('segment_match_all')], ['any', t('segment_match_any')]]} onChange={(next) => onChange({ ...filter, match: next })} />}
      {conditions.map((condition, at) => <Line key={at} number={at + 1} condition={condition} people={people} names={names} customs={customs} onChange={(next) => set(at, next)} />)}
      <button type="button" class="button add" data-testid="condition-add" onClick={() => onChange({ ...filter, conditions: [...conditions, fresh('fit')] })}><Icon of={Plus} />{t('condition_add')}</button>
    </div>
  );
}

function Line({ number, condition, people, names, customs, onChange }: { number: number; condition: Condition; people: PeopleNow; names: Names; customs: readonly string[]; onChange: (next: Condition | null) => void }): VNode {
  const { field, is } = condition;
  const kind = kindOf(field) ?? 'text';
  return (
    <div class="condition" role="group" aria-label={fieldName(field)} data-testid="condition" data-number={number}>
      <select class="input" aria-label={t('condition_field')} value={field} onChange={(event) => onChange(fresh(event.currentTarget.value))}>
        {Object.keys(FILTER_FIELDS).map((one) => <option key={one} value={one}>{fieldName(one)}</option>)}
        {customs.map((one) => <option key={one} value={`custom:${one}`}>{one}</option>)}
      </select>
      <select class="input" aria-label={t('condition_is')} value={is} onChange={(event) => onChange({ ...condition, is: event.currentTarget.value as Condition['is'], values: keeps(is, event.currentTarget.value) ? condition.values : [] })}>
        {COMPARISONS[kind].map((one) => <option key={one} value={one}>{t(`is_${one.replaceAll('-', '_')}` as MessageName)}</option>)}
      </select>
      <button type="button" class="button quiet icon-only" aria-label={t('condition_remove', fieldName(field))} onClick={() => onChange(null)}><Icon of={Trash2} /></button>
      <div class="condition-value">
        {is === 'contains' && <WordsInput words={condition.values} label={t('condition_words')} placeholder={t('condition_words')} onChange={(values) => onChange({ ...condition, values })} />}
        {(is === 'any-of' || is === 'none-of') && <Values condition={condition} people={people} names={names} onChange={(values) => onChange({ ...condition, values })} />}
        {(is === 'at-least' || is === 'at-most') && <NumberInput label={t('condition_number')} value={condition.number} onChange={(number) => onChange(withNumber(condition, number))} />}
        {(is === 'within-days' || is === 'before-days') && <Days condition={condition} onChange={onChange} />}
      </div>
    </div>
  );
}

function Values({ condition: { field, values }, people, names, onChange }: { condition: Condition; people: PeopleNow; names: Names; onChange: (values: string[]) => void }): VNode {
  const counts = useMemo(() => valueCounts(field, people), [field, people]);
  const open = [...counts].filter(([value]) => !values.includes(value));
  return (
    <div class="row wrap">
      {values.map((value) => <span key={value} class="chip"><span class="one-line" dir="auto">{valueName(field, value, names)}</span><button type="button" aria-label={t('take_off', valueName(field, value, names))} onClick={() => onChange(values.filter((one) => one !== value))}><Icon of={X} /></button></span>)}
      <select class="input" aria-label={t('condition_values')} value="" onChange={(event) => { if (event.currentTarget.value) onChange([...values, event.currentTarget.value]); }}>
        <option value="">{t('condition_pick')}</option>
        {open.map(([value, count]) => <option key={value} value={value}>{`${valueName(field, value, names)} (${count})`}</option>)}
      </select>
    </div>
  );
}

function NumberInput({ label, value, onChange }: { label: string; value: number | undefined; onChange: (value: number | undefined) => void }): VNode {
  return <input class="input number-input" type="number" inputMode="decimal" aria-label={label} value={value ?? ''} onInput={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber)} />;
}

/** Days behind or ahead of now; ahead is kept as a negative number. */
function Days({ condition, onChange }: { condition: Condition; onChange: (next: Condition) => void }): VNode {
  const { number } = condition;
  const ahead = (number ?? 0) < 0 || Object.is(number, -0);
  const set = (days: number | undefined, forward: boolean): void => onChange(withNumber(condition, days === undefined ? undefined : (forward ? -1 : 1) * Math.abs(days)));
  return (
    <div class="row wrap">
      <NumberInput label={t('condition_days')} value={number === undefined ? undefined : Math.abs(number)} onChange={(days) => set(days, ahead)} />
      <Segmented label={t('condition_direction')} value={ahead ? 'ahead' : 'past'} options={[['past', t('condition_past')], ['ahead', t('condition_ahead')]]} onChange={(next) => set(number ?? 0, next === 'ahead')} />
    </div>
  );
}

function withNumber({ number: _old, ...condition }: Condition, number: number | undefined): Condition {
  return number === undefined || Number.isNaN(number) ? condition : { ...condition, number };
}

function fresh(field: string): Condition {
  const kind = kindOf(field) ?? 'text';
  return { field, is: COMPARISONS[kind][0]!, values: [], ...(field === 'fit' ? { number: 70 } : {}) };
}

/** Values mean the same in the one as in the other. */
function keeps(before: string, after: string): boolean {
  const of = new Set(['any-of', 'none-of']);
  return of.has(before) && of.has(after);
}

/** How many people have each value of a field, the most frequent first. */
function valueCounts(field: string, people: PeopleNow): Map<string, number> {
  const reading = readField(field, people);
  const counts = new Map<string, number>();
  if (!reading || 'numberAt' in reading) return counts;
  const values = 'namesAt' in reading ? [] : [...reading.namesOf()];
  const namesAt = 'namesAt' in reading ? reading.namesAt : (slot: number) => values[reading.column.codes[slot]!]!;
  for (const slot of slotsOf(people.table)) for (const name of namesAt(slot)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].toSorted((a, b) => b[1] - a[1]).slice(0, OFFERED));
}

function customNames({ table: { texts: { custom } } }: PeopleNow): string[] {
  return [...new Set([...custom.values()].flatMap((text) => (text === '' ? [] : Object.keys(JSON.parse(text) as object))))].toSorted().slice(0, OFFERED);
}
