import { History, Plus, Target } from 'lucide';
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Criterion, Icp } from '../../domain/icp.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { ensureStarter } from '../../storage/first-run.ts';
import { activeIcp } from '../../storage/fit.ts';
import { icpVersionsOf, saveIcp, type IcpEdit } from '../../storage/icp.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { bindKeys } from '../state/key.ts';
import { keepScored } from '../state/rescore.ts';
import '../style/settings.css';
import '../style/icp.css';
import { CriterionCard } from './icp-criterion.tsx';
import { IcpPreview, IcpPreviewLine } from './icp-preview.tsx';

/** What the rep has changed and not saved: going to look at somebody must not cost it. */
const unsaved = signal<IcpEdit | undefined>(undefined);

/** The ideal customer profile: edited, tried on everybody, then saved as a new version. */
export function IcpView({ id: _id }: { id: string }): VNode {
  const state = useLive(async () => {
    const icp = await activeIcp(book);
    return { icp, versions: icp ? await icpVersionsOf(book, icp.id) : [] };
  }, []);
  useEffect(keepScored, []);
  if (!state) return <Skeleton lines={8} />;
  const { icp, versions } = state;
  if (!icp) {
    return (
      <Empty icon={Target} title={t('icp_none_title')} text={t('icp_none_text')}>
        <button class="button primary" onClick={() => void act(t('icp_started'), (change) => ensureStarter(book, change))}>{t('icp_start')}</button>
      </Empty>
    );
  }
  return <Editor icp={icp} versions={versions} />;
}

function Editor({ icp, versions }: { icp: Icp; versions: Icp[] }): VNode {
  const edit = editOf(icp);
  const next = Math.max(icp.version, versions[0]?.version ?? 0) + 1;
  const isEdited = differs(edit, icp);
  const set = (part: Partial<IcpEdit>): void => { unsaved.value = { ...editOf(icp), ...part }; };
  const setAt = (at: number, criterion: Criterion): void => set({ criteria: edit.criteria.map((one, index) => (index === at ? criterion : one)) });
  const list = useRef<HTMLDivElement>(null);

  const save = async (): Promise<void> => {
    // read now: the key that saves may have added a last word just before
    const { name: typed, criteria } = editOf(icp);
    const name = typed.replace(/\s+/g, ' ').trim();
    if (!name || !differs({ name, criteria }, icp)) return;
    if (await act(t('icp_saved', name, next), (change) => saveIcp(book, icp.id, { name, criteria }, change))) unsaved.value = undefined;
  };
  const add = (): void => {
    set({ criteria: [...edit.criteria, { id: newId(), kind: 'title', any: [], weight: 5, rule: 'plus' }] });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(':scope > :last-child select')?.focus());
  };
  const current = useRef({ save, add });
  current.current = { save, add };
  useEffect(() => bindKeys([
    { key: 's', label: t('icp_key_save'), run: () => void current.current.save() },
    { key: 'a', label: t('icp_add'), run: () => current.current.add() },
  ]), []);

  return (
    <form class="icp stack" onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save(); } }}>
      <TargetingTabs place="icp" />
      <header class="view-head"><h1>{t('icp_title')}</h1><span class="muted">{t('icp_version', icp.version)}</span></header>
      <div class="icp-columns">
        <div class="stack">
          <label class="stack tight"><span class="settings-label">{t('icp_name')}</span>
            <input class="input" value={edit.name} maxLength={80} dir="auto" aria-invalid={edit.name.trim() === ''} data-testid="icp-name" onInput={(event) => set({ name: event.currentTarget.value })}
              onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault(); }} />
            {edit.name.trim() === '' && <span class="small bad-text" role="alert">{t('icp_name_missing')}</span>}
          </label>
          <div class="stack" ref={list}>
            {edit.criteria.map((criterion, at) => (
              <CriterionCard key={criterion.id} criterion={criterion} number={at + 1} onChange={(one) => setAt(at, one)} onRemove={() => set({ criteria: edit.criteria.filter((_, index) => index !== at) })} />
            ))}
          </div>
          <button type="button" class="button add" data-testid="icp-add" onClick={add}><Icon of={Plus} />{t('icp_add')}</button>
        </div>
        <div class="stack aside">
          <IcpPreview before={icp.criteria} after={edit.criteria} />
          <Versions icp={icp} versions={versions} onRestore={({ name, criteria }) => { unsaved.value = { name, criteria }; }} />
        </div>
      </div>
      {isEdited && (
        <footer class="save-bar">
          <IcpPreviewLine />
          <button type="button" class="button big" onClick={() => { unsaved.value = undefined; }}>{t('icp_discard')}</button>
          <button type="submit" class="button primary big grow" disabled={edit.name.trim() === ''} data-testid="icp-save">{t('icp_save', next)}</button>
        </footer>
      )}
    </form>
  );
}

function editOf({ name, criteria }: Icp): IcpEdit {
  return unsaved.value ?? { name, criteria };
}

function differs(edit: IcpEdit, icp: Icp): boolean {
  return JSON.stringify([edit.name.trim(), edit.criteria]) !== JSON.stringify([icp.name, icp.criteria]);
}

function Versions({ icp, versions, onRestore }: { icp: Icp; versions: Icp[]; onRestore: (version: Icp) => void }): VNode | null {
  if (versions.length < 2) return null;
  const when = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section icon={History} title={t('icp_versions')}>
      <ul class="versions">
        {versions.map((one) => (
          <li key={one.version} class="row">
            <span class="grow">
              <span class="one-line block"><strong class="number">{one.version}</strong> <bdi>{one.name}</bdi></span>
              <span class="small muted">{when.format(one.updatedAt)} · {one.criteria.length === 1 ? t('icp_criteria_one') : t('icp_criteria', one.criteria.length)}</span>
            </span>
            {one.version === icp.version
              ? <span class="chip good">{t('icp_in_force')}</span>
              : <button type="button" class="button" aria-label={t('icp_restore_version', one.version)} onClick={() => onRestore(one)}>{t('icp_restore')}</button>}
          </li>
        ))}
      </ul>
      <p class="small muted">{t('icp_versions_hint')}</p>
    </Section>
  );
}
