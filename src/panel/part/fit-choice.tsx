import { Pin, PinOff } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { bandOf } from '../../domain/fit-shift.ts';
import { t } from '../../platform/locale.ts';
import { pinIcp } from '../../storage/icp.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import type { IcpMark } from '../state/scorer.ts';
import type { FitPerson } from './fit.tsx';
import { Icon } from './icon.tsx';

/** Several ICPs in a line, the best first, each with its score: look at one, pin one. `marks` come ranked; a draft (no `person`) has nothing to pin to. */
export function FitChoice({ marks, shown, person, onLook }: { marks: readonly IcpMark[]; shown: string; person: FitPerson | undefined; onLook: (icpId: string) => void }): VNode {
  const pinned = marks.find(({ icpId }) => icpId === person?.icpId)?.icpId;
  const name = marks.find(({ icpId }) => icpId === shown)!.icp.name;
  const pin = (): void => {
    if (!person) return;
    if (pinned === shown) void act(t('icp_unpinned', person.name), (change) => pinIcp(book, person.id, undefined, change));
    else void act(t('icp_pinned', name, person.name), (change) => pinIcp(book, person.id, shown, change));
  };
  const next = (): void => onLook(marks[(marks.findIndex(({ icpId }) => icpId === shown) + 1) % marks.length]!.icpId);
  const current = useRef({ pin, next });
  current.current = { pin, next };
  const canPin = person !== undefined;
  const label = pinned === shown ? t('icp_unpin') : t('icp_pin', name);
  useKeys(() => [
    ...(canPin ? [{ key: 'q', label: t('key_icp_pin'), run: () => current.current.pin() }] : []),
    { key: 'Q', label: t('key_icp_next'), run: () => current.current.next() },
  ], [canPin]);
  return (
    <div class="row fit-choice">
      <div class="row wrap grow" role="group" aria-label={t('fit_by')}>
        {marks.map(({ icpId, icp, fit, coverage }, at) => (
          <button key={icpId} type="button" class={`chip fit-icp ${coverage > 0 ? `is-${bandOf(fit)}` : ''}`} aria-pressed={icpId === shown} data-testid="fit-icp" title={[icp.name, t('icp_version', icp.version), ...(at === 0 ? [t('fit_best')] : []), ...(icpId === pinned ? [t('fit_pinned')] : [])].join(' · ')} onClick={() => onLook(icpId)}>
            {icpId === pinned && <Icon of={Pin} />}
            <span class="one-line" dir="auto">{icp.name}</span>
            <strong class="number">{coverage > 0 ? fit : '?'}</strong>
            {at === 0 && <span class="unseen">{t('fit_best')}</span>}
            {icpId === pinned && <span class="unseen">{t('fit_pinned')}</span>}
          </button>
        ))}
      </div>
      {person && (
        <button type="button" class="button quiet icon-only" aria-label={label} title={`${label} (i)`} data-testid="fit-pin" onClick={pin}>
          <Icon of={pinned === shown ? PinOff : Pin} />
        </button>
      )}
    </div>
  );
}
