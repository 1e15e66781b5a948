import { ArrowRight, CalendarClock, Check, CircleOff, Inbox, NotebookPen, X, Zap } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isAside } from '../../domain/aside.ts';
import { isNewLead } from '../../domain/lead.ts';
import { STAGES, type Prospect, type Stage } from '../../domain/prospect.ts';
import { openSignals } from '../../domain/signal.ts';
import { t } from '../../platform/locale.ts';
import { accept, asking, back, followSignals, leave, moveTo, type Asked } from '../state/decide.ts';
import { useKeys } from '../state/key.ts';
import { leadSourceWord, stageWord } from '../state/words.ts';
import { AsideBanner } from './aside-banner.tsx';
import { AsideForm } from './aside-form.tsx';
import { Icon } from './icon.tsx';
import { researching } from './research.tsx';
import { SignalForm } from './signal-form.tsx';
import { WhyNow } from './why-now.tsx';
import '../style/flow.css';

/** What moves a person: a lead to decide on, signals, being aside, and the moves of one key each. */
export function Flow({ prospect }: { prospect: Prospect }): VNode {
  const [noting, setNoting] = useState(false);
  const { id, stage } = prospect;
  const isLead = isNewLead(prospect) && !isAside(stage);
  const next = isAside(stage) ? undefined : nextStage(stage);
  const asked = asking.value?.id === id ? asking.value.what : undefined;
  const ask = (what: Asked): void => { asking.value = { id, what }; };
  const refuse: Asked = isLead ? 'reject' : 'disqualify';

  useEffect(() => () => { asking.value = null; }, [id]);
  // as soon as it is drawn: a key pressed right after must not mean who stood there before
  useKeys(() => [
    ...(isLead ? [{ key: 'a', label: t('key_accept'), run: () => void accept(prospect) }] : []),
    { key: 'x', label: t(isLead ? 'key_reject' : 'key_disqualify'), run: () => ask(refuse) },
    { key: 'z', label: t('key_not_now'), run: () => ask('not-now') },
    ...(isAside(stage) ? [{ key: 'w', label: t('key_back'), run: () => void back(prospect) }] : []),
    ...(next ? [{ key: 'm', label: t('key_move_on'), run: () => void moveTo(prospect, next) }] : []),
    { key: 'g', label: t('key_signal'), run: () => setNoting(true) },
    { key: 'i', label: t('key_research'), run: () => { researching.value = id; } },
  ], [prospect, isLead, next]);

  return (
    <div class="stack flow">
      {isLead && <LeadBanner prospect={prospect} onReject={() => ask('reject')} />}
      {!asked && <AsideBanner prospect={prospect} />}
      {asked && <section class="card"><AsideForm key={asked} prospect={prospect} what={asked} /></section>}
      <Signals prospect={prospect} />
      {noting && <SignalForm prospect={prospect} onClose={() => setNoting(false)} />}
      <div class="moves" role="group" aria-label={t('moves')}>
        {next && <Move icon={ArrowRight} name={t('move_on', stageWord(next))} letter="M" run={() => void moveTo(prospect, next)} />}
        {stage !== 'nurture' && <Move icon={CalendarClock} name={t('not_now')} letter="Z" run={() => ask('not-now')} />}
        {stage !== 'disqualified' && !isLead && <Move icon={CircleOff} name={t('disqualify')} letter="X" run={() => ask('disqualify')} />}
        <Move icon={Zap} name={t('signal_add')} letter="G" run={() => setNoting(true)} />
        <Move icon={NotebookPen} name={t('research_add')} letter="I" run={() => { researching.value = id; }} />
      </div>
    </div>
  );
}

function Move({ icon, name, letter, run }: { icon: Parameters<typeof Icon>[0]['of']; name: string; letter: string; run: () => void }): VNode {
  return <button class="chip move" aria-keyshortcuts={letter.toLowerCase()} onClick={run}><Icon of={icon} />{name}<kbd aria-hidden="true">{letter}</kbd></button>;
}

function LeadBanner({ prospect, onReject }: { prospect: Prospect; onReject: () => void }): VNode {
  const from = [prospect.leadSource && leadSourceWord(prospect.leadSource), prospect.sourceDetail, prospect.campaign].filter(Boolean).join(' · ');
  return (
    <section class="banner accent" aria-label={t('lead_new')} data-testid="lead-banner">
      <Icon of={Inbox} />
      <div class="grow stack tight">
        <p><strong>{t('lead_new')}</strong> <span class="small muted" dir="auto">{from}</span></p>
        <p class="small">{t('lead_new_text')}</p>
        <div class="row wrap">
          <button class="button" data-testid="lead-accept" onClick={() => void accept(prospect)}><Icon of={Check} />{t('lead_accept')} <kbd>A</kbd></button>
          <button class="button quiet" onClick={onReject}><Icon of={X} />{t('lead_reject')} <kbd>X</kbd></button>
        </div>
      </div>
    </section>
  );
}

function Signals({ prospect }: { prospect: Prospect }): VNode | null {
  const open = openSignals(prospect);
  if (open.length === 0) return null;
  return (
    <section class="banner accent" aria-label={t('signals')}>
      <Icon of={Zap} />
      <ul class="grow stack">
        {open.slice(0, 10).map((signal) => (
          <li key={signal.id} class="stack tight">
            <WhyNow signal={signal} />
            <div class="row"><button class="button" onClick={() => void followSignals(prospect, 'morning', signal.id)}>{t('signal_act')}</button><button class="button quiet" onClick={() => void leave(prospect, signal.id)}>{t('signal_leave')}</button></div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The stage after this one in the pipeline; won and lost are said, not moved on to. */
function nextStage(stage: Stage): Stage | undefined {
  const at = STAGES.indexOf(stage);
  return at < STAGES.indexOf('sales-ready') ? STAGES[at + 1] : undefined;
}
