import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { QUALIFIED_STEPS } from '../../domain/qualification.ts';
import type { QualifiedRule } from '../../domain/rule.ts';
import { t } from '../../platform/locale.ts';
import { ruleInForce } from '../../storage/rule-in-force.ts';
import { ruleVersionsOf, saveRule, type RuleEdit } from '../../storage/rule.ts';
import { Skeleton } from '../part/empty.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import '../style/settings.css';
import '../style/icp.css';
import '../style/rule.css';
import { RulePreview } from './rule-preview.tsx';
import { RuleStep } from './rule-step.tsx';
import { RuleVersions } from './rule-versions.tsx';

/** What the rep has changed and not saved: going to look at somebody must not cost it. */
const unsaved = signal<RuleEdit | undefined>(undefined);

/** When somebody counts as qualified: three steps and what each asks for, saved as a new version. */
export function RuleView(): VNode {
  const state = useLive(async () => {
    const rule = await ruleInForce(book);
    return { rule, versions: await ruleVersionsOf(book, rule.id) };
  }, []);
  return <div class="stack"><TargetingTabs place="rule" />{state ? <Editor {...state} /> : <Skeleton lines={6} />}</div>;
}

function Editor({ rule, versions }: { rule: QualifiedRule; versions: QualifiedRule[] }): VNode {
  const edit = editOf(rule);
  const next = Math.max(rule.version, versions[0]?.version ?? 0) + 1;
  const isEdited = differs(edit, rule);
  const set = (part: Partial<RuleEdit>): void => { unsaved.value = { ...editOf(rule), ...part }; };
  const form = useRef<HTMLFormElement>(null);
  const save = async (): Promise<void> => {
    // what is typed at this moment is taken in when its box is left
    if (form.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    const { name: typed, steps } = editOf(rule);
    const name = typed.replace(/\s+/g, ' ').trim();
    if (!name || !differs({ name, steps }, rule) || form.current?.querySelector('[aria-invalid=true]')) return;
    if (await act(t('rule_saved', name, next), (change) => saveRule(book, rule.id, { name, steps }, change))) unsaved.value = undefined;
  };
  const current = useRef(save);
  current.current = save;
  useKeys(() => [{ key: 's', label: t('rule_key_save'), run: () => void current.current() }], []);

  return (
    <form class="icp rule stack" ref={form} noValidate onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save(); } }}>
      <header class="view-head"><h1>{t('rule_title')}</h1><span class="muted">{t('rule_version', rule.version)}</span></header>
      <p class="muted">{t('rule_intro')}</p>
      <div class="icp-columns">
        <div class="stack">
          <label class="stack tight"><span class="settings-label">{t('rule_name')}</span>
            <input class="input" value={edit.name} maxLength={80} dir="auto" aria-invalid={edit.name.trim() === ''} data-testid="rule-name" onInput={(event) => set({ name: event.currentTarget.value })}
              onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault(); }} />
            {edit.name.trim() === '' && <span class="small bad-text" role="alert">{t('rule_name_missing')}</span>}
          </label>
          {QUALIFIED_STEPS.map((step, at) => <RuleStep key={step} step={step} number={at + 1} asks={edit.steps[step]} onChange={(asks) => set({ steps: { ...editOf(rule).steps, [step]: asks } })} />)}
        </div>
        <div class="stack aside"><RulePreview before={rule.steps} after={edit.steps} /><RuleVersions rule={rule} versions={versions} onRestore={({ name, steps }) => { unsaved.value = { name, steps }; }} /></div>
      </div>
      {isEdited && (
        <footer class="save-bar">
          <button type="button" class="button big" onClick={() => { unsaved.value = undefined; }}>{t('rule_discard')}</button>
          <button type="submit" class="button primary big grow" disabled={edit.name.trim() === ''} data-testid="rule-save">{t('rule_save', next)}</button>
        </footer>
      )}
    </form>
  );
}

function editOf({ name, steps }: QualifiedRule): RuleEdit {
  return unsaved.value ?? { name, steps };
}

function differs(edit: RuleEdit, rule: QualifiedRule): boolean {
  return JSON.stringify([edit.name.trim(), plain(edit)]) !== JSON.stringify([rule.name, plain(rule)]);
}

/** The same asks in the same order, however they were put together. */
function plain({ steps }: Pick<QualifiedRule, 'steps'>): unknown {
  return QUALIFIED_STEPS.map((step) => {
    const { fit, coverage, engagement, bant, known } = steps[step];
    return [fit, coverage, engagement, bant?.budget, bant?.authority, bant?.need, bant?.timing, known];
  });
}
