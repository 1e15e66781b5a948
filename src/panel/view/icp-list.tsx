import { Copy, PenLine, Plus, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Icp } from '../../domain/icp.ts';
import { t } from '../../platform/locale.ts';
import { renameIcp } from '../../storage/icp.ts';
import { criterionWords, kindName, ruleWords } from '../part/criterion-words.ts';
import { Icon } from '../part/icon.tsx';
import { MarketBar, percent, shareOf } from '../part/market.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { useCurrency } from '../state/deal.ts';
import { duplicate, NEW_ICP, remove } from '../state/icp.ts';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import { useCaptured } from './icp-preview.tsx';
import { count } from './people-bar.tsx';

/** Criteria named in a row; the rest is a number. */
const NAMED = 3;
/** What has to be there first, what must not last. */
const ORDER = { must: 0, plus: 1, never: 2 };

/** Several ideal customers: each with what it looks for and how much of its market is in the book. */
export function IcpList({ icps }: { icps: readonly Icp[] }): VNode {
  const captured = useCaptured(icps);
  const [renaming, setRenaming] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const now = useRef(icps);
  now.current = icps;

  const links = (): HTMLElement[] => [...list.current?.querySelectorAll<HTMLElement>('.icp-name') ?? []];
  const at = (): number => [...list.current?.children ?? []].findIndex((row) => row.contains(document.activeElement));
  const move = (by: number): void => {
    const all = links();
    all[Math.max(0, Math.min(all.length - 1, at() < 0 ? 0 : at() + by))]?.focus();
  };
  const withCurrent = (work: (icp: Icp) => void): void => {
    const icp = now.current[at()];
    if (icp) work(icp);
  };
  useKeys(() => [
    { key: 'a', label: t('icp_new'), run: () => go('icp', NEW_ICP) },
    { key: 'j', label: t('key_next'), run: () => move(1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(1) },
    { key: 'k', label: t('key_previous'), run: () => move(-1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(-1) },
    { key: 'r', label: t('icp_rename'), run: () => withCurrent(({ id }) => setRenaming(id)) },
    { key: 'd', label: t('icp_duplicate'), run: () => withCurrent((icp) => void duplicate(icp)) },
    { key: 'x', label: t('icp_delete'), run: () => withCurrent((icp) => void remove(icp)) },
  ], []);

  const endRenaming = (id: string): void => {
    setRenaming('');
    requestAnimationFrame(() => links()[now.current.findIndex((one) => one.id === id)]?.focus());
  };
  return (
    <section class="stack" aria-label={t('icp_all')}>
      <TargetingTabs place="icp" />
      <header class="view-head"><h1 class="grow">{t('icp_all')} <span class="muted number">{icps.length}</span></h1><a class="button" href={to('icp', NEW_ICP)} data-testid="icp-new" aria-label={t('icp_new')}><Icon of={Plus} />{t('icp_new_short')}</a></header>
      <ul class="stack tight" ref={list}>
        {icps.map((icp) => (
          <li key={icp.id} class="card icp-row" data-testid="icp-row">
            <div class="row">
              {renaming === icp.id
                ? <Rename icp={icp} onEnd={() => endRenaming(icp.id)} />
                : <a class="strong one-line grow icp-name" href={to('icp', icp.id)}><bdi>{icp.name}</bdi></a>}
              <span class="row icp-tools">
                <button class="button quiet icon-only" aria-label={t('icp_rename_this', icp.name)} title={t('icp_rename')} onClick={() => setRenaming(icp.id)}><Icon of={PenLine} /></button>
                <button class="button quiet icon-only" aria-label={t('icp_duplicate_this', icp.name)} title={t('icp_duplicate')} onClick={() => void duplicate(icp)}><Icon of={Copy} /></button>
                <button class="button quiet icon-only" aria-label={t('icp_delete_this', icp.name)} title={t('icp_delete')} onClick={() => void remove(icp)}><Icon of={Trash2} /></button>
              </span>
            </div>
            <Summary icp={icp} />
            <p class="row wrap small muted number">
              <span>{t('icp_version', icp.version)}</span>
              <span>{icp.criteria.length === 1 ? t('icp_criteria_one') : t('icp_criteria', icp.criteria.length)}</span>
              <span class="end">{marketLine(captured.get(icp.id), icp.tam)}</span>
            </p>
            <MarketBar captured={captured.get(icp.id)} total={icp.tam} />
          </li>
        ))}
      </ul>
      <p class="small muted">{t('icp_several_hint')}</p>
    </section>
  );
}

function Summary({ icp: { criteria } }: { icp: Icp }): VNode | null {
  const currency = useCurrency();
  if (criteria.length === 0) return <p class="small warn-text">{t('icp_says_nothing')}</p>;
  const weighed = criteria.toSorted((a, b) => ORDER[a.rule] - ORDER[b.rule] || b.weight - a.weight);
  return (
    <p class="small two-lines" dir="auto">
      {weighed.slice(0, NAMED).map((one) => `${kindName(one)}${one.rule === 'never' ? ` (${ruleWords(one)})` : ''}: ${criterionWords(one, currency, 4)}`).join(' · ')}
      {criteria.length > NAMED && ` · ${t('criterion_more', criteria.length - NAMED)}`}
    </p>
  );
}

function marketLine(captured: number | undefined, total: number | undefined): string {
  if (captured === undefined) return '…';
  const share = shareOf(captured, total);
  return share === undefined ? t('market_captured', count(captured)) : t('market_line', count(captured), count(total!), percent(share));
}

function Rename({ icp, onEnd }: { icp: Icp; onEnd: () => void }): VNode {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  // before the next key: it must not be typed into the old name
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const end = (keep: boolean): void => {
    if (done.current) return;
    done.current = true;
    const name = (input.current?.value ?? '').replace(/\s+/g, ' ').trim();
    if (keep && name && name !== icp.name) void act(t('icp_renamed', icp.name, name), (change) => renameIcp(book, icp.id, name, change));
    onEnd();
  };
  return (
    <input ref={input} class="input grow" defaultValue={icp.name} maxLength={80} dir="auto" aria-label={t('icp_rename_this', icp.name)} data-testid="icp-rename"
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end(false);
      }} />
  );
}
