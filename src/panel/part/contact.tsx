import { ArrowRightLeft, Ban, Handshake, MessageSquarePlus, ThumbsDown } from 'lucide';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { book, useLive } from '../state/book.ts';
import { asking } from '../state/decide.ts';
import { useKeys } from '../state/key.ts';
import { contacting } from '../state/touch.ts';
import { BarForm, DoNotContactBanner } from './do-not-contact.tsx';
import { HandOverCard, HandOverState } from './hand-over.tsx';
import { Icon } from './icon.tsx';
import { Listen } from './listen.tsx';
import { Referral } from './referral.tsx';
import { RejectionForm } from './rejection-form.tsx';
import { TouchPad } from './touch-pad.tsx';
import '../style/touch.css';

/** Contact with somebody: whether it may be, touches, a no, who introduced them, and giving them to who closes. */
export function Contact({ prospect }: { prospect: Prospect }): VNode {
  const { id } = prospect;
  const touches = useLive(() => book.touches.where('prospectId').equals(id).toArray(), [id]) ?? [];
  const open = contacting.value?.id === id ? contacting.value.what : undefined;
  const show = (what: NonNullable<typeof open>) => (): void => { contacting.value = { id, what }; };
  useEffect(() => () => { contacting.value = null; }, [id]);
  useKeys(() => [
    { key: 'l', label: t('key_touch'), run: show('log') },
    { key: 'R', label: t('key_rejection'), run: show('rejection') },
    { key: '!', label: t('key_bar'), run: show(prospect.doNotContact ? 'lift' : 'bar') },
    { key: 'O', label: t('key_hand_over'), run: show('hand-over') },
    { key: 'W', label: t('key_referrer'), run: show('referrer') },
  ], [id, prospect.doNotContact]);
  return (
    <div class="stack flow">
      <DoNotContactBanner prospect={prospect} />
      <HandOverState prospect={prospect} />
      {!prospect.doNotContact && <Listen touches={touches} onPause={() => { asking.value = { id, what: 'not-now' }; }} />}
      {open === 'log' && <TouchPad prospect={prospect} onClose={() => { if (contacting.value?.what === 'log') contacting.value = null; }} />}
      {open === 'rejection' && <RejectionForm prospect={prospect} />}
      {open === 'bar' && <BarForm prospect={prospect} />}
      {open === 'hand-over' && <HandOverCard prospect={prospect} />}
      <div class="moves" role="group" aria-label={t('contact')}>
        <Move icon={MessageSquarePlus} name={t('touch_log')} letter="l" run={show('log')} />
        <Move icon={ThumbsDown} name={t('rejection')} letter="R" run={show('rejection')} />
        <Move icon={ArrowRightLeft} name={t('hand_over')} letter="O" run={show('hand-over')} />
        {!prospect.referredBy && <Move icon={Handshake} name={t('referral_by')} letter="W" run={show('referrer')} />}
        {!prospect.doNotContact && <Move icon={Ban} name={t('do_not_contact')} letter="!" run={show('bar')} />}
      </div>
      <Referral prospect={prospect} />
    </div>
  );
}

function Move({ icon, name, letter, run }: { icon: Parameters<typeof Icon>[0]['of']; name: string; letter: string; run: () => void }): VNode {
  return <button class="chip move" aria-keyshortcuts={/[A-Z]/.test(letter) ? `Shift+${letter}` : letter} onClick={run}><Icon of={icon} />{name}<kbd aria-hidden="true">{/[A-Z]/.test(letter) ? `⇧${letter}` : letter.toUpperCase()}</kbd></button>;
}
