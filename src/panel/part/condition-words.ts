import { kindOf } from '../../domain/people/field.ts';
import type { Stage } from '../../domain/prospect.ts';
import type { Condition } from '../../domain/segment.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { stageName } from '../state/stage.ts';

/** Names that stand for ids. */
export interface Names {
  lists: ReadonlyMap<string, string>;
  icps: ReadonlyMap<string, string>;
  personas: ReadonlyMap<string, string>;
}

/** What a field of a filter is called. */
export function fieldName(field: string): string {
  return field.startsWith('custom:') ? field.slice('custom:'.length) : t(`filter_${field}` as MessageName);
}

/** A value of a field as the rep reads it. */
export function valueName(field: string, value: string, names: Names): string {
  const plain = value.replaceAll('-', '_');
  switch (field) {
    case 'stage': return stageName(value as Stage);
    case 'lists': return names.lists.get(value) ?? value;
    case 'icp': return names.icps.get(value) ?? value;
    case 'persona': return names.personas.get(value) ?? value;
    case 'country': return new Intl.DisplayNames([uiLocale()], { type: 'region', fallback: 'code' }).of(value) ?? value;
    case 'seniority': return t(`seniority_${plain}` as MessageName);
    case 'department': return t(`department_${plain}` as MessageName);
    case 'signals': return t(`signal_kind_${plain}` as MessageName);
    case 'lawful': return t(`lawful_${plain}` as MessageName);
    case 'reach': return t(`reach_${plain}` as MessageName);
    default: return value;
  }
}

/** A condition in words. */
export function conditionText(condition: Condition, names: Names): string {
  const { field, is, values, number = 0 } = condition;
  const shown = values.length > 0 ? values.map((value) => valueName(field, value, names)).join(', ') : String(Math.abs(number));
  const kind = kindOf(field) === 'time' && number < 0 ? 'ahead_' : '';
  return `${fieldName(field)} ${t(`is_${kind}${is.replaceAll('-', '_')}` as MessageName)} ${is === 'known' || is === 'unknown' ? '' : shown}`.trim();
}

