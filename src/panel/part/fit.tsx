import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { chosenOf, ranked } from '../../domain/best-icp.ts';
import { reachOf } from '../../domain/fit-reach.ts';
import { bandOf } from '../../domain/fit-shift.ts';
import type { Fit, ScoreInput } from '../../domain/icp.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { to } from '../state/route.ts';
import { marksOf, useScorers, type IcpScorer } from '../state/scorer.ts';
import { FitChoice } from './fit-choice.tsx';
import { Reason, type Reach } from './fit-reason.tsx';

/** The fit as a small number for lists; `-1` = not scored. `icp` names the ICP it was scored by. */
export function FitMark({ fit, coverage = 100, icp }: { fit: number; coverage?: number; icp?: string }): VNode {
  if (fit < 0 || coverage === 0) return <span class="fit-mark muted" title={t('fit_none')}>–</span>;
  return <span class={`fit-mark number ${bandOf(fit)}`} title={icp ? `${t('fit_of', fit)} · ${icp}` : t('fit_of', fit)}>{fit}</span>;
}

/** Somebody in the book to whom an ICP can be pinned; `icpId` is the pinned one. */
export interface FitPerson {
  id: string;
  name: string;
  icpId?: string | undefined;
}

/** How well these texts fit, with the reason of every point: by the pinned ICP, else by the one that suits best, and by any other at a click. `reach` is where more can be found out. Nothing while there is no ICP. */
export function FitCard({ input, person, reach = {} }: { input: ScoreInput; person?: FitPerson; reach?: Reach }): VNode | null {
  const scorers = useScorers();
  return scorers && scorers.length > 0 ? <Card scorers={scorers} input={input} person={person} reach={reach} /> : null;
}

function Card({ scorers, input, person, reach }: { scorers: readonly IcpScorer[]; input: ScoreInput; person: FitPerson | undefined; reach: Reach }): VNode {
  const [open, setOpen] = useState(false);
  const [looked, setLooked] = useState<string>();
  const texts = JSON.stringify(input);
  const marks = useMemo(() => ranked(marksOf(scorers, input)), [scorers, texts]);
  const shown = marks.find(({ icpId }) => icpId === looked) ?? chosenOf(marks, person?.icpId)!;
  const fit = useMemo(() => scorers.find(({ icp }) => icp.id === shown.icpId)!.scorer.score(input), [scorers, texts, shown.icpId]);
  const { icp } = shown;
  const order = { match: 0, no: 1, unknown: 2 };
  const rows = fit.criteria.toSorted((a, b) => Number(b.rule !== 'plus' && b.state === 'match') - Number(a.rule !== 'plus' && a.state === 'match') || order[a.state] - order[b.state] || b.max - a.max);
  const unknown = rows.filter(({ state }) => state === 'unknown').length;
  const reachable = reachOf(fit);
  return (
    <section class="card fit" aria-label={t('fit')}>
      <button type="button" class="fit-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Ring fit={fit} />
        <span class="grow stack tight">
          <strong>{verdictOf(fit)}</strong>
          <span class="small muted">{t('fit_coverage', fit.criteria.length - unknown, fit.criteria.length, fit.coverage)}{fit.coverage > 0 && reachable > fit.fit && ` · ${t('fit_reach', reachable)}`}</span>
        </span>
        <span class="small fit-more">{open ? t('less') : t('why')}</span>
      </button>
      {marks.length > 1 && <FitChoice marks={marks} shown={shown.icpId} person={person} onLook={setLooked} />}
      <ul class="reasons" hidden={!open}>
        {rows.map((row) => <Reason key={row.criterionId} row={row} criterion={icp.criteria.find(({ id }) => id === row.criterionId)} input={input} reach={reach} />)}
      </ul>
      {open && <p class="row small fit-foot"><a href={to('icp', icp.id)}>{t('icp_edit_link', icp.name)}</a><span class="muted end">{t('icp_version', icp.version)}</span></p>}
    </section>
  );
}

function verdictOf({ fit, coverage, gate }: Fit): string {
  if (coverage === 0) return t('fit_untold');
  return gate === 'open' ? t(`fit_${bandOf(fit)}` as MessageName) : t(`gate_${gate.replace('-', '_')}` as MessageName);
}

function Ring({ fit }: { fit: Fit }): VNode {
  const around = 2 * Math.PI * 20;
  // a number that rests on nothing known would be read as a verdict
  if (fit.coverage === 0) return <span class="ring"><svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="20" class="ring-ground" /></svg><span data-testid="fit">?</span></span>;
  return (
    <span class={`ring ${fit.gate === 'deal-breaker' || fit.gate === 'must-missing' ? 'bad' : bandOf(fit.fit)}`}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="20" class="ring-ground" />
        <circle cx="24" cy="24" r="20" class="ring-value" stroke-dasharray={`${(around * fit.fit) / 100} ${around}`} transform="rotate(-90 24 24)" />
      </svg>
      <span class="number" data-testid="fit">{fit.fit}</span>
    </span>
  );
}
