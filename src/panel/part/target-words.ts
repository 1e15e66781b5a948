import { COMPANY_TARGETS, LEAD_TARGETS, PERSON_TARGETS, type Target } from '../../files/mapping/target.ts';
import { LONGEST_NAME } from '../../domain/custom-field.ts';
import type { Option } from '../../domain/type-ahead.ts';
import { t, type MessageName } from '../../platform/locale.ts';

/** What a column becomes, as the rep reads it. */
export function targetName(target: Target): string {
  if (target.startsWith('own:')) return t('map_own', target.slice(4));
  return target === '' ? t('map_ignore') : t(`map_${target.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}` as MessageName);
}

/** All that a column of this name can become, in the order it is offered; one of the rep's own fields by its name stands right after "left out". */
export function targetOptions(column: string): Option[] {
  const group = (targets: readonly Target[], note: MessageName): Option[] => targets.map((value) => ({ value, name: targetName(value), note: t(note) }));
  const own = ownTarget(column);
  return [{ value: '', name: targetName('') }, ...(own ? [own] : []), ...group(PERSON_TARGETS, 'map_group_person'), ...group(COMPANY_TARGETS, 'map_group_company'), ...group(LEAD_TARGETS, 'map_group_lead')];
}

/** An own field of this name; null when it has none. */
export function ownTarget(typed: string): Option | null {
  const name = typed.replace(/^own:/, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  return name ? { value: `own:${name}`, name: t('map_own', name) } : null;
}
