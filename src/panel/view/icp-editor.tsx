import { ArrowLeft, Copy, Plus, Trash2 } from 'lucide';
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { blankCriterion, blocksSaving, faultOf, moved } from '../../domain/criterion.ts';
import { scoreAlike } from '../../domain/icp-change.ts';
import type { Criterion, Icp } from '../../domain/icp.ts';
import { t } from '../../platform/locale.ts';
import { createIcp, icpVersionsOf, saveIcp, setMarket, versionAfter, type IcpEdit } from '../../storage/icp.ts';
import { kindName } from '../part/criterion-words.ts';
import { Icon } from '../part/icon.tsx';
import { Market } from '../part/market.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { duplicate, NEW_ICP, remove } from '../state/icp.ts';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import { toast } from '../state/toast.ts';
import { CriterionCard } from './icp-criterion.tsx';
import { capturedNow, IcpPreview, IcpPreviewLine } from './icp-preview.tsx';
import { IcpVersions } from './icp-versions.tsx';

/** What the rep has changed and not saved, by ICP: going to look at somebody must not cost it. */
const unsaved = signal<{ [id: string]: IcpEdit }>({});

export function blankIcp(): Icp {
  return { id: NEW_ICP, version: 0, name: '', criteria: [], createdAt: 0, updatedAt: 0 };
}

/** One ideal customer: edited, tried on everybody, then saved as a new version. `among` is how many there are. */
export function IcpEditor({ icp, among }: { icp: Icp; among: number }): VNode {
  const versions = useLive(() => icpVersionsOf(book, icp.id), [icp.id, icp.updatedAt]) ?? [];
  const [said, setSaid] = useState('');
  // a new one has no name at first: that is no mistake before it is to be saved
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isNew = icp.id === NEW_ICP;
  const edit = editOf(icp);
  const next = versionAfter(icp, versions);
  const isEdited = differs(edit, icp);
  const isNameless = edit.name.trim() === '' && (tried || !isNew);
  const set = (part: Partial<IcpEdit>): void => keep(icp.id, { ...editOf(icp), ...part });
  const total = edit.criteria.reduce((sum, one) => sum + weightOf(one), 0);

  const save = async (): Promise<void> => {
    // read now: the key that saves may have added a last word just before
    const { name: typed, criteria } = editOf(icp);
    const name = typed.replace(/\s+/g, ' ').trim();
    if (!name || criteria.some(blocksSaving)) {
      setTried(true);
      form.current?.querySelector<HTMLElement>(name ? '[aria-invalid="true"]' : '[data-testid=icp-name]')?.focus();
      return;
    }
    if (!differs({ name, criteria }, icp)) return;
    const id = isNew ? newId() : icp.id;
    const label = isNew ? t('icp_created', name) : scoreAlike(icp.criteria, criteria) ? t('icp_saved_same', name) : t('icp_saved', name, next);
    if (!await act(label, (change) => (isNew ? createIcp(book, id, { name, criteria }, change) : saveIcp(book, id, { name, criteria }, change)))) return;
    keep(icp.id, undefined);
    if (isNew) go('icp', id);
  };
  const focusCard = (at: number): void => void requestAnimationFrame(() => {
    const card = list.current?.children[at];
    (card?.querySelector<HTMLElement>('select') ?? card?.querySelector<HTMLElement>('.fold') ?? form.current?.querySelector<HTMLElement>('[data-testid=icp-add]'))?.focus();
  });
  const add = (): void => {
    const { criteria } = editOf(icp);
    set({ criteria: [...criteria, blankCriterion(newId())] });
    focusCard(criteria.length);
  };
  const move = (at: number, by: -1 | 1): void => {
    const { criteria } = editOf(icp);
    const order = moved(criteria, at, by);
    if (order === criteria) return;
    const focused = document.activeElement as HTMLElement | null;
    set({ criteria: [...order] });
    setSaid(t('icp_moved', kindName(criteria[at]!), at + by + 1, criteria.length));
    requestAnimationFrame(() => ((focused as HTMLButtonElement | null)?.disabled ? focusCard(at + by) : focused?.focus()));
  };
  const takeOut = (at: number): void => {
    const { criteria } = editOf(icp);
    const gone = criteria[at]!;
    set({ criteria: criteria.filter((_, index) => index !== at) });
    focusCard(Math.min(at, criteria.length - 2));
    toast(t('icp_removed', kindName(gone)), { action: { label: t('undo'), run: () => {
      const rest = editOf(icp).criteria.filter(({ id }) => id !== gone.id);
      set({ criteria: [...rest.slice(0, at), gone, ...rest.slice(at)] });
    } } });
  };
  const current = useRef({ save, add });
  current.current = { save, add };
  useKeys(() => [
    { key: 's', label: t('icp_key_save'), run: () => void current.current.save() },
    { key: 'a', label: t('icp_add'), run: () => current.current.add() },
    // only told here: the card hears it, wherever in it the focus is
    { key: 'Alt+ArrowUp', label: t('icp_key_move'), run: () => undefined },
    { key: 'Alt+ArrowDown', label: t('icp_key_move'), run: () => undefined },
  ], []);

  return (
    <form ref={form} class="icp stack" onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save(); } }}>
      <TargetingTabs place="icp" />
      {among > 1 && <a class="row small back" href={to('icp')}><Icon of={ArrowLeft} />{t('icp_all')}</a>}
      <header class="view-head">
        <h1 class="grow">{t(isNew ? 'icp_new_title' : 'icp_title')}{!isNew && <span class="muted small"> {t('icp_version', icp.version)}</span>}</h1>
        {!isNew && <Tools icp={icp} />}
      </header>
      <div class="icp-columns">
        <div class="stack">
          <label class="stack tight"><span class="settings-label">{t('icp_name')}</span>
            <input class="input" value={edit.name} maxLength={80} dir="auto" placeholder={t('icp_name_placeholder')} aria-invalid={isNameless} data-testid="icp-name" onInput={(event) => set({ name: event.currentTarget.value })}
              onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault(); }} />
            {isNameless && <span class="small bad-text" role="alert">{t('icp_name_missing')}</span>}
          </label>
          {edit.criteria.length === 0 && <p class="muted">{t('icp_blank_text')}</p>}
          <div class="stack" ref={list}>
            {edit.criteria.map((criterion, at) => (
              <CriterionCard
                key={criterion.id} criterion={criterion} number={at + 1} of={edit.criteria.length} share={total > 0 ? (100 * weightOf(criterion)) / total : 0}
                onChange={(one) => set({ criteria: editOf(icp).criteria.map((each) => (each.id === one.id ? one : each)) })} onMove={(by) => move(at, by)} onRemove={() => takeOut(at)}
              />
            ))}
          </div>
          <button type="button" class="button add" data-testid="icp-add" onClick={add}><Icon of={Plus} />{t('icp_add')}</button>
          <span class="unseen" role="status">{said}</span>
        </div>
        <div class="stack aside">
          <IcpPreview isNew={isNew} before={isNew ? edit.criteria : icp.criteria} after={edit.criteria} />
          {!isNew && (
            <section class="card" aria-label={t('market')}>
              <Market captured={capturedNow()} total={icp.tam} definition={t('market_captured_fit')} onChange={(tam) => void act(t('market_changed', icp.name), (change) => setMarket(book, icp.id, tam, change))} />
            </section>
          )}
          <IcpVersions icp={icp} versions={versions} onRestore={({ name, criteria }) => { keep(icp.id, { name, criteria }); }} />
        </div>
      </div>
      {isEdited && (
        <footer class="save-bar">
          <IcpPreviewLine />
          <button type="button" class="button big" onClick={() => { keep(icp.id, undefined); if (isNew) go('icp'); }}>{t('icp_discard')}</button>
          <button type="submit" class="button primary big grow" data-testid="icp-save">{isNew ? t('icp_create') : scoreAlike(icp.criteria, edit.criteria) ? t('icp_save_same') : t('icp_save', next)}</button>
        </footer>
      )}
    </form>
  );
}

