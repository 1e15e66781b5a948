import { ScrollText } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Connection, LedgerEntry } from '../../domain/sync/connection.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { readLedger } from '../../storage/ledger-read.ts';
import { Section } from '../part/section.tsx';
import { syncFieldName } from '../part/sync-words.ts';
import { VirtualList } from '../part/virtual-list.tsx';
import { book, useLive } from '../state/book.ts';
import { count } from './people-bar.tsx';

const MOST = 5_000;

/** Every request that was made to the CRM: when, where, which fields, with what result. There is no body and no token to show. */
export function LedgerSection({ connection }: { connection: Connection }): VNode {
  const [open, setOpen] = useState(false);
  const entries = useLive(() => (open ? readLedger(book, connection.id, MOST) : readLedger(book, connection.id, 3)), [connection.id, open]);
  return (
    <Section icon={ScrollText} title={t('ledger')}>
      <p class="small muted">{t('ledger_text')}</p>
      {entries?.length === 0 && <p class="muted">{t('ledger_none')}</p>}
      {entries && entries.length > 0 && (
        <div class={`ledger${open ? ' open' : ''}`} data-testid="ledger" {...(open ? { tabIndex: 0, role: 'region', 'aria-label': t('ledger') } : {})}>
          <VirtualList items={entries} rowHeight={52} label={t('ledger')} keyOf={({ seq }) => String(seq)} render={(entry) => <Row entry={entry} />} />
        </div>
      )}
      {entries && entries.length > 0 && (
        <button class="button quiet" aria-expanded={open} data-testid="ledger-open" onClick={() => setOpen(!open)}>{open ? t('ledger_less', count(entries.length)) : t('ledger_all')}</button>
      )}
    </Section>
  );
}

function Row({ entry: { at, method, where, fields, records, status, took } }: { entry: LedgerEntry }): VNode {
  const tone = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  const facts = [
    new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'short', timeStyle: 'medium' }).format(at), t('ledger_took', count(Math.round(took))),
    records > 0 ? (records === 1 ? t('crm_records_one') : t('crm_records', count(records))) : '', fields.map(syncFieldName).join(', '),
  ].filter(Boolean).join(' · ');
  return (
    <div class="ledger-row">
      <span class="row"><span class={`chip number ${tone}`}>{status === 0 ? t('ledger_no_answer') : status}</span><span class="mono one-line grow" title={`${method} ${where}`}><strong>{method}</strong> {where.replace(/^https?:\/\/[^/]+/, '')}</span></span>
      <span class="small muted one-line" title={facts}>{facts}</span>
    </div>
  );
}
