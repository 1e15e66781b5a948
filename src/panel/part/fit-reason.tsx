import { Check, CircleHelp, ExternalLink, Minus, ShieldX } from 'lucide';
import type { VNode } from 'preact';
import type { Criterion, CriterionKind, CriterionScore, ScoreInput } from '../../domain/icp.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import { useCurrency } from '../state/deal.ts';
import { criterionWords, kindName, wordName } from './criterion-words.ts';
import { Icon } from './icon.tsx';

/** Where more about somebody can be found out: addresses of the company's page and of their profile. */
export interface Reach {
  company?: string | undefined;
  profile?: string | undefined;
}

/** Which page tells what a criterion looks at. */
const TOLD_BY: { [K in CriterionKind]?: keyof Reach } = {
  title: 'profile', location: 'profile', company: 'profile', keywords: 'profile', industry: 'company', headcount: 'company', model: 'company', tech: 'company',
};

/** One criterion's points, and what they rest on: what was read, or what it would take to know. */
export function Reason({ row, criterion, input, reach }: { row: CriterionScore; criterion: Criterion | undefined; input: ScoreInput; reach: Reach }): VNode {
  const currency = useCurrency();
  const broken = row.rule === 'never' ? row.state === 'match' : row.rule === 'must' && row.state === 'no';
  const icon = broken ? ShieldX : row.state === 'match' ? Check : row.state === 'no' ? Minus : CircleHelp;
  const tone = broken ? 'bad' : row.state === 'unknown' ? 'warn' : row.state === 'match' && row.rule !== 'never' ? 'good' : '';
  const wanted = criterion ? criterionWords(criterion, currency, 4) : '';
  const [place, address] = placeOf(row.kind, input, reach);
  return (
    <li class="reason" data-testid="fit-reason">
      <span class={`reason-icon ${tone}`}><Icon of={icon} /></span>
      <span class="grow">
        <span>{kindName(criterion ?? row)}{row.rule === 'plus' ? '' : ` · ${t(`rule_${row.rule}` as MessageName)}`}</span>
        <span class="small muted two-lines" dir="auto">{saidOf(row, criterion, wanted, input)}</span>
        {row.state === 'unknown' && address && <button type="button" class="chip learn" onClick={() => void openAddress(address)}><Icon of={ExternalLink} />{t(place === 'company' ? 'learn_open_company' : 'learn_open_profile')}</button>}
      </span>
      {row.rule === 'plus' && <span class="number reason-points">{points(row.points)}<span class="muted">/{points(row.max)}</span></span>}
    </li>
  );
}

function saidOf(row: CriterionScore, criterion: Criterion | undefined, wanted: string, input: ScoreInput): string {
  const isNumber = row.kind === 'headcount' || row.kind === 'revenue';
  switch (row.state) {
    case 'match': return isNumber ? t('reason_in', row.evidence ?? '', wanted) : row.matched === row.evidence ? t('reason_is', row.evidence ?? '') : t('reason_match', wordName(row.kind, row.matched ?? ''), row.evidence ?? '');
    case 'no': return row.evidence ? t(isNumber ? 'reason_outside' : 'reason_no_in', row.evidence, wanted) : t('reason_no', wanted);
    case 'unknown': return learnOf(row.kind, criterion?.field ?? '', input);
  }
}

/** What it would take to know. */
function learnOf(kind: CriterionKind, field: string, { title, headline }: ScoreInput): string {
  if (kind === 'seniority' || kind === 'department') return title || headline ? t('learn_role') : t('learn_title');
  return t(`learn_${kind}` as MessageName, field);
}

function placeOf(kind: CriterionKind, { title, headline }: ScoreInput, reach: Reach): [keyof Reach | undefined, string | undefined] {
  const place = (kind === 'seniority' || kind === 'department') && !title && !headline ? 'profile' : TOLD_BY[kind];
  return [place, place && reach[place]];
}

function points(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1).replace(/\.0$/, '');
}
