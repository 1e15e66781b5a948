import { X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cadence } from '../../domain/cadence.ts';
import { planDates } from '../../domain/enrol.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { checkEnrol, enrolPeople, type EnrolCheck } from '../../storage/enrolment.ts';
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

function Form({ ids, first, onDone }: { ids: readonly string[]; first: string; onDone: () => void }): VNode | null {
  const cadences = useCadences()?.filter(({ steps }) => steps.length > 0);
  const [chosen, setChosen] = useState(first);
  const [confirmed, setConfirmed] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const cadence = cadences?.find(({ id }) => id === chosen) ?? cadences?.[0];
  const check = useLive(async () => (cadence ? { of: cadence.id, found: await checkEnrol(book, cadence.id, ids) } : null), [cadence?.id, ids]);
  const isThere = cadence !== undefined;
  // the form comes when the dialog is open already
  useEffect(() => { select.current?.focus(); }, [isThere]);
  if (!cadences) return null;
  if (!cadence) return <div class="stack"><p>{t('enrol_no_cadence')}</p><a class="button" href={to('cadences')} onClick={onDone}>{t('cadences')}</a></div>;
  const found = check?.of === cadence.id ? check.found : undefined;
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
    <form class="stack" onKeyDown={(event) => {
      // a list of choices does not send its form by itself
      if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) { event.preventDefault(); event.currentTarget.requestSubmit(); }
    }} onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      <label class="labelled"><span class="small muted">{t('cadence')}</span>
        <select ref={select} class="input" data-testid="enrol-cadence" value={cadence.id} onChange={(event) => { setChosen(event.currentTarget.value); setConfirmed(false); }}>
          {cadences.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      {found && <Preview cadence={cadence} sample={found.free[0] ?? found.before[0] ?? found.elsewhere[0]?.id} many={ids.length > 1} />}
      {found && <Obstacles check={found} />}
      {asks > 0 && <label class="row small" data-testid="enrol-confirm"><input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.currentTarget.checked)} />{asks === 1 ? t('enrol_confirm_one') : t('enrol_confirm', asks)}</label>}
      <div class="row">
        <button type="submit" class="button primary" data-testid="enrol-do" disabled={number === 0}>{number === 0 ? t('enrol_nobody') : number === 1 ? t('enrol_do_one') : t('enrol_do', number)} {number > 0 && <kbd>↵</kbd>}</button>
        <button type="button" class="button quiet" onClick={onDone}>{t('cancel')}</button>
      </div>
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

function Obstacles({ check: { inside, elsewhere, before, barred } }: { check: EnrolCheck }): VNode | null {
  const names = [...new Set(elsewhere.flatMap(({ cadences }) => cadences))].filter(Boolean).slice(0, 3).join(', ');
  const lines = [
    elsewhere.length > 0 && t(elsewhere.length === 1 ? 'enrol_elsewhere_one' : 'enrol_elsewhere', elsewhere.length, names),
    before.length > 0 && t(before.length === 1 ? 'enrol_before_one' : 'enrol_before', before.length),
    inside.length > 0 && t(inside.length === 1 ? 'enrol_inside_one' : 'enrol_inside', inside.length),
    barred.length > 0 && t(barred.length === 1 ? 'enrol_barred_one' : 'enrol_barred', barred.length),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return <ul class="banner warn stack tight small" data-testid="enrol-obstacles">{lines.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>;
}
