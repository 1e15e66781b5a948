import { ArrowRightLeft, Check, Clipboard, Download, Send, X } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { scoreBant } from '../../domain/bant.ts';
import { nextQuestions } from '../../domain/discovery.ts';
import { priorityOf, readinessOf, signalsAt, valueOf } from '../../domain/priority.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { gateOf } from '../../domain/qualified.ts';
import { GENERAL_QUESTIONS } from '../../domain/starter/question.ts';
import { handOverPacket } from '../../files/hand-over.ts';
import { t } from '../../platform/locale.ts';
import { readDeal } from '../../storage/deal.ts';
import { answerHandOver, handOver, readHandOver } from '../../storage/hand-over.ts';
import { ruleInForce } from '../../storage/rule-in-force.ts';
import { standingOf } from '../../storage/step.ts';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { nameOf } from '../state/decide.ts';
import { download } from '../state/download.ts';
import { toast } from '../state/toast.ts';
import { contacting } from '../state/touch.ts';
import { dateWord } from '../state/words.ts';
import { Asks } from './qualified.tsx';
import { Icon } from './icon.tsx';

/** The packet for who closes: shown, copied, saved or kept as a note that the CRM gets. Warns when it is too early, and then wants a reason. */
export function HandOverCard({ prospect }: { prospect: Prospect }): VNode | null {
  const [to, setTo] = useState(prospect.handOver?.to ?? '');
  const [why, setWhy] = useState('');
  const kept = useLive(async () => {
    const [rows, rule, deal, persona] = await Promise.all([readHandOver(book, prospect), ruleInForce(book), readDeal(book), prospect.personaId ? book.personas.get(prospect.personaId) : undefined]);
    return { rows, rule, deal, persona };
  }, [prospect]);
  if (!kept) return null;
  const { rows, rule, deal, persona } = kept;
  const standing = standingOf(prospect, rows.touches, now.value);
  const { readiness } = readinessOf({ stage: prospect.stage, bant: scoreBant(prospect.bant).score, engagement: standing.engagement, signals: signalsAt(prospect.signals, now.value) });
  const { level } = priorityOf({ readiness, value: valueOf(prospect.dealValue, deal.typical), fit: prospect.fit?.fit, ...(prospect.priority ? { override: prospect.priority } : {}) });
  const { missing, lowPriority } = gateOf('sales-ready', rule, standing, prospect.qualified, level);
  const warned = missing.length > 0 || lowPriority || prospect.doNotContact !== undefined;
  const given = { at: Date.now(), to, state: 'offered' as const, ...(warned && why.trim() ? { override: why } : {}) };
  const packet = handOverPacket({ ...rows, prospect, priority: level, questions: nextQuestions(prospect.bant, persona, GENERAL_QUESTIONS).map(({ text }) => text), handOver: given });
  const allowed = !warned || why.trim() !== '';
  const name = nameOf(prospect);
  const close = (): void => { contacting.value = null; };
  const give = async (asNote: boolean): Promise<boolean> => {
    const note = asNote ? { id: newId(), text: packet } : undefined;
    return await act(t('change_hand_over', name, to.trim() || t('hand_over_closer')), (change) => handOver(book, prospect.id, { to, ...(warned ? { override: why } : {}) }, note, change));
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(packet);
    } catch {
      return toast(t('hand_over_no_copy'), { bad: true });
    }
    await give(false);
  };
  const save = async (): Promise<void> => {
    await download({ name: `hand-over-${prospect.id.slice(0, 8)}.md`, mediaType: 'text/markdown;charset=utf-8', chunks: (async function* () { yield packet; })() }, 1);
    await give(false);
  };
  return (
    <section class="card stack hand-over" aria-label={t('hand_over')} data-testid="hand-over" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <h2 class="row"><Icon of={ArrowRightLeft} />{t('hand_over')}</h2>
      {warned && (
        <div class="banner warn" role="status" data-testid="hand-over-gate">
          <div class="stack tight grow">
            <span class="small">{t('hand_over_early')}</span>
            {lowPriority && <span class="small">{t('hand_over_priority', level)}</span>}
            {prospect.doNotContact && <span class="small">{t('do_not_contact')}</span>}
            {missing.length > 0 && <Asks asks={missing} />}
            <label class="labelled"><span class="small">{t('hand_over_why')}</span><input class="input" value={why} maxLength={300} dir="auto" autocomplete="off" data-testid="hand-over-why" onInput={(event) => setWhy(event.currentTarget.value)} /></label>
          </div>
        </div>
      )}
      <label class="labelled"><span class="small muted">{t('hand_over_to')}</span><input class="input" autofocus value={to} maxLength={200} dir="auto" autocomplete="off" data-testid="hand-over-to" onInput={(event) => setTo(event.currentTarget.value)} /></label>
      <textarea class="input" readOnly rows={8} value={packet} aria-label={t('hand_over_packet')} data-testid="hand-over-packet" />
      <p class="small muted">{rows.connections.length > 0 ? t('hand_over_sent_to', rows.connections.join(', ')) : t('hand_over_no_crm')}</p>
      <div class="row wrap">
        <button class="button primary" disabled={!allowed} data-testid="hand-over-copy" onClick={() => void copy()}><Icon of={Clipboard} />{t('hand_over_copy')}</button>
        <button class="button" disabled={!allowed} data-testid="hand-over-save" onClick={() => void save()}><Icon of={Download} />{t('hand_over_save')}</button>
        <button class="button" disabled={!allowed} data-testid="hand-over-note" onClick={() => void give(true)}><Icon of={Send} />{t('hand_over_note')}</button>
        <button class="button quiet" onClick={close}>{t('cancel')}</button>
      </div>
    </section>
  );
}

