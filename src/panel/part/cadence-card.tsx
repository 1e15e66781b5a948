import { CalendarClock, CirclePause, CirclePlay, CircleStop, SkipForward, Waypoints } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Cadence, Enrolment } from '../../domain/cadence.ts';
import { cadenceFor } from '../../domain/cadence-edit.ts';
import { barredBy } from '../../domain/cadence-end.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { enrolmentsOf, pauseEnrolment, resumeEnrolment, skipStep, stopEnrolment } from '../../storage/enrolment.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { enrolling, kindWord, useCadences } from '../state/cadence.ts';
import { useKeys } from '../state/key.ts';
import { usePriority } from '../state/priority.ts';
import { to } from '../state/route.ts';
import '../style/cadence.css';
import { CadenceMove } from './cadence-move.tsx';
import { reasonText } from './cadence-people.tsx';
import { Due } from './due.tsx';
import { Icon } from './icon.tsx';

interface Shown { enrolment: Enrolment; cadence: Cadence | undefined; dueAt: number | undefined }

/** Which cadences somebody is in and where they stand; the next step is skipped, put on hold or given up by one key. Who is in none is offered the default of their priority. */
export function CadenceCard({ prospect }: { prospect: Prospect }): VNode | null {
  const cadences = useCadences();
  const all = useLive(() => enrolmentsOf(book, prospect.id), [prospect.id]);
  const live = all?.filter(({ enrolment }) => enrolment.state !== 'stopped') ?? [];
  const current = live[0];
  const [moving, setMoving] = useState('');
  const barred = barredBy(prospect);
  const begin = (cadenceId?: string): void => { enrolling.value = { ids: [prospect.id], ...(cadenceId ? { cadenceId } : {}) }; };
  const key = useRef({ current, begin, barred });
  key.current = { current, begin, barred };
  useKeys(() => {
    const withCurrent = (work: (one: Shown) => void) => (): void => { if (key.current.current) work(key.current.current); };
    return [
      { key: 'E', label: t('enrol_key'), run: () => { if (!key.current.barred) key.current.begin(); } },
      { key: 'S', label: t('cadence_key_skip'), run: withCurrent((one) => { if (one.enrolment.state === 'active') skip(one); }) },
      { key: 'Z', label: t('cadence_key_move'), run: withCurrent((one) => setMoving(one.enrolment.id)) },
      { key: 'H', label: t('cadence_key_hold'), run: withCurrent(hold) },
      { key: 'X', label: t('cadence_key_stop'), run: withCurrent(end) },
    ];
  }, []);
  if (!all || !cadences || (cadences.length === 0 && all.length === 0)) return null;

  return (
    <section class="card cadence-card" aria-label={t('cadences')} data-testid="cadence-card">
      <header><Icon of={Waypoints} /><h2 class="grow">{t('cadences')}</h2>
        {!barred && live.length > 0 && <button type="button" class="button quiet" data-testid="cadence-begin" onClick={() => begin()}>{t('enrol_another')} <kbd title={t('cadence_shift', 'E')}>⇧E</kbd></button>}
      </header>
      {all.map((one, at) => <Line key={one.enrolment.id} one={one} prospect={prospect} hasKeys={at === 0} isMoving={moving === one.enrolment.id} onMove={setMoving} />)}
      {live.length === 0 && (barred ? <p class="small muted">{t('cadence_barred')}</p> : <Offer prospect={prospect} cadences={cadences} onBegin={begin} />)}
    </section>
  );
}

