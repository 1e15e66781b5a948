import { Copy, Plus, Trash2, Waypoints } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Cadence } from '../../domain/cadence.ts';
import { STARTER_CADENCES } from '../../domain/starter-cadence.ts';
import { t } from '../../platform/locale.ts';
import { addStarterCadences, countEnrolled } from '../../storage/cadence.ts';
import { CadenceEditor } from './cadence-editor.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { addNew, dayCount, remove, useCadences } from '../state/cadence.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import '../style/cadence.css';
import '../style/icp.css';

/** The cadences of the book: a list, and with an id the page of one. */
export function CadencesView({ id }: { id: string }): VNode {
  const cadences = useCadences();
  const open = id ? cadences?.find((one) => one.id === id) : undefined;
  return (
    <div class="stack cadences-view">
      <TargetingTabs place="cadences" />
      {!cadences ? <Skeleton /> : id ? (open ? <CadenceEditor key={open.id} cadence={open} /> : <Gone />) : <CadenceList cadences={cadences} />}
    </div>
  );
}

function Gone(): VNode {
  return <Empty icon={Waypoints} title={t('cadence_gone_title')} text={t('cadence_gone_text')}><a class="button" href={to('cadences')}>{t('cadence_all')}</a></Empty>;
}

function addStarters(): void {
  void act(t('cadence_starters_added'), (change) => addStarterCadences(book, STARTER_CADENCES, change));
}

function CadenceList({ cadences }: { cadences: Cadence[] }): VNode {
  const list = useRef<HTMLUListElement>(null);
  const now = useRef(cadences);
  now.current = cadences;
  const counts = useLive(() => countEnrolled(book), []);
  const at = (): number => [...list.current?.children ?? []].findIndex((row) => row.contains(document.activeElement));
  const move = (to: number): void => {
    const links = [...list.current?.querySelectorAll<HTMLElement>('.cadence-link') ?? []];
    links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
  };
  const withCurrent = (work: (cadence: Cadence) => void): void => {
    const cadence = now.current[at()];
    if (cadence) work(cadence);
  };
  useKeys(() => [
    { key: 'a', label: t('cadence_new'), run: () => void addNew() },
    { key: 'j', label: t('key_next'), run: () => move(at() + 1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(at() + 1) },
    { key: 'k', label: t('key_previous'), run: () => move(at() - 1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(at() - 1) },
    { key: 'd', label: t('cadence_duplicate'), run: () => withCurrent((cadence) => void addNew(cadence)) },
    { key: 'x', label: t('cadence_remove'), run: () => withCurrent((cadence) => void remove(cadence)) },
  ], []);

  const lacksStarter = STARTER_CADENCES.some(({ id }) => !cadences.some((one) => one.id === id));
  if (cadences.length === 0) {
    return (
      <>
        <header class="view-head"><h1>{t('cadences')}</h1></header>
        <Empty icon={Waypoints} title={t('cadences_none_title')} text={t('cadences_none_text')}>
          <button class="button primary" data-testid="cadence-starters" onClick={addStarters}>{t('cadence_starters')}</button>
          <button class="button" data-testid="cadence-new" onClick={() => void addNew()}><Icon of={Plus} />{t('cadence_new')}</button>
        </Empty>
      </>
    );
  }
  return (
    <>
      <header class="view-head"><h1 class="grow">{t('cadences')} <span class="muted number">{cadences.length}</span></h1><button class="button" data-testid="cadence-new" onClick={() => void addNew()}><Icon of={Plus} />{t('cadence_new')}</button></header>
      <ul class="cadence-list" ref={list}>
        {cadences.map((cadence) => {
          const { active = 0, paused = 0 } = counts?.get(cadence.id) ?? {};
          return (
            <li key={cadence.id} class="card cadence-row" data-testid="cadence-row">
              <a class="cadence-link" href={to('cadences', cadence.id)}>
                <strong class="one-line"><bdi>{cadence.name}</bdi></strong>
                <span class="small muted">{cadence.steps.length === 0 ? t('cadence_no_steps') : t('cadence_size', cadence.steps.length, dayCount(cadence.steps))}</span>
                <span class="row wrap small">
                  {active > 0 && <span class="chip good" data-testid="cadence-active">{t('cadence_active', active)}</span>}
                  {paused > 0 && <span class="chip">{t('cadence_paused', paused)}</span>}
                  {cadence.priorities.map((one) => <span key={one} class="chip">{t('cadence_default_for', one)}</span>)}
                </span>
              </a>
              <span class="row cadence-tools">
                <button class="button quiet icon-only" aria-label={t('cadence_duplicate_this', cadence.name)} title={t('cadence_duplicate')} onClick={() => void addNew(cadence)}><Icon of={Copy} /></button>
                <button class="button quiet icon-only" aria-label={t('cadence_remove_this', cadence.name)} title={t('cadence_remove')} onClick={() => void remove(cadence)}><Icon of={Trash2} /></button>
              </span>
            </li>
          );
        })}
      </ul>
      {lacksStarter && <button type="button" class="button quiet cadence-more" data-testid="cadence-starters" onClick={addStarters}>{t('cadence_starters')}</button>}
    </>
  );
}
