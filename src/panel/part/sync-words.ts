import type { Failure } from '../../domain/failure.ts';
import { ourField, type SyncKind, type SyncValue } from '../../domain/sync/record.ts';
import type { Stage } from '../../domain/prospect.ts';
import { failureText } from '../../platform/failure-text.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';

/** A synced field's name as the rep reads it. */
export function syncFieldName(field: string): string {
  return t(`sync_field_${field}` as MessageName);
}

export function syncKindName(kind: SyncKind): string {
  return t(`sync_kind_${kind}` as MessageName);
}

/** A synced value as text; a dash for nothing. */
export function syncValueText(kind: SyncKind, field: string, value: SyncValue): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return t(value ? 'sync_yes' : 'sync_no');
  if (typeof value === 'number') return new Intl.NumberFormat(uiLocale()).format(value);
  if (field === 'stage' && kind === 'prospect') return t(`stage_${(value as Stage).replace('-', '_')}` as MessageName);
  const at = ourField(kind, field)?.kind === 'time' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? value : new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** How long ago, in words: `5 minutes ago`. Times are epoch ms. */
export function agoText(at: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(uiLocale(), { numeric: 'auto' });
  const span = Math.max(0, now - at);
  if (span < 60_000) return t('sync_just_now');
  if (span < 3_600_000) return relative.format(-Math.round(span / 60_000), 'minute');
  return span < 86_400_000 ? relative.format(-Math.round(span / 3_600_000), 'hour') : relative.format(-Math.round(span / 86_400_000), 'day');
}

/** A time of day, with its date when that is not today's. */
export function clockText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(uiLocale(), isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

const KNOWN = new Set<string>(['sign-in', 'permission', 'rate-limit', 'network', 'no-answer', 'wrong-address', 'locked', 'rejected', 'invalid']);

/** What went wrong with a CRM and what to do about it: its own words where it has some. */
export function crmFailureText(failure: Failure): { what: string; todo: string } {
  if (!KNOWN.has(failure.kind)) return { what: failureText({ kind: 'bug', message: failure.message }), todo: '' };
  const name = failure.kind.replaceAll('-', '_');
  return { what: failure.message || t(`crm_failure_${name}` as MessageName), todo: t(`crm_todo_${name}` as MessageName) };
}
