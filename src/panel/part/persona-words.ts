import type { PersonaMatch } from '../../domain/persona-match.ts';
import type { Persona } from '../../domain/persona.ts';
import type { Department, Seniority } from '../../domain/title.ts';
import { t, type MessageName } from '../../platform/locale.ts';

export function seniorityName(name: Seniority): string {
  return t(`seniority_${name.replaceAll('-', '_')}` as MessageName);
}

export function departmentName(name: Department): string {
  return t(`department_${name.replaceAll('-', '_')}` as MessageName);
}

/** Who a persona is, in a line: its first title words, else its ranks and departments; '' when nothing would ever suit it. */
export function whoOf({ titles, seniorities, departments }: Persona): string {
  if (titles.length > 0) return titles.slice(0, 4).map((word) => word.replace(/\*$/, '…')).join(', ');
  return [seniorities.slice(0, 3).map(seniorityName).join(', '), departments.slice(0, 3).map(departmentName).join(', ')].filter(Boolean).join(' · ');
}

/** Why a persona is suggested, and when it is worth a second look how unsure that is. */
export function reasonOf({ by, word, seniority, department, field, evidence, sure }: PersonaMatch): string {
  const role = [seniority && seniorityName(seniority), department && departmentName(department)].filter(Boolean).join(', ');
  const where = t(`field_${field}`);
  const why = by === 'title' ? t('persona_by_title', where, word.replace(/\*$/, '…')) : by === 'role' ? t('persona_by_role', evidence, role) : t('persona_by_department', evidence, role);
  return sure < UNSURE ? t('persona_unsure', why) : why;
}

const UNSURE = 0.6;
