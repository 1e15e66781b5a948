import { Unplug } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Connection } from '../../domain/sync/connection.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { Icon } from '../part/icon.tsx';
import { crmFailureText } from '../part/sync-words.ts';
import { askCrm } from '../state/crm.ts';
import { go } from '../state/route.ts';
import { toast } from '../state/toast.ts';

/** Ends a connection, after asking once. */
export function Disconnect({ connection: { id, label } }: { connection: Connection }): VNode {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (asking) yes.current?.focus(); }, [asking]);
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await askCrm('crm.disconnect', { connection: id });
    setBusy(false);
    if ('failure' in answer) { toast(crmFailureText(answer.failure).what, { bad: true }); return; }
    toast(t('crm_disconnected', label));
    go('settings');
  };
  if (!asking) return <button class="button danger" data-testid="disconnect" onClick={() => setAsking(true)}><Icon of={Unplug} />{t('crm_disconnect')}</button>;
  return (
    <section class="card" aria-label={t('crm_disconnect')} onKeyDown={(event) => { if (event.key === 'Escape') setAsking(false); }}>
      <p><strong>{t('crm_disconnect_sure', label)}</strong></p>
      <p class="small muted">{t('crm_disconnect_text')}</p>
      <div class="row wrap">
        <button ref={yes} class="button danger" disabled={busy} data-testid="disconnect-yes" onClick={() => void end().catch(report)}><Icon of={Unplug} />{t('crm_disconnect')}</button>
        <button class="button" onClick={() => setAsking(false)}>{t('import_cancel')}</button>
      </div>
    </section>
  );
}
