import { ListX, ScrollText } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { LedgerEntry } from '../../domain/sync/connection.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { readConnections } from '../../storage/connection.ts';
import { clearLedger, readRequests, restoreLedger } from '../../storage/ledger-read.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { syncFieldName } from '../part/sync-words.ts';
import { VirtualList } from '../part/virtual-list.tsx';
import { book, useLive } from '../state/book.ts';
import { toast } from '../state/toast.ts';
import { count } from './people-bar.tsx';
import '../style/crm.css';
import '../style/people.css';

/** Every request that Paydirt has made: when, to which host, what kind, how much, which fields. There is nothing else that asks the network. */
export function PrivacyRequests(): VNode {
  const entries = useLive(() => readRequests(book), []);
  const connections = useLive(() => readConnections(book), []);
  const [text, setText] = useState('');
  const [of, setOf] = useState('*');
  const labels = useMemo(() => new Map(connections?.map(({ id, label }) => [id, label])), [connections]);
  const labelOf = (id: string): string => (id === '' ? t('requests_trial') : labels.get(id) ?? t('requests_gone'));
  const wanted = text.trim().toLowerCase();
  const shown = useMemo(() => entries?.filter((one) => (of === '*' || one.connection === of) && (wanted === '' || `${one.method} ${one.where} ${one.status} ${one.fields.join(' ')}`.toLowerCase().includes(wanted))), [entries, of, wanted]);
  const clear = async (): Promise<void> => {
    const gone = await clearLedger(book, of === '*' ? undefined : of);
    toast(t('requests_cleared', count(gone.length)), { action: { label: t('undo'), run: () => void restoreLedger(book, gone) } });
  };
  if (!entries || !shown) return <Skeleton />;
  if (entries.length === 0) return <Empty icon={ScrollText} title={t('requests_none_title')} text={t('requests_none_text')} />;
  const sum = (name: 'sent' | 'received'): number => shown.reduce((all, one) => all + (one[name] ?? 0), 0);
  return (
    <section class="stack tight" aria-label={t('privacy_requests')}>
      <p class="small muted">{t('requests_text')}</p>
      <div class="row wrap filter-row">
        <input class="input grow" type="search" data-testid="requests-filter" value={text} maxLength={200} placeholder={t('requests_filter')} aria-label={t('requests_filter')} onInput={(event) => setText(event.currentTarget.value)} />
        <select class="input" data-testid="requests-of" value={of} aria-label={t('requests_of')} onChange={(event) => setOf(event.currentTarget.value)}>
          <option value="*">{t('requests_all')}</option>
          {[...new Set(entries.map(({ connection }) => connection))].map((id) => <option key={id} value={id}>{labelOf(id)}</option>)}
        </select>
        <button class="button" data-testid="requests-clear" onClick={() => void clear()}><Icon of={ListX} />{t('requests_clear')}</button>
      </div>
      <p class="small muted number" data-testid="requests-count">{t('requests_count', count(shown.length), bytes(sum('sent')), bytes(sum('received')))}</p>
      <VirtualList items={shown} rowHeight={56} label={t('privacy_requests')} keyOf={({ seq }) => String(seq)} render={(entry) => <Row entry={entry} label={labelOf(entry.connection)} />} />
    </section>
  );
}

function Row({ entry: { at, method, where, fields, records, status, sent, received }, label }: { entry: LedgerEntry; label: string }): VNode {
  const tone = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  const facts = [
    new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'short', timeStyle: 'medium' }).format(at), label, sent === undefined ? '' : t('requests_bytes', bytes(sent), bytes(received ?? 0)),
    records > 0 ? (records === 1 ? t('crm_records_one') : t('crm_records', count(records))) : '', fields.map(syncFieldName).join(', '),
  ].filter(Boolean).join(' · ');
  return (
    <div class="ledger-row" data-testid="request">
      <span class="row"><span class={`chip number ${tone}`}>{status === 0 ? t('ledger_no_answer') : status}</span><span class="mono one-line grow" title={`${method} ${where}`}><strong>{method}</strong> {where.replace(/^https?:\/\//, '')}</span></span>
      <span class="small muted one-line" title={facts}>{facts}</span>
    </div>
  );
}

function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3));
  return new Intl.NumberFormat(uiLocale(), { style: 'unit', unit: units[step]!, maximumFractionDigits: step > 0 ? 1 : 0 }).format(size / 10 ** (3 * step));
}
