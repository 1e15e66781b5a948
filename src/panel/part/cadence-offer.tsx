import { Waypoints } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { cadenceFor } from '../../domain/cadence-edit.ts';
import { barredBy } from '../../domain/cadence-end.ts';
import { stepDate } from '../../domain/enrol.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { enrolPeople } from '../../storage/enrolment.ts';
import { planMeans } from '../../storage/plan-means.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { dayWord, kindWord, useCadences, zoneOf } from '../state/cadence.ts';
import { now } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { decline, isDeclined } from '../state/offer.ts';
import { usePriority } from '../state/priority.ts';
import '../style/cadence.css';
import { Icon } from './icon.tsx';

/**
 * The cadence that is the default of somebody's priority, with its first step and date: begun by one key, or turned down for good. Only for who is
 * at the beginning and was in no cadence yet; it comes again when another priority has another cadence.
 */
export function CadenceOffer({ prospect }: { prospect: Prospect }): VNode | null {
  const { id, stage } = prospect;
  const cadences = useCadences();
  const level = usePriority(prospect);
  const cadence = cadences && level && cadenceFor(cadences, level);
  const state = useLive(async () => (cadence ? {
    of: cadence.id, declined: await isDeclined(id, cadence.id), been: await book.enrolments.where('prospectId').equals(id).count() > 0, plan: (await planMeans(book))(prospect, zoneOf(prospect)),
  } : null), [id, cadence?.id, prospect.timeZone]);
  const isOffered = cadence !== undefined && state?.of === cadence.id && !state.declined && !state.been && !barredBy(prospect) && (stage === 'new' || stage === 'working');
  const begin = (): void => { if (cadence) void act(t('enrol_done_one', cadence.name), (change) => enrolPeople(book, cadence.id, [id], { zoneOf }, change)); };
  const doing = useRef(begin);
  doing.current = begin;
  useKeys(() => (isOffered ? [{ key: 'Y', label: t('cadence_key_offer'), run: () => doing.current() }] : undefined), [isOffered]);
  if (!isOffered || !level) return null;
  const first = cadence.steps[0]!;
  return (
    <section class="banner cadence-offer" aria-label={t('cadence')} data-testid="cadence-offer">
      <Icon of={Waypoints} />
      <p class="grow small" dir="auto">{t('cadence_offer', level, cadence.name, kindWord(first.kind), dayWord(stepDate(now.value, first, state.plan), state.plan.zone))}</p>
      <button type="button" class="button" data-testid="cadence-offer-yes" onClick={begin}>{t('cadence_offer_yes')} <kbd title={t('cadence_shift', 'Y')}>⇧Y</kbd></button>
      <button type="button" class="button quiet" data-testid="cadence-offer-no" onClick={() => void decline(id, cadence.id).catch(report)}>{t('cadence_offer_no')}</button>
    </section>
  );
}
