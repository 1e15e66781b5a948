import { Copy, FileText, Plus, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { STARTER_TEMPLATES } from '../../domain/starter-template.ts';
import type { Template } from '../../domain/template.ts';
import { t } from '../../platform/locale.ts';
import type { Tallies } from '../../storage/template-use.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { templateKindWord, usesWord } from '../part/template-words.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { addNew, addStarters, duplicate, remove, useTemplates } from '../state/template.ts';
import '../style/icp.css';
import '../style/persona.css';
import '../style/template.css';
import { TemplateEditor } from './template-editor.tsx';

/** The templates of the book: a list, and with an id the page of one. */
export function TemplatesView({ id }: { id: string }): VNode {
  const found = useTemplates();
  const open = id ? found?.templates.find((one) => one.id === id) : undefined;
  return (
    <div class="stack">
      <TargetingTabs place="templates" />
      {!found ? <Skeleton /> : id ? (open ? <TemplateEditor key={open.id} template={open} tallies={found.tallies} /> : <Gone />) : <TemplateList templates={found.templates} tallies={found.tallies} />}
    </div>
  );
}

function Gone(): VNode {
  return <Empty icon={FileText} title={t('template_gone_title')} text={t('template_gone_text')}><a class="button" href={to('templates')}>{t('template_all')}</a></Empty>;
}

function TemplateList({ templates, tallies }: { templates: Template[]; tallies: Tallies }): VNode {
  const list = useRef<HTMLUListElement>(null);
  const now = useRef(templates);
  now.current = templates;
  const at = (): number => [...list.current?.children ?? []].findIndex((row) => row.contains(document.activeElement));
  const move = (next: number): void => {
    const links = [...list.current?.querySelectorAll<HTMLElement>('.persona-link') ?? []];
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  const takeOut = (template: Template, index: number): void => {
    // the next one takes the place, also for the keyboard
    void remove(template).then(() => setTimeout(() => { if (list.current && (document.activeElement === document.body || at() >= 0)) move(index); }, 50));
  };
  const withCurrent = (work: (template: Template, index: number) => void): void => {
    const template = now.current[at()];
    if (template) work(template, at());
  };
  useKeys(() => [
    { key: 'a', label: t('template_new'), run: () => void addNew() },
    { key: 'j', label: t('key_next'), run: () => move(at() + 1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(at() + 1) },
    { key: 'k', label: t('key_previous'), run: () => move(at() - 1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(at() - 1) },
    { key: 'd', label: t('template_duplicate'), run: () => withCurrent((template) => void duplicate(template)) },
    { key: 'x', label: t('template_remove'), run: () => withCurrent(takeOut) },
  ], []);
  const isComplete = STARTER_TEMPLATES.every(({ id }) => templates.some((one) => one.id === id));
  const starters = <button type="button" class="button" data-testid="template-starters" onClick={() => void addStarters()}>{t('template_starters')}</button>;
  const fresh = <button type="button" class="button" data-testid="template-new" onClick={() => void addNew()}><Icon of={Plus} />{t('template_new')}</button>;

  if (templates.length === 0) {
    return <><header class="view-head"><h1>{t('templates')}</h1></header><Empty icon={FileText} title={t('templates_none_title')} text={t('templates_none_text')}><div class="row wrap template-first">{starters}{fresh}</div></Empty></>;
  }
  return (
    <>
      <header class="view-head"><h1 class="grow">{t('templates')} <span class="muted number">{templates.length}</span></h1>{fresh}</header>
      <ul class="persona-list" ref={list}>
        {templates.map((template, index) => (
          <li key={template.id} class="card persona-row" data-testid="template-row">
            <a class="persona-link" href={to('templates', template.id)}>
              <strong class="one-line"><bdi>{template.name}</bdi></strong>
              <span class="small muted one-line">{templateKindWord(template)}{template.variants.length > 1 ? ` · ${t('template_wordings', template.variants.length)}` : ''}</span>
              <span class="small two-lines" dir="auto">{template.variants[0]?.subject || template.variants[0]?.body}</span>
              <span class="small number muted">{usesWord(tallies.of(template.id))}</span>
            </a>
            <span class="row persona-tools">
              <button type="button" class="button quiet icon-only" aria-label={t('template_duplicate_this', template.name)} title={t('template_duplicate')} onClick={() => void duplicate(template)}><Icon of={Copy} /></button>
              <button type="button" class="button quiet icon-only" aria-label={t('template_remove_this', template.name)} title={t('template_remove')} onClick={() => takeOut(template, index)}><Icon of={Trash2} /></button>
            </span>
          </li>
        ))}
      </ul>
      {!isComplete && <div>{starters}</div>}
    </>
  );
}
