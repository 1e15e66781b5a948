import { Target, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { ensureStarter } from '../../storage/first-run.ts';
import { readIcps } from '../../storage/icp.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { NEW_ICP } from '../state/icp.ts';
import { to } from '../state/route.ts';
import '../style/settings.css';
import '../style/icp.css';
import { blankIcp, IcpEditor } from './icp-editor.tsx';
import { IcpList } from './icp-list.tsx';

/** The ideal customers: the one of this id, a new one (`new`), the only one, or the list of several. */
export function IcpView({ id }: { id: string }): VNode {
  const icps = useLive(() => readIcps(book), []);
  if (!icps) return <Skeleton lines={8} />;
  if (id === NEW_ICP) return <IcpEditor key={NEW_ICP} icp={blankIcp()} among={icps.length + 1} />;
  const icp = id ? icps.find((one) => one.id === id) : icps.length === 1 ? icps[0] : undefined;
  if (icp) return <IcpEditor key={icp.id} icp={icp} among={icps.length} />;
  if (icps.length === 0) {
    return (
      <>
        <TargetingTabs place="icp" />
        <Empty icon={Target} title={t('icp_none_title')} text={t('icp_none_text')}>
          <button class="button primary" onClick={() => void act(t('icp_started'), (change) => ensureStarter(book, change))}>{t('icp_start')}</button>
          <a class="button" href={to('icp', NEW_ICP)}>{t('icp_new')}</a>
        </Empty>
      </>
    );
  }
  if (id) return <Empty icon={TriangleAlert} title={t('icp_gone_title')} text={t('icp_gone_text')}><a class="button" href={to('icp')}>{t('icp_all')}</a></Empty>;
  return <IcpList icps={icps} />;
}
