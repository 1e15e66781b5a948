import { CopyCheck } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Alike } from '../../domain/account-alike.ts';
import type { AccountRow } from '../../domain/account-row.ts';
import { t } from '../../platform/locale.ts';
import type { Suspects } from '../../storage/account-match.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { notSameCompany, SameCompany, sameCompany } from '../part/same-company.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { useKeys } from '../state/key.ts';

interface Pair { own: AccountRow; other: AccountRow; alike: Alike }

/** How many pairs of accounts may be one company. */
export function countPairs(suspects: Suspects | undefined): number {
  let pairs = 0;
  for (const [id, found] of suspects ?? []) for (const one of found) if (id < one.id || !suspects!.get(one.id)?.some((back) => back.id === id)) pairs++;
  return pairs;
}

/** Pairs of accounts that may be one company, the surest first: answered by a click, or one key each. */
export function AccountPairs({ rows, suspects }: { rows: readonly AccountRow[]; suspects: Suspects | undefined }): VNode {
  const pairs = useMemo(() => pairsOf(rows, suspects), [rows, suspects]);
  const [cursor, setCursor] = useState<Cursor>({ index: 0, focus: 0 });
  const at = Math.max(0, Math.min(cursor.index, pairs.length - 1));
  const now = useRef({ pairs, at });
  now.current = { pairs, at };
  useKeys(() => {
    const move = (by: number): void => setCursor(({ focus }) => ({ index: Math.max(0, Math.min(now.current.at + by, now.current.pairs.length - 1)), focus: focus + 1 }));
    const here = (work: (pair: Pair) => Promise<unknown>): void => {
      const pair = now.current.pairs[now.current.at];
      if (pair) void work(pair).then(() => setCursor(({ index, focus }) => ({ index, focus: focus + 1 })));
    };
    return [
      { key: 'j', label: t('people_key_next'), run: () => move(1) },
      { key: 'k', label: t('people_key_previous'), run: () => move(-1) },
      { key: 'y', label: t('key_same'), run: () => here(({ own, other }) => sameCompany(own, other)) },
      { key: 'x', label: t('key_not_same'), run: () => here(({ own, other }) => notSameCompany(own, other)) },
    ];
  }, []);
  if (!suspects) return <Skeleton />;
  if (pairs.length === 0) return <Empty icon={CopyCheck} title={t('same_none_title')} text={t('same_none_text')} />;
  return (
    <VirtualList items={pairs} rowHeight={148} label={t('same_title')} keyOf={({ own, other }) => `${own.id} ${other.id}`} cursor={{ index: at, focus: cursor.focus }} inset={() => document.querySelector<HTMLElement>('.people-bar')?.offsetHeight ?? 0}
      render={({ own, other, alike }, isCursor) => (
        <div class={`account-pair${isCursor ? ' current' : ''}`}>
          <SameCompany both own={own} other={other} alike={alike} />
        </div>
      )} />
  );
}

function pairsOf(rows: readonly AccountRow[], suspects: Suspects | undefined): Pair[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  for (const own of rows) {
    for (const alike of suspects?.get(own.id) ?? []) {
      const other = byId.get(alike.id);
      const at = [own.id, alike.id].toSorted().join(' ');
      if (!other || seen.has(at)) continue;
      seen.add(at);
      pairs.push({ own, other, alike });
    }
  }
  return pairs.toSorted((a, b) => b.alike.sure - a.alike.sure);
}
