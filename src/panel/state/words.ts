import type { Signal, Stage } from '../../domain/prospect.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';

/** A stage as the rep reads it. */
export function stageWord(stage: Stage): string {
  return known(t(`stage_${key(stage)}` as MessageName), `stage_${key(stage)}`, stage);
}

/** A reason as the rep reads it; one that only a file knows stays as it is written there. */
export function reasonWord(reason: string): string {
  return known(t(`reason_${key(reason)}` as MessageName), `reason_${key(reason)}`, reason);
}

/** A lead source as the rep reads it, or as a file or CRM wrote it. */
export function leadSourceWord(source: string): string {
  return known(t(`lead_source_${key(source)}` as MessageName), `lead_source_${key(source)}`, source);
}

/** A channel as the rep reads it. */
export function channelWord(channel: string): string {
  return known(t(`channel_${key(channel)}` as MessageName), `channel_${key(channel)}`, channel);
}

/** What came of a touch as the rep reads it; one that only a file knows stays as it is written there. */
export function outcomeWord(outcome: string): string {
  const words = outcome.replaceAll('-', ' ');
  return known(t(`outcome_${key(outcome)}` as MessageName), `outcome_${key(outcome)}`, words.charAt(0).toUpperCase() + words.slice(1));
}

/** The kind of a signal as the rep reads it. */
export function signalWord({ kind }: Pick<Signal, 'kind'>): string {
  return known(t(`signal_kind_${key(kind)}` as MessageName), `signal_kind_${key(kind)}`, kind);
}

/** What a signal says in one line: what went from what to what, or what was noted. */
export function signalLine({ kind, field, from, to }: Signal): string {
  if (kind !== 'changed-job' || !field) return to;
  return t(field === 'company' ? 'why_company' : 'why_title', from || '–', to);
}

/** Why this kind of signal is a reason to act now; '' for one that only a file knows. */
export function signalWhy({ kind }: Pick<Signal, 'kind'>): string {
  return known(t(`why_${key(kind)}` as MessageName), `why_${key(kind)}`, '');
}

/** A day as a date. */
export function dateWord(at: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' }).format(at);
}

function key(name: string): string {
  // browsers take keys that differ in case alone for the same
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '_').slice(0, 60);
}

/** The text, or `name` where there is none: a text that is missing reads as its own key. */
function known(text: string, missing: string, name: string): string {
  return text === missing ? name : text;
}

/** A moment, with its time of day. */
export function whenWord(at: number): string {
  const day = new Date(at).toDateString();
  const time = new Intl.DateTimeFormat(uiLocale(), { timeStyle: 'short' }).format(at);
  if (day === new Date().toDateString()) return t('when_today', time);
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A size in the unit that suits it. */
export function bytesWord(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3));
  return new Intl.NumberFormat(uiLocale(), { style: 'unit', unit: units[step]!, maximumFractionDigits: size < 10 ** (3 * step + 1) && step > 0 ? 1 : 0 }).format(size / 10 ** (3 * step));
}
