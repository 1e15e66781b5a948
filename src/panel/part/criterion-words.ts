import { VOCABULARY } from '../../domain/criterion.ts';
import type { IcpChange } from '../../domain/icp-change.ts';
import type { Criterion, CriterionKind } from '../../domain/icp.ts';
import type { Bounds } from '../../domain/size-band.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';

/** What a criterion looks at, by name; an own field by the name the rep gave it. */
export function kindName({ kind, field }: Pick<Criterion, 'kind' | 'field'>): string {
  return kind === 'custom' && field?.trim() ? field.trim() : t(`criterion_${kind}` as MessageName);
}

/** A wanted word as it is shown: names of a vocabulary in the rep's language. */
export function wordName(kind: CriterionKind, word: string): string {
  if (!VOCABULARY[kind]?.includes(word)) return word;
  const plain = word.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  if (kind === 'seniority') return t(`seniority_${plain}` as MessageName);
  if (kind === 'department') return t(`department_${plain}` as MessageName);
  return kind === 'model' ? t(`model_${plain}` as MessageName) : t(`lead_source_${plain}` as MessageName);
}

/** Bounds as people say them: "51–200", "10,001+", "up to $1M"; '' when both are open. Revenue in `currency` (ISO code), or as plain numbers. */
export function boundsName({ min, max }: Bounds, kind: 'headcount' | 'revenue', currency?: string): string {
  const format = numberFormat(kind, currency);
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return t('size_from', format.format(min!));
  if (min === undefined || min === 0) return t('size_up_to', format.format(max));
  // a range from more to less is a slip of the rep's that is shown as it is
  return min === max ? format.format(min) : min > max ? `${format.format(min)}–${format.format(max)}` : format.formatRange(min, max);
}

function numberFormat(kind: 'headcount' | 'revenue', currency?: string): Intl.NumberFormat {
  if (kind === 'headcount') return new Intl.NumberFormat(uiLocale());
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  try {
    return new Intl.NumberFormat(uiLocale(), currency ? { ...compact, style: 'currency', currency } : compact);
  } catch {
    // a setting may hold what is no currency
    return new Intl.NumberFormat(uiLocale(), compact);
  }
}

/** All that a criterion looks for, in one line; `most` words, then how many more. */
export function criterionWords(criterion: Criterion, currency?: string, most = Infinity): string {
  const { kind, any, within } = criterion;
  if (kind === 'headcount' || kind === 'revenue') return boundsName(criterion, kind, currency) || t('criterion_open');
  if (any.length === 0) return t('criterion_open');
  const words = any.slice(0, most).map((word) => wordName(kind, word)).join(', ');
  const more = any.length > most ? `${words} ${t('criterion_more', any.length - most)}` : words;
  return kind === 'location' && within !== undefined ? t('criterion_within', more, within) : more;
}

/** What a match does, and what it weighs. */
export function ruleWords({ rule, weight }: Criterion): string {
  return rule === 'plus' ? t('criterion_weighs', weight) : t(`rule_${rule}` as MessageName);
}

/** One difference between two versions as a sentence without verb: "Seniority: + VP, weight 5 → 8". */
export function changeWords(change: IcpChange, currency?: string): string {
  if (change.what === 'renamed') return t('icp_renamed_from', change.from, change.to);
  if (change.what !== 'changed') return `${kindName(change.criterion)}: ${criterionWords(change.criterion, currency)} (${ruleWords(change.criterion)})`;
  const { before, after, parts } = change;
  const arrow = (from: string, to: string): string => `${from || '–'} → ${to || '–'}`;
  const km = (value: number | undefined): string => (value === undefined ? '' : t('icp_km', value));
  const said: string[] = [];
  if (parts.includes('kind')) said.push(arrow(kindName(before), `${kindName(after)} ${criterionWords(after, currency)}`));
  else {
    if (parts.includes('field')) said.push(arrow(before.field ?? '', after.field ?? ''));
    if (parts.includes('words')) said.push(...change.added.map((word) => `+ ${wordName(after.kind, word)}`), ...change.removed.map((word) => `− ${wordName(after.kind, word)}`));
    if (parts.includes('bounds') && (after.kind === 'headcount' || after.kind === 'revenue')) said.push(arrow(boundsName(before, after.kind, currency), boundsName(after, after.kind, currency)));
    if (parts.includes('within')) said.push(arrow(km(before.within), km(after.within)));
  }
  if (parts.includes('rule')) said.push(arrow(t(`rule_${before.rule}` as MessageName), t(`rule_${after.rule}` as MessageName)));
  if (parts.includes('weight')) said.push(t('icp_weight_from', before.weight, after.weight));
  return `${kindName(before)}: ${said.join(', ')}`;
}
