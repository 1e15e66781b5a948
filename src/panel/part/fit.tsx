import { Check, CircleHelp, Minus, ShieldX } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CriterionScore, Fit, Icp } from '../../domain/icp.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { to } from '../state/route.ts';
import { Icon } from './icon.tsx';

type Tone = 'good' | 'warn' | 'bad';

/** How a fit reads at a glance. */
export function toneOf(fit: number): Tone {
  return fit >= 70 ? 'good' : fit >= 40 ? 'warn' : 'bad';
}

/** The fit as a small number for lists; `-1` = not scored. */
export function FitMark({ fit, coverage = 100 }: { fit: number; coverage?: number }): VNode {
  if (fit < 0 || coverage === 0) return <span class="fit-mark muted" title={t('fit_none')}>–</span>;
  return <span class={`fit-mark number ${toneOf(fit)}`} title={t('fit_of', fit)}>{fit}</span>;
}

/** The fit with its reasons: every criterion's points, what it was read in, and what is not known. */
export function FitCard({ fit, icp }: { fit: Fit; icp: Icp }): VNode {
  const [open, setOpen] = useState(false);
  const order = { match: 0, no: 1, unknown: 2 };
  const rows = fit.criteria.toSorted((a, b) => Number(b.rule !== 'plus' && b.state === 'match') - Number(a.rule !== 'plus' && a.state === 'match') || order[a.state] - order[b.state] || b.max - a.max);
  const unknown = rows.filter(({ state }) => state === 'unknown').length;
  return (
    <section class="card fit" aria-label={t('fit')}>
      <button type="button" class="fit-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Ring fit={fit} />
        <span class="grow stack tight">
          <strong>{verdictOf(fit)}</strong>
          <span class="small muted">{t('fit_coverage', fit.criteria.length - unknown, fit.criteria.length)}</span>
        </span>
        <span class="small fit-more">{open ? t('less') : t('why')}</span>
      </button>
      <ul class="reasons" hidden={!open}>
        {rows.map((row) => <Reason key={row.criterionId} row={row} icp={icp} />)}
      </ul>
      {open && <a class="small" href={to('icp')}>{t('icp_edit_link', icp.name)}</a>}
    </section>
  );
}

function verdictOf({ fit, coverage, gate }: Fit): string {
  if (coverage === 0) return t('fit_untold');
  return gate === 'open' ? t(`fit_${toneOf(fit)}` as MessageName) : t(`gate_${gate.replace('-', '_')}` as MessageName);
}

function Reason({ row, icp }: { row: CriterionScore; icp: Icp }): VNode {
  const wanted = icp.criteria.find(({ id }) => id === row.criterionId)?.any ?? [];
  const broken = row.rule === 'never' ? row.state === 'match' : row.rule === 'must' && row.state === 'no';
  const icon = broken ? ShieldX : row.state === 'match' ? Check : row.state === 'no' ? Minus : CircleHelp;
  const tone = broken ? 'bad' : row.state === 'unknown' ? 'warn' : row.state === 'match' && row.rule !== 'never' ? 'good' : '';
  return (
    <li class="reason" data-testid="fit-reason">
      <span class={`reason-icon ${tone}`}><Icon of={icon} /></span>
      <span class="grow">
        <span>{t(`criterion_${row.kind}` as MessageName)}{row.rule === 'plus' ? '' : ` · ${t(`rule_${row.rule}` as MessageName)}`}</span>
        <span class="small muted two-lines" dir="auto">
          {row.state === 'match' ? t('reason_match', row.matched ?? '', row.evidence ?? '')
            : row.state === 'no' ? t('reason_no', wanted.slice(0, 4).join(', '))
              : t('reason_unknown', t(`field_${row.field}` as MessageName))}
        </span>
      </span>
      {row.rule === 'plus' && <span class="number reason-points">{points(row.points)}<span class="muted">/{points(row.max)}</span></span>}
    </li>
  );
}

function points(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1).replace(/\.0$/, '');
}

function Ring({ fit }: { fit: Fit }): VNode {
  const around = 2 * Math.PI * 20;
  // a number that rests on nothing known would be read as a verdict
  if (fit.coverage === 0) return <span class="ring"><svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="20" class="ring-ground" /></svg><span data-testid="fit">?</span></span>;
  return (
    <span class={`ring ${fit.gate === 'deal-breaker' || fit.gate === 'must-missing' ? 'bad' : toneOf(fit.fit)}`}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="20" class="ring-ground" />
        <circle cx="24" cy="24" r="20" class="ring-value" stroke-dasharray={`${(around * fit.fit) / 100} ${around}`} transform="rotate(-90 24 24)" />
      </svg>
      <span class="number" data-testid="fit">{fit.fit}</span>
    </span>
  );
}
