import { ArrowLeft, BookMarked, ChevronDown, FolderOpen, Save } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { PLAYBOOK_KINDS, type PlaybookHead, type PlaybookItems } from '../../domain/playbook.ts';
import { STARTERS } from '../../domain/starter.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readPlaybookHead, readPlaybookItems } from '../../storage/playbook.ts';
import { Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { playbookKind } from '../part/playbook-words.ts';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { comparePlaybook, compareStarter, incoming, savePlaybook } from '../state/playbook.ts';
import '../style/playbook.css';
import { PlaybookLines } from './playbook-lines.tsx';

/** How a team sells, as a file: brought in after a look at what would change, and saved for others. */
export function PlaybookView(): VNode {
  const mine = useLive(async () => ({ items: await readPlaybookItems(book), head: await readPlaybookHead(book) }), []);
  const state = incoming.value;
  useKeys(() => [
    { key: 'o', label: t('playbook_open'), run: () => document.querySelector<HTMLInputElement>('[data-testid=playbook-file]')?.click() },
    { key: 's', label: t('playbook_save'), run: () => document.querySelector<HTMLElement>('[data-testid=playbook-save]')?.click() },
  ], []);
  return (
    <div class="stack playbook">
      <a class="row small back" href={to('settings')}><Icon of={ArrowLeft} />{t('settings')}</a>
      <header class="view-head"><h1>{t('playbook')}</h1></header>
      <p class="muted">{t('playbook_text')}</p>
      {state.step === 'compared' ? <PlaybookLines state={state} /> : <Open />}
      {!mine ? <Skeleton /> : <SaveForm key={mine.head.name} items={mine.items} head={mine.head} />}
    </div>
  );
}

function Open(): VNode {
  const state = incoming.value;
  const input = useRef<HTMLInputElement>(null);
  return (
    <Section icon={FolderOpen} title={t('playbook_in')}>
      {state.step === 'failed' && <div class="banner bad" role="alert" data-testid="playbook-failed"><div class="stack tight"><strong dir="auto">{t('playbook_failed', state.file)}</strong><span>{state.reason}</span></div></div>}
      <div class="row wrap">
        <label class="button file"><Icon of={FolderOpen} />{t('playbook_open')}
          <input ref={input} type="file" class="unseen" data-testid="playbook-file" accept=".json,application/json" onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // the same file may be picked again
            if (file) void comparePlaybook(file).then(() => { if (input.current) input.current.value = ''; });
          }} />
        </label>
        <span class="small muted">{t('playbook_in_hint')}</span>
      </div>
      <h3>{t('playbook_starters')}</h3>
      <ul class="stack tight">
        {STARTERS.map((starter) => (
          <li key={starter.id} class="row"><span class="grow"><strong class="block">{starter.name}</strong><span class="small muted">{starter.sells}</span></span>
            <button type="button" class="button" data-testid={`playbook-starter-${starter.id}`} aria-label={t('playbook_look_at', starter.name)} onClick={() => void compareStarter(starter).catch(report)}>{t('playbook_look')}</button></li>
        ))}
      </ul>
    </Section>
  );
}

/** What goes in: whole kinds at one click, or thing by thing. */
function SaveForm({ items, head }: { items: PlaybookItems; head: PlaybookHead }): VNode {
  const [typed, setTyped] = useState(head);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const total = PLAYBOOK_KINDS.reduce((sum, kind) => sum + items[kind].filter(({ id }) => !out.has(`${kind} ${id}`)).length, 0);
  const put = (keys: readonly string[], isIn: boolean): void => setOut(new Set(isIn ? [...out].filter((one) => !keys.includes(one)) : [...out, ...keys]));
  const save = (): void => {
    const chosen = Object.fromEntries(PLAYBOOK_KINDS.map((kind) => [kind, (items[kind] as { id: string }[]).filter(({ id }) => !out.has(`${kind} ${id}`))])) as unknown as PlaybookItems;
    void savePlaybook(typed, chosen).catch(report);
  };
  const field = (name: keyof PlaybookHead, longest: number): VNode => (
    <label class="labelled"><span class="small muted">{t(`playbook_head_${name}`)}</span>
      {name === 'description' ? <textarea class="input" rows={2} maxLength={longest} value={typed[name]} dir="auto" onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />
        : <input class="input" maxLength={longest} value={typed[name]} dir="auto" autocomplete="off" data-testid={`playbook-head-${name}`} onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />}
    </label>
  );
  return (
    <Section icon={BookMarked} title={t('playbook_out')}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); if (total > 0) save(); }}>
        <div class="playbook-head">{field('name', 120)}{field('author', 120)}{field('version', 40)}</div>
        {field('description', 2_000)}
        {PLAYBOOK_KINDS.map((kind) => {
          const keys = items[kind].map(({ id }) => `${kind} ${id}`);
          const isIn = keys.filter((one) => !out.has(one)).length;
          return (
            <div key={kind} class="playbook-kind">
              <input type="checkbox" aria-label={t('playbook_all_of', playbookKind(kind))} checked={isIn > 0} indeterminate={isIn > 0 && isIn < keys.length} disabled={keys.length === 0} data-testid={`playbook-all-${kind}`}
                onChange={(event) => put(keys, event.currentTarget.checked)} />
              <details>
                <summary class="row"><span class="grow">{playbookKind(kind)}</span><span class="small muted number">{t('playbook_of', isIn, keys.length)}</span><Icon of={ChevronDown} /></summary>
                <ul class="stack tight">
                  {items[kind].map(({ id, name }) => <li key={id}><label class="row small"><input type="checkbox" checked={!out.has(`${kind} ${id}`)} onChange={(event) => put([`${kind} ${id}`], event.currentTarget.checked)} /><bdi class="one-line">{name}</bdi></label></li>)}
                </ul>
              </details>
            </div>
          );
        })}
        <p class="small muted">{t('playbook_out_hint')}</p>
        <button type="submit" class="button primary" data-testid="playbook-save" disabled={total === 0}><Icon of={Save} />{t('playbook_save')}</button>
      </form>
    </Section>
  );
}
