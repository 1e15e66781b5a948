import { ArrowRight, ChartNoAxesColumn } from 'lucide';
import type { VNode } from 'preact';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { BANDS, shiftOf, type Shift } from '../../domain/fit-shift.ts';
import { scoreAlike } from '../../domain/icp-change.ts';
import type { Criterion, Icp } from '../../domain/icp.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { scoreAll } from '../../domain/people/scores.ts';
import { slotsOf } from '../../domain/people/table.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { FitMark } from '../part/fit.tsx';
import { Section } from '../part/section.tsx';
import { meansOf } from '../state/gazetteer.ts';
import { usePeople } from '../state/people.ts';
import { inTurns } from '../state/turn.ts';
import { to } from '../state/route.ts';
import { count } from './people-bar.tsx';

/** Typing is over when nothing came for this long (ms). */
const QUIET = 250;

const look = signal<Shift | undefined>(undefined);

/** How many people an ICP catches as it is saved (fit of 70 and more), as the preview has last counted them; undefined while they are counted. */
export function capturedNow(): number | undefined {
  return look.value?.before.good;
}

/** How many people each of these ICPs catches, by id, one after the other; counted again when one of them, or anybody, changes. */
export function useCaptured(icps: readonly Icp[]): ReadonlyMap<string, number> {
  const people = usePeople();
  const [captured, setCaptured] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const end = new AbortController();
    const run = async (): Promise<void> => {
      for (const { id, criteria } of people ? icps : []) {
        const shift = await shiftBetween(people!, criteria, criteria, end.signal);
        if (!shift) return;
        setCaptured((now) => new Map([...now, [id, shift.after.good]]));
      }
    };
    void run().catch(report);
    return () => end.abort();
  }, [people?.scores, icps.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join()]);
  return captured;
}

/** What going from the one to the other would do to everybody; undefined when it was ended, or the people changed meanwhile. */
async function shiftBetween({ table }: PeopleNow, before: Criterion[], after: Criterion[], end: AbortSignal): Promise<Shift | undefined> {
  const { version } = table;
  const means = await meansOf([{ criteria: [...before, ...after] }]);
  const isOver = (): boolean => end.aborted || table.version !== version;
  const [old, next] = [await inTurns(scoreAll(table, { criteria: before }, means), isOver), await inTurns(scoreAll(table, { criteria: after }, means), isOver)];
  if (!old || !next || isOver()) return undefined;
  return inTurns(shiftOf(slotsOf(table), old.fit, next.fit, (slot) => ({ id: table.ids[slot]!, name: table.texts.name.get(slot) })), isOver);
}

/** What saving would do in one line, for a narrow panel: beside the button that saves. */
export function IcpPreviewLine(): VNode | null {
  const shown = look.value;
  if (!shown || shown.people === 0) return null;
  const { before, after } = shown;
  return (
    <p class="preview-line" aria-hidden="true">
      {BANDS.map((band) => <span key={band}>{t(`fit_${band}` as MessageName)} {before[band] === after[band] ? <strong>{count(after[band])}</strong> : <>{count(before[band])} → <strong>{count(after[band])}</strong></>}</span>)}
    </p>
  );
}

/** What the criteria being edited would do to everybody, before they are saved; while nothing is edited, how everybody fits now. */
export function IcpPreview({ before, after, isNew }: { before: Criterion[]; after: Criterion[]; isNew: boolean }): VNode {
  const people = usePeople();
  const shown = look.value;
  const edited = !scoreAlike(before, after);
  // what was counted for another one says nothing here
  useEffect(() => () => { look.value = undefined; }, []);
  useEffect(() => {
    if (!people) return undefined;
    const end = new AbortController();
    const run = async (): Promise<void> => {
      const shift = await shiftBetween(people, before, after, end.signal);
      if (shift) look.value = shift;
    };
    const timer = setTimeout(() => void run().catch(report), QUIET);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [people?.scores, JSON.stringify([before, after])]);

  return (
    <Section icon={ChartNoAxesColumn} title={t(edited || isNew ? 'icp_preview' : 'icp_now')}>
      {!shown && <div class="skeleton" style={{ height: '96px' }} />}
      {shown && shown.people === 0 && <p class="muted">{t('icp_nobody')}</p>}
      {shown && shown.people > 0 && <Bands shift={shown} edited={edited} />}
      {shown && edited && <Movers shift={shown} />}
    </Section>
  );
}

function Bands({ shift, edited }: { shift: Shift; edited: boolean }): VNode {
  const share = (value: number): string => `${(100 * value) / Math.max(1, shift.people)}%`;
  return (
    <div class="stack tight" aria-live="polite" data-testid="icp-preview">
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
