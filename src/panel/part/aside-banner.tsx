import { CalendarClock, CircleOff, TrendingDown, TrendingUp, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { gain, isAside, wayBack } from '../../domain/aside.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { now } from '../state/clock.ts';
import { asking, back } from '../state/decide.ts';
import { dateWord, reasonWord, stageWord } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** That somebody is aside, why and until when, with the way back; nothing for anybody else. */
export function AsideBanner({ prospect }: { prospect: Prospect }): VNode | null {
  const { stage, aside } = prospect;
  if (!isAside(stage)) return null;
  const later = stage === 'nurture';
  const reason = stage === 'disqualified' && prospect.lead?.state === 'rejected' ? prospect.lead.reason : aside?.reason;
  return (
    <section class={`banner ${later ? 'warn' : 'bad'} aside-banner`} aria-label={t(later ? 'aside_not_now' : 'aside_disqualified')} data-testid="aside-banner">
      <Icon of={later ? CalendarClock : CircleOff} />
      <div class="grow stack tight">
        <p><strong>{t(later ? 'aside_not_now' : 'aside_disqualified')}</strong>{reason && reason !== 'other' && ` · ${reasonWord(reason)}`}</p>
        <p class="small"><WhenBack prospect={prospect} /></p>
        {aside?.note && <p class="small two-lines" dir="auto">{aside.note}</p>}
        <Gain prospect={prospect} />
        <div class="row wrap">
          <button class="button" data-testid="bring-back" onClick={() => void back(prospect)}><Icon of={Undo2} />{t('aside_bring_back', stageWord(wayBack(prospect)))} <kbd>W</kbd></button>
          <button class="button quiet" onClick={() => { asking.value = { id: prospect.id, what: later ? 'not-now' : 'disqualify' }; }}>{t('aside_change')}</button>
        </div>
      </div>
    </section>
  );
}

function WhenBack({ prospect: { stage, aside } }: { prospect: Prospect }): VNode {
  if (stage === 'disqualified') return <>{aside && t('aside_since', dateWord(aside.at))}</>;
  if (aside?.resumeAt === undefined) return <>{t('aside_no_date')}</>;
  const look = aside.rescoreAt !== undefined && aside.rescoreAt < aside.resumeAt && ` · ${t('aside_look', dateWord(aside.rescoreAt))}`;
  return <>{t(aside.resumeAt <= now.value ? 'aside_was_due' : 'aside_back_on', dateWord(aside.resumeAt))}{look}</>;
}

/** What became of the fit since somebody was put aside; nothing while it is the same. */
export function Gain({ prospect }: { prospect: Prospect }): VNode | null {
  const points = gain(prospect);
  if (points === 0) return null;
  const [before, after] = [prospect.aside!.fit!, prospect.fit!.fit];
  return <p class={`row small gain ${points > 0 ? 'good-text' : 'muted'}`}><Icon of={points > 0 ? TrendingUp : TrendingDown} />{t(points > 0 ? 'aside_gain' : 'aside_loss', before, after)}</p>;
}
