import { ArrowRight, ChartNoAxesColumn } from 'lucide';
import type { VNode } from 'preact';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { BANDS, type Shift } from '../../domain/fit-shift.ts';
import { scoreAlike } from '../../domain/icp-change.ts';
import type { Criterion, Icp } from '../../domain/icp.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { previewIcp } from '../../storage/icp.ts';
import { FitMark } from '../part/fit.tsx';
import { Section } from '../part/section.tsx';
import { book } from '../state/book.ts';
import { rescoring } from '../state/rescore.ts';
import { to } from '../state/route.ts';
import { count } from './people-bar.tsx';

/** Typing is over when nothing came for this long (ms). */
const QUIET = 250;

interface Look {
  shift: Shift;
  total: number;
  done: boolean;
}

const MEANS = { now: () => performance.now(), pause: () => new Promise<void>((next) => setTimeout(next)) };

const look = signal<Look | undefined>(undefined);

/** How many people an ICP catches as it is saved (fit of 70 and more), as the preview has last counted them; undefined while they are counted. */
export function capturedNow(): number | undefined {
  return look.value?.done ? look.value.shift.before.good : undefined;
}

/** How many people each of these ICPs catches, by id, one after the other; counted again when one of them changes. */
export function useCaptured(icps: readonly Icp[]): ReadonlyMap<string, number> {
  const [captured, setCaptured] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const end = new AbortController();
    const run = async (): Promise<void> => {
      for (const { id, criteria } of icps) {
        const shift = await previewIcp(book, criteria, criteria, end.signal, { ...MEANS, onSlice: () => undefined });
        if (!shift) return;
        setCaptured((now) => new Map([...now, [id, shift.after.good]]));
      }
    };
    void run().catch(report);
    return () => end.abort();
  }, [icps.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join()]);
  return captured;
}

/** What saving would do in one line, for a narrow panel: beside the button that saves. */
export function IcpPreviewLine(): VNode | null {
  const shown = look.value;
  if (!shown || shown.total === 0) return null;
  const { before, after } = shown.shift;
  return (
    <p class="preview-line" aria-hidden="true">
      {BANDS.map((band) => <span key={band}>{t(`fit_${band}` as MessageName)} {before[band] === after[band] ? <strong>{count(after[band])}</strong> : <>{count(before[band])} → <strong>{count(after[band])}</strong></>}</span>)}
    </p>
  );
}

/** What the criteria being edited would do to everybody, before they are saved; while nothing is edited, how everybody fits now. */
export function IcpPreview({ before, after, isNew }: { before: Criterion[]; after: Criterion[]; isNew: boolean }): VNode {
  const shown = look.value;
  const edited = !scoreAlike(before, after);
  // what was counted for another one says nothing here
  useEffect(() => () => { look.value = undefined; }, []);
  useEffect(() => {
    const end = new AbortController();
    const run = async (): Promise<void> => {
      const means = {
        ...MEANS,
        // a copy: the sums go on
        onSlice: (shift: Shift, total: number) => { if (total > 2_000) look.value = { shift: { ...shift }, total, done: false }; },
      };
      const shift = await previewIcp(book, before, after, end.signal, means);
      if (shift) look.value = { shift, total: shift.people, done: true };
    };
    const timer = setTimeout(() => void run().catch(report), QUIET);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [JSON.stringify([before, after])]);

  const scoring = rescoring.value;
  return (
    <Section icon={ChartNoAxesColumn} title={t(edited || isNew ? 'icp_preview' : 'icp_now')}>
      {scoring && <div class="stack tight" role="status"><span class="small">{t('icp_scoring', count(scoring.done), count(scoring.total))}</span><progress max={scoring.total} value={scoring.done} aria-label={t('icp_preview')} /></div>}
      {!shown && <div class="skeleton" style={{ height: '96px' }} />}
      {shown && shown.total === 0 && <p class="muted">{t('icp_nobody')}</p>}
      {shown && shown.total > 0 && <Bands look={shown} edited={edited} />}
      {shown && edited && shown.done && <Movers shift={shown.shift} />}
    </Section>
  );
}

function Bands({ look: { shift, total, done }, edited }: { look: Look; edited: boolean }): VNode {
  const share = (value: number): string => `${(100 * value) / Math.max(1, shift.people)}%`;
  return (
    <div class="stack tight" aria-live="polite" aria-busy={!done} data-testid="icp-preview">
      {!done && <progress max={total} value={shift.people} aria-label={t('icp_now')} />}
      <table class="bands">
        <thead class="unseen"><tr><th scope="col">{t('fit')}</th><th scope="col">{t('icp_before')}</th><th scope="col">{t('icp_after')}</th></tr></thead>
        <tbody>
          {BANDS.map((band) => {
            const change = shift.after[band] - shift.before[band];
            return (
              <tr key={band} class={band}>
                <th scope="row">{t(`fit_${band}` as MessageName)}<span class="small muted">{t(`icp_band_${band}` as MessageName)}</span></th>
                <td class="band-bar" aria-hidden="true">
                  {edited && <span class="bar then" style={{ width: share(shift.before[band]) }} />}
                  <span class="bar" style={{ width: share(shift.after[band]) }} />
                </td>
                {edited && <td class="number muted">{count(shift.before[band])}</td>}
                <td class="number after">{count(shift.after[band])}</td>
                {edited && <td class="number change">{change === 0 ? '' : `${change > 0 ? '+' : '−'}${count(Math.abs(change))}`}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Movers({ shift }: { shift: Shift }): VNode {
  if (shift.moved === 0) return <p class="small muted">{t('icp_no_move')}</p>;
  return (
    <div class="stack tight">
      <h3>{t('icp_movers', count(shift.moved))}</h3>
      <ul class="movers">
        {shift.most.map(({ id, name, before, after }) => (
          <li key={id} class="row">
            <a class="strong one-line grow" href={to('person', id)}><bdi>{name || t('people_unnamed')}</bdi></a>
            <FitMark fit={before} /><ArrowTo /><FitMark fit={after} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ArrowTo(): VNode {
  return <svg class="icon muted" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" role="img" aria-label={t('icp_then')}>{ArrowRight.map(([, attributes], at) => <path key={at} {...attributes} />)}</svg>;
}
