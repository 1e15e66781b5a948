import { History, Minus, PenLine, Plus } from 'lucide';
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { compareIcps } from '../../domain/icp-change.ts';
import type { Icp } from '../../domain/icp.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { changeWords, criterionWords, kindName, ruleWords } from '../part/criterion-words.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { useCurrency } from '../state/deal.ts';

const ICON = { added: Plus, removed: Minus, changed: PenLine, renamed: PenLine };
const TONE = { added: 'good', removed: 'bad', changed: '', renamed: '' };

/** All versions, the newest first: each can be looked at, compared with another and put back into the editor. */
export function IcpVersions({ icp, versions, onRestore }: { icp: Icp; versions: readonly Icp[]; onRestore: (version: Icp) => void }): VNode | null {
  const [open, setOpen] = useState(0);
  if (versions.length < 2) return null;
  const when = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section icon={History} title={t('icp_versions')}>
      <ul class="versions">
        {versions.map((one) => (
          <li key={one.version} data-testid="icp-version">
            <div class="row">
              <span class="grow">
                <span class="one-line block"><strong class="number">{one.version}</strong> <bdi>{one.name}</bdi></span>
                <span class="small muted">{when.format(one.updatedAt)} · {one.criteria.length === 1 ? t('icp_criteria_one') : t('icp_criteria', one.criteria.length)}</span>
              </span>
              {one.version === icp.version && <span class="chip good">{t('icp_in_force')}</span>}
              <button type="button" class="button quiet" aria-expanded={open === one.version} aria-label={open === one.version ? `${t('less')}: ${t('icp_version', one.version)}` : t('icp_look_at', one.version)} onClick={() => setOpen(open === one.version ? 0 : one.version)}>{open === one.version ? t('less') : t('icp_look')}</button>
            </div>
            {open === one.version && <Version version={one} icp={icp} versions={versions} onRestore={() => onRestore(one)} />}
          </li>
        ))}
      </ul>
      <p class="small muted">{t('icp_versions_hint')}</p>
    </Section>
  );
}

/** What one version says, and how it differs from another (at first from the one in force, or for that one from the version before). */
function Version({ version, icp, versions, onRestore }: { version: Icp; icp: Icp; versions: readonly Icp[]; onRestore: () => void }): VNode {
  const select = useId();
  const currency = useCurrency();
  const others = versions.filter((one) => one.version !== version.version);
  const isInForce = version.version === icp.version;
  const [against, setAgainst] = useState(() => (isInForce ? others.find((one) => one.version < version.version) ?? others[0]! : icp).version);
  const other = others.find((one) => one.version === against) ?? others[0]!;
  // always told from the older to the newer
  const [older, newer] = other.version < version.version ? [other, version] : [version, other];
  const changes = compareIcps(older, newer);
  return (
    <div class="stack tight version">
      <ul class="stack tight small" aria-label={t('icp_version', version.version)}>
        {version.criteria.map((one) => <li key={one.id} dir="auto"><strong>{kindName(one)}</strong> {criterionWords(one, currency)} <span class="muted">· {ruleWords(one)}</span></li>)}
      </ul>
      <label class="row small" for={select}><span class="muted">{t('icp_compare')}</span>
        <select id={select} class="input" value={other.version} data-testid="icp-compare" onChange={(event) => setAgainst(Number(event.currentTarget.value))}>
          {others.map((one) => <option key={one.version} value={one.version}>{t('icp_version', one.version)}</option>)}
        </select>
      </label>
      <ul class="stack tight small changes" aria-label={t('icp_changes', older.version, newer.version)} data-testid="icp-changes">
        {changes.length === 0 && <li class="muted">{t('icp_no_change')}</li>}
        {changes.map((change, at) => (
          <li key={at} class="change-line" dir="auto"><span class={`reason-icon ${TONE[change.what]}`}><Icon of={ICON[change.what]} /></span><span><span class="unseen">{t(`icp_change_${change.what}`)} </span>{changeWords(change, currency)}</span></li>
        ))}
      </ul>
      {!isInForce && <button type="button" class="button" aria-label={t('icp_restore_version', version.version)} onClick={onRestore}>{t('icp_restore')}</button>}
    </div>
  );
}
