import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { VOCABULARY, type CriterionFault } from '../../domain/criterion.ts';
import type { Criterion } from '../../domain/icp.ts';
import { INDUSTRIES, industryNamed } from '../../domain/industry.ts';
import { coverOf, HEADCOUNT_BANDS, pressBand, REVENUE_BANDS, type Bounds } from '../../domain/size-band.ts';
import type { Option } from '../../domain/type-ahead.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { ownFieldNames } from '../../storage/icp.ts';
import { AmountInput } from '../part/amount-input.tsx';
import { Choose } from '../part/choose.tsx';
import { boundsName, kindName, wordName } from '../part/criterion-words.ts';
import { WordsInput } from '../part/words-input.tsx';
import { book, useLive } from '../state/book.ts';
import { useCurrency } from '../state/deal.ts';

interface Props {
  criterion: Criterion;
  fault: CriterionFault | null;
  onChange: (criterion: Criterion) => void;
}

const NAME_OF = new Map(INDUSTRIES.map(({ id, name }) => [id, name]));
// kept by name: the criterion can be read wherever it goes, and the score finds the industry by it
const INDUSTRY_OPTIONS: readonly Option[] = INDUSTRIES.map(({ name, parent }) => ({ value: name, name, ...(parent && NAME_OF.has(parent) ? { note: NAME_OF.get(parent)! } : {}) }));

/** What a criterion wants: each kind is asked for in its own way. */
export function CriterionWhat(props: Props): VNode {
  const { criterion, onChange } = props;
  const { kind, any } = criterion;
  const setWords = (next: string[]): void => onChange({ ...criterion, any: next });
  const label = t('icp_words', kindName(criterion));
  const placeholder = VOCABULARY[kind] || kind === 'headcount' || kind === 'revenue' ? '' : t(`icp_words_${kind}` as MessageName);
  switch (kind) {
    case 'seniority': case 'department': case 'model': case 'source': return <Vocabulary {...props} names={VOCABULARY[kind]!} />;
    case 'headcount': case 'revenue': return <Sizes {...props} kind={kind} bands={kind === 'headcount' ? HEADCOUNT_BANDS : REVENUE_BANDS} />;
    case 'industry': return <Choose chosen={any} options={INDUSTRY_OPTIONS} meant={industryMeant} label={label} placeholder={placeholder} onChange={setWords} />;
    case 'location': return <><WordsInput words={any} label={label} placeholder={placeholder} onChange={setWords} /><Within {...props} /></>;
    case 'custom': return <><OwnField {...props} /><WordsInput words={any} label={label} placeholder={placeholder} onChange={setWords} /></>;
    case 'title': case 'tech': case 'company': case 'keywords': return <WordsInput words={any} label={label} placeholder={placeholder} onChange={setWords} />;
  }
}

function industryMeant(typed: string): string | null {
  const id = industryNamed(typed);
  return id === null ? null : NAME_OF.get(id) ?? null;
}

/** Names of a fixed vocabulary, switched on and off; words of the rep's own that stand beside them can be taken off. */
function Vocabulary({ criterion, names, onChange }: Props & { names: readonly string[] }): VNode {
  const { kind, any } = criterion;
  const own = any.filter((word) => !names.includes(word));
  const toggle = (name: string): void => onChange({ ...criterion, any: any.includes(name) ? any.filter((one) => one !== name) : [...names, ...own].filter((one) => one === name || any.includes(one)) });
  return (
    <div class="row wrap vocabulary" role="group" aria-label={kindName(criterion)}>
      {[...names, ...own].map((name) => <button key={name} type="button" class="chip" aria-pressed={any.includes(name)} onClick={() => toggle(name)}>{wordName(kind, name)}</button>)}
    </div>
  );
}

/** From and to of a size: usual bands to press, exact numbers below. */
function Sizes({ criterion, fault, kind, bands, onChange }: Props & { kind: 'headcount' | 'revenue'; bands: readonly Bounds[] }): VNode {
  const currency = useCurrency();
  const money = kind === 'revenue' ? currency : undefined;
  const name = kindName(criterion);
  const set = ({ min, max }: { min?: number | undefined; max?: number | undefined }): void => {
    const { min: _min, max: _max, ...rest } = criterion;
    onChange({ ...rest, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
  };
  const wrong = fault === 'order' || fault === 'negative';
  return (
    <>
      <div class="row wrap vocabulary" role="group" aria-label={name}>
        {bands.map((band) => {
          const cover = coverOf(criterion, band);
          return <button key={band.min} type="button" class="chip number" aria-pressed={cover === 'part' ? 'mixed' : cover === 'all'} onClick={() => set(pressBand(criterion, band, bands))}>{boundsName(band, kind, money)}</button>;
        })}
      </div>
      <div class="row from-to">
        <span class="small muted">{t('size_label_from')}</span>
        <AmountInput value={criterion.min} label={t('size_label_from_of', name)} placeholder={t('size_any')} invalid={wrong} testId="size-from" onChange={(min) => set({ ...criterion, min })} />
        <span class="small muted">{t('size_label_to')}</span>
        <AmountInput value={criterion.max} label={t('size_label_to_of', name)} placeholder={t('size_any')} invalid={wrong} testId="size-to" onChange={(max) => set({ ...criterion, max })} />
        {kind === 'revenue' && <span class="small muted">{`${money ?? ''} ${t('size_a_year')}`}</span>}
      </div>
    </>
  );
}

/** How far around the places still counts. */
function Within({ criterion, fault, onChange }: Props): VNode {
  const set = (within: number | undefined): void => {
    const { within: _old, ...rest } = criterion;
    onChange(within === undefined ? rest : { ...rest, within });
  };
  return (
    <div class="row from-to">
      <span class="small muted">{t('within_label')}</span>
      <AmountInput value={criterion.within} label={t('within_label_km')} placeholder={t('within_off')} invalid={fault === 'far'} testId="within" onChange={set} />
      <span class="small muted">{t('within_km')}</span>
    </div>
  );
}

/** Which field of the rep's own; the names in use are offered. */
function OwnField({ criterion, fault, onChange }: Props): VNode {
  const id = useId();
  const names = useLive(() => ownFieldNames(book), []) ?? [];
  return (
    <label class="row from-to">
      <span class="small muted">{t('own_field_label')}</span>
      <input class="input grow" list={id} value={criterion.field ?? ''} maxLength={80} dir="auto" placeholder={t('own_field_placeholder')} aria-invalid={fault === 'no-field'} data-testid="own-field"
        onInput={(event) => {
          const { field: _old, ...rest } = criterion;
          const field = event.currentTarget.value;
          onChange(field === '' ? rest : { ...rest, field });
        }}
        onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault(); }} />
      <datalist id={id}>{names.map((name) => <option key={name} value={name} />)}</datalist>
    </label>
  );
}