/** To whom somebody was handed, and what they said to it; asked for while it is open. */
export function HandOverState({ prospect }: { prospect: Prospect }): VNode | null {
  const { handOver: given } = prospect;
  const [refusing, setRefusing] = useState<string>();
  if (!given) return null;
  const name = nameOf(prospect);
  const answer = (state: 'accepted' | 'rejected', said = ''): void => void act(t(state === 'accepted' ? 'change_hand_over_accepted' : 'change_hand_over_rejected', name), (change) => answerHandOver(book, prospect.id, state, said, change)).then((done) => { if (done) setRefusing(undefined); });
  return (
    <section class={`banner ${given.state === 'accepted' ? 'good' : given.state === 'rejected' ? 'warn' : 'accent'}`} aria-label={t('hand_over')} data-testid="hand-over-state">
      <Icon of={ArrowRightLeft} />
      <div class="grow stack tight">
        <p><strong>{t(`hand_over_${given.state}`)}</strong> · <span dir="auto">{given.to || t('hand_over_closer')}</span> · {dateWord(given.answeredAt ?? given.at)}</p>
        {given.override && <p class="small" dir="auto">{t('hand_over_override', given.override)}</p>}
        {given.answer && <p class="small" dir="auto">{t('hand_over_answer', given.answer)}</p>}
        {given.state === 'offered' && refusing === undefined && <div class="row wrap"><button class="button" data-testid="hand-over-accepted" onClick={() => answer('accepted')}><Icon of={Check} />{t('hand_over_yes')}</button><button class="button quiet" data-testid="hand-over-rejected" onClick={() => setRefusing('')}><Icon of={X} />{t('hand_over_no')}</button></div>}
        {given.state === 'offered' && refusing !== undefined && (
          <form class="row wrap" data-testid="hand-over-why" onSubmit={(event) => { event.preventDefault(); if (refusing.trim()) answer('rejected', refusing); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setRefusing(undefined); } }}>
            <label class="grow stack tight"><span class="small">{t('hand_over_why')}</span><input class="input" autofocus value={refusing} maxLength={500} dir="auto" autocomplete="off" data-testid="hand-over-reason" onInput={(event) => setRefusing(event.currentTarget.value)} /></label>
            <button class="button" disabled={!refusing.trim()} data-testid="hand-over-refused">{t('hand_over_why_keep')} <kbd>↵</kbd></button><button type="button" class="button quiet" onClick={() => setRefusing(undefined)}>{t('cancel')}</button>
          </form>
        )}
      </div>
    </section>
  );
}
