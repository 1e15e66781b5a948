import { X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cadence } from '../../domain/cadence.ts';
import { planDates } from '../../domain/enrol.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { checkEnrol, enrolPeople } from '../../storage/enrolment.ts';
import { planMeans } from '../../storage/plan-means.ts';
import { enrolling as enrolInBulk } from '../../storage/bulk.ts';
import { act } from '../state/act.ts';
import { doToMany } from '../state/bulk.ts';
import { book, useLive } from '../state/book.ts';
import { dayWord, enrolling, kindWord, useCadences, zoneOf } from '../state/cadence.ts';
import { now, zone } from '../state/clock.ts';
import { askGazetteer } from '../state/gazetteer.ts';
import { to } from '../state/route.ts';
import '../style/cadence.css';
import { EnrolGroups } from './enrol-groups.tsx';
import { EnrolFoot, EnrolObstacles } from './enrol-obstacles.tsx';
import { Icon } from './icon.tsx';

/** More are enrolled in slices, with progress. */
const FEW = 100;

/** The cadence that was begun last: the next one is likely the same. */
let last = '';

/** Asks with which cadence to begin, and shows the dates and whom it is not for before anything is written. */
export function EnrolDialog(): VNode | null {
  const asked = enrolling.value;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!asked) return;
    askGazetteer();
    dialog.current?.showModal();
  }, [asked]);
  if (!asked) return null;
  return (
    <dialog ref={dialog} class="help enrol" aria-label={t('enrol_title')} data-testid="enrol" onClose={() => { enrolling.value = null; }} onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close(); }}>
      <header class="row"><h2 class="grow">{t('enrol_title')}</h2><button type="button" class="button quiet icon-only" aria-label={t('close')} onClick={() => dialog.current?.close()}><Icon of={X} /></button></header>
      <Form ids={asked.ids} first={asked.cadenceId ?? last} onDone={() => dialog.current?.close()} />
    </dialog>
  );
}

const BY_PRIORITY = 'by priority';

function Form({ ids, first, onDone }: { ids: readonly string[]; first: string; onDone: () => void }): VNode | null {
  const cadences = useCadences()?.filter(({ steps }) => steps.length > 0);
  const [chosen, setChosen] = useState(first);
  const select = useRef<HTMLSelectElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const cadence = cadences?.find(({ id }) => id === chosen) ?? cadences?.[0];
  const isThere = cadence !== undefined;
  // the form comes when the dialog is open already
  useEffect(() => { select.current?.focus(); }, [isThere]);
  if (!cadences) return null;
  if (!cadence) return <div class="stack"><p>{t('enrol_no_cadence')}</p><a class="button" href={to('cadences')} onClick={onDone}>{t('cadences')}</a></div>;
  const byPriority = ids.length > 1 && cadences.some(({ priorities }) => priorities.length > 0);
  const grouped = byPriority && chosen === BY_PRIORITY;
  return (
    <div class="stack">
      <label class="labelled"><span class="small muted">{t('cadence')}</span>
        <select ref={select} class="input" data-testid="enrol-cadence" value={grouped ? BY_PRIORITY : cadence.id} onChange={(event) => setChosen(event.currentTarget.value)}
          // a list of choices does not send a form by itself
          onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); rest.current?.querySelector('form')?.requestSubmit(); } }}>
          {byPriority && <option value={BY_PRIORITY}>{t('enrol_by_priority')}</option>}
          {cadences.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <div ref={rest}>{grouped ? <EnrolGroups ids={ids} cadences={cadences} onDone={onDone} /> : <One key={cadence.id} cadence={cadence} ids={ids} onDone={onDone} />}</div>
    </div>
  );
}

function One({ cadence, ids, onDone }: { cadence: Cadence; ids: readonly string[]; onDone: () => void }): VNode | null {
  const [confirmed, setConfirmed] = useState(false);
  const found = useLive(() => checkEnrol(book, cadence.id, ids), [cadence.id, ids]);
  const asks = found ? found.elsewhere.length + found.before.length : 0;
  const number = found ? found.free.length + (confirmed ? asks : 0) : 0;
  const begin = async (): Promise<void> => {
    if (number === 0) return;
    last = cadence.id;
    if (ids.length > FEW) {
      onDone();
      await doToMany(t('enrol_begun', cadence.name), ids, enrolInBulk(book, cadence.id, { zoneOf, confirmed }));
      return;
    }
    const label = number === 1 ? t('enrol_done_one', cadence.name) : t('enrol_done', number, cadence.name);
    if (await act(label, (change) => enrolPeople(book, cadence.id, ids, { zoneOf, confirmed }, change))) onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      {found && <Preview cadence={cadence} sample={found.free[0] ?? found.before[0] ?? found.elsewhere[0]?.id} many={ids.length > 1} />}
      {found && <EnrolObstacles check={found} />}
      <EnrolFoot number={number} asks={asks} confirmed={confirmed} onConfirm={setConfirmed} onDone={onDone} />
    </form>
  );
}

/** The dates of all steps, if each is done when it is due; for many people those of the first, who may be in another time zone. */
function Preview({ cadence, sample, many }: { cadence: Cadence; sample: string | undefined; many: boolean }): VNode | null {
  const at = now.value;
  const plan = useLive(async () => {
    const person: Prospect | undefined = sample === undefined ? undefined : await book.prospects.get(sample);
    if (!person) return null;
    const there = zoneOf(person);
    return { name: person.fields.name?.value ?? t('no_name'), zone: there, dates: planDates(cadence.steps, at, (await planMeans(book))(person, there)) };
  }, [cadence.id, cadence.version, sample, at]);
  if (!plan) return null;
  const far = plan.zone !== zone();
  return (
    <div class="stack tight">
      <h3 dir="auto">{many ? t('enrol_dates_of', plan.name) : t('enrol_dates')}</h3>
      <ol class="enrol-dates">
        {cadence.steps.map((step, index) => <li key={step.id} class="small"><span class="muted number">{dayWord(plan.dates[index]!, plan.zone)}</span> <span class="one-line">{kindWord(step.kind)}</span></li>)}
      </ol>
      <p class="small muted">{many ? t('enrol_zones') : far ? t('enrol_zone', plan.zone.replaceAll('_', ' ')) : t('enrol_if_done')}</p>
    </div>
  );
}