function Tools({ icp }: { icp: Icp }): VNode {
  return (
    <span class="row icp-tools">
      <a class="button quiet icon-only" href={to('icp', NEW_ICP)} aria-label={t('icp_new')} title={t('icp_new')} data-testid="icp-new"><Icon of={Plus} /></a>
      <button type="button" class="button quiet icon-only" aria-label={t('icp_duplicate')} title={t('icp_duplicate')} data-testid="icp-duplicate" onClick={() => void duplicate(icp)}><Icon of={Copy} /></button>
      <button type="button" class="button quiet icon-only" aria-label={t('icp_delete')} title={t('icp_delete')} data-testid="icp-delete" onClick={() => void remove(icp)}><Icon of={Trash2} /></button>
    </span>
  );
}

function keep(id: string, edit: IcpEdit | undefined): void {
  const { [id]: _old, ...others } = unsaved.value;
  unsaved.value = edit ? { ...others, [id]: edit } : others;
}

function editOf({ id, name, criteria }: Icp): IcpEdit {
  return unsaved.value[id] ?? { name, criteria };
}

function differs(edit: IcpEdit, icp: Icp): boolean {
  return JSON.stringify([edit.name.trim(), edit.criteria]) !== JSON.stringify([icp.name, icp.criteria]);
}

function weightOf(criterion: Criterion): number {
  return criterion.rule === 'plus' && faultOf(criterion) !== 'empty' ? criterion.weight : 0;
}