function Line({ one, prospect, hasKeys, isMoving, onMove }: { one: Shown; prospect: Prospect; hasKeys: boolean; isMoving: boolean; onMove: (id: string) => void }): VNode {
  const { enrolment, cadence, dueAt } = one;
  const { state, past, stepId } = enrolment;
  const steps = cadence?.steps ?? [];
  const step = steps.find(({ id }) => id === stepId);
  if (state === 'stopped') {
    return <p class="small muted cadence-over" data-testid="enrolment">{cadence ? <a href={to('cadences', cadence.id)} dir="auto">{cadence.name}</a> : t('cadence_gone_title')} · {reasonText(enrolment)}</p>;
  }
  return (
    <div class={`enrolment ${state}`} data-testid="enrolment">
      <div class="row"><a class="grow one-line" dir="auto" href={to('cadences', enrolment.cadenceId)}>{cadence?.name}</a>
        {state === 'paused' ? <span class="chip warn">{t('cadence_on_hold')}</span> : <Due at={dueAt ?? 0} />}
      </div>
      <div class="dots" role="img" aria-label={t('cadence_progress', past.length, steps.length)}>
        {steps.map(({ id, kind }) => <span key={id} title={kindWord(kind)} class={dotOf(enrolment, id)} />)}
      </div>
      {step && <p class="small" data-testid="enrolment-step"><strong>{kindWord(step.kind)}</strong>{step.text && step.text !== kindWord(step.kind) && <span class="muted" dir="auto"> {step.text}</span>}</p>}
      {isMoving && state === 'active' && cadence && dueAt !== undefined && <CadenceMove prospect={prospect} enrolment={enrolment} cadence={cadence} dueAt={dueAt} onClose={() => onMove('')} />}
      <div class="row wrap">
        {state === 'active' && dueAt !== undefined && <Tool icon={CalendarClock} name={t('cadence_move')} letter={hasKeys ? 'Z' : ''} testId="cadence-move-open" run={() => onMove(isMoving ? '' : enrolment.id)} />}
        {state === 'active' && <Tool icon={SkipForward} name={t('cadence_skip')} letter={hasKeys ? 'S' : ''} testId="cadence-skip" run={() => skip(one)} />}
        <Tool icon={state === 'paused' ? CirclePlay : CirclePause} name={t(state === 'paused' ? 'cadence_resume' : 'cadence_hold')} letter={hasKeys ? 'H' : ''} testId="cadence-hold" run={() => hold(one)} />
        <Tool icon={CircleStop} name={t('cadence_stop')} letter={hasKeys ? 'X' : ''} testId="cadence-stop" run={() => end(one)} />
      </div>
    </div>
  );
}

function Tool({ icon, name, letter, testId, run }: { icon: IconNode; name: string; letter: string; testId: string; run: () => void }): VNode {
  return <button type="button" class="button quiet" data-testid={testId} onClick={run}><Icon of={icon} />{name}{letter && <kbd title={t('cadence_shift', letter)}>⇧{letter}</kbd>}</button>;
}

function dotOf({ past, stepId }: Enrolment, id: string): string {
  const one = past.find((each) => each.stepId === id);
  return one ? (one.done ? 'done' : 'skipped') : id === stepId ? 'here' : '';
}

/** The default of the person's priority first, or the way to choose one. */
function Offer({ prospect, cadences, onBegin }: { prospect: Prospect; cadences: readonly Cadence[]; onBegin: (id?: string) => void }): VNode {
  const level = usePriority(prospect);
  const offered = level && cadenceFor(cadences, level);
  return (
    <div class="row wrap">
      {offered && <button type="button" class="button primary" data-testid="cadence-default" onClick={() => onBegin(offered.id)}>{t('cadence_begin_default', offered.name)}</button>}
      <button type="button" class="button" data-testid="cadence-begin" onClick={() => onBegin()}>{t(offered ? 'enrol_other' : 'enrol')} <kbd title={t('cadence_shift', 'E')}>⇧E</kbd></button>
      {offered && <span class="small muted">{t('cadence_offered_for', level)}</span>}
    </div>
  );
}

function skip({ enrolment, cadence }: Shown): void {
  void act(t('change_cadence_skip', cadence?.name ?? ''), (change) => skipStep(book, enrolment.id, enrolment.stepId, change));
}

function hold({ enrolment, cadence }: Shown): void {
  const isPaused = enrolment.state === 'paused';
  void act(t(isPaused ? 'change_cadence_resume' : 'change_cadence_hold', cadence?.name ?? ''), (change) => (isPaused ? resumeEnrolment : pauseEnrolment)(book, enrolment.id, change));
}

function end({ enrolment, cadence }: Shown): void {
  void act(t('change_cadence_stop', cadence?.name ?? ''), (change) => stopEnrolment(book, enrolment.id, change));
}
