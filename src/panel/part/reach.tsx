import { AtSign, CircleCheck, CircleX } from 'lucide';
import type { VNode } from 'preact';
import { contactPoints, type ContactPoint } from '../../domain/contact-point.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { CHANNELS } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { markContactPoint, setFact } from '../../storage/prospect-fact.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { channelWord, dateWord } from '../state/words.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';
import { TheirTime } from './their-time.tsx';

/** How somebody is best reached: the channel they prefer, and of each address and number whether it is known to work. What does not work is struck and stands last. */
export function ReachCard({ prospect }: { prospect: Prospect }): VNode {
  const points = contactPoints(prospect);
  const { preferredChannel: prefers = '' } = prospect;
  const known = (CHANNELS as readonly string[]).includes(prefers);
  return (
    <Section icon={AtSign} title={t('reach_card')}>
      <label class="row fact"><span class="small muted fact-name">{t('preferred_channel')}</span>
        <select class="input grow" data-testid="preferred-channel" value={prefers} onChange={(event) => { const channel = event.currentTarget.value; void act(t('change_field', t('preferred_channel')), (change) => setFact(book, prospect.id, 'preferredChannel', channel, change)); }}>
          <option value="">{t('preferred_none')}</option>
          {prefers && !known && <option value={prefers}>{prefers}</option>}
          {CHANNELS.map((one) => <option key={one} value={one}>{channelWord(one)}</option>)}
        </select>
      </label>
      <TheirTime prospect={prospect} />
      {points.length === 0 && <p class="small muted">{t('reach_none')}</p>}
      <ul>{points.slice(0, 20).map((point, at) => <Point key={`${at} ${point.value}`} id={prospect.id} point={point} />)}</ul>
    </Section>
  );
}

function Point({ id, point: { value, field, state, at } }: { id: string; point: ContactPoint }): VNode {
  const isMail = field === 'emails';
  const mark = (next: 'verified' | 'bounced'): void => {
    const to = next === state ? undefined : next;
    void act(t(to === 'verified' ? 'change_point_verified' : to === 'bounced' ? 'change_point_bounced' : 'change_point_unknown', value), (change) => markContactPoint(book, id, value, to, change));
  };
  const day = at === undefined ? '' : dateWord(at);
  return (
    <li class={`row point ${state}`} data-testid="contact-point">
      <div class="grow">
        <p class="one-line" dir="auto" title={value}>{state === 'bounced' ? <s>{value}</s> : value}</p>
        <p class="small muted">{state === 'verified' ? t('point_verified', day) : state === 'bounced' ? t(isMail ? 'point_bounced' : 'point_wrong', day) : t('point_unverified')}</p>
      </div>
      <button class="button quiet icon-only" aria-pressed={state === 'verified'} aria-label={t('point_verify', value)} title={t('point_verify', value)} onClick={() => mark('verified')}><Icon of={CircleCheck} /></button>
      <button class="button quiet icon-only" aria-pressed={state === 'bounced'} aria-label={t(isMail ? 'point_bounce' : 'point_number_wrong', value)} title={t(isMail ? 'point_bounce' : 'point_number_wrong', value)} onClick={() => mark('bounced')}><Icon of={CircleX} /></button>
    </li>
  );
}
