import { CalendarPlus, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { nextTimes } from '../../domain/what-next.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { addFollowUp } from '../../storage/person.ts';
import { isLeft, leftOver, readAskNext, type LeftOver } from '../../storage/what-next.ts';
import { act, lastAction } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import { nameOf } from '../state/decide.ts';
import { useKeys } from '../state/key.ts';
import { planOf } from '../state/plan.ts';
import { to } from '../state/route.ts';
import { contacting } from '../state/touch.ts';
import { Icon } from './icon.tsx';

/** Keys that no place has. */
const KEYS = ['8', '9', '0'];
const STAY = 30_000;

/** Asks what comes next when the last thing planned for somebody is done: three answers, a key each. It goes by itself, and as soon as something is planned. */
export function WhatNext(): VNode | null {
  const [left, setLeft] = useState<LeftOver>();
  const action = lastAction.value;
  useEffect(() => {
    if (!action) return;
    let over = false;
    const look = async (): Promise<void> => {
      const found = await readAskNext(book) ? await leftOver(book, action) : undefined;
      if (!over && found) setLeft(found);
    };
    void look().catch(report);
    return () => { over = true; };
  }, [action]);
  useEffect(() => {
    if (!left) return;
    const wait = setTimeout(() => setLeft(undefined), STAY);
    return () => clearTimeout(wait);
  }, [left]);
  const id = left?.prospect.id;
  const asks = useLive(async () => ({ of: id, left: id !== undefined && await isLeft(book, id) }), [id]);
  // who has just said no is asked about that first
  const isRefusing = contacting.value?.id === id && contacting.value?.what === 'rejection';
  return left && asks?.of === id && asks?.left && !isRefusing ? <Prompt key={id} left={left} onClose={() => setLeft(undefined)} /> : null;
}

function Prompt({ left: { prospect, touches, closed }, onClose }: { left: LeftOver; onClose: () => void }): VNode {
  const name = nameOf(prospect);
  const offers = nextTimes(prospect, touches).flatMap((time, at) => {
    const words = t(`next_${time}` as MessageName);
    const plan = planOf(words);
    return plan && 'dueAt' in plan ? [{ key: KEYS[at]!, ...plan }] : [];
  });
  const choose = ({ dueAt, words }: (typeof offers)[number]): void => {
    onClose();
    const followUp = { id: newId(), prospectId: prospect.id, dueAt, words, zone: zone(), text: '', ...(closed.channel ? { channel: closed.channel } : {}) };
    void act(t('change_follow_up', formatWhen(dueAt, Date.now(), zone(), uiLocale()), name), (change) => addFollowUp(book, followUp, change));
  };
  useKeys(() => offers.map((offer) => ({ key: offer.key, label: t('key_next_time', offer.words), run: () => choose(offer) })), []);
  return (
    <section class="toast what-next" aria-label={t('what_next')} data-testid="what-next">
      <Icon of={CalendarPlus} />
      <p class="grow" dir="auto"><a href={to('person', prospect.id)}>{name}</a>: {t('what_next')}</p>
      <span class="row wrap">
        {offers.map((offer) => <button key={offer.key} type="button" class="button" data-testid="next-time" title={formatWhen(offer.dueAt, Date.now(), zone(), uiLocale())} onClick={() => choose(offer)}>{offer.words} <kbd aria-hidden="true">{offer.key}</kbd></button>)}
        <button type="button" class="button icon-only" aria-label={t('close')} onClick={onClose}><Icon of={X} /></button>
      </span>
    </section>
  );
}
