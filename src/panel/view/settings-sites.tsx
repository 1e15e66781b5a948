import { Eye, Globe, LockOpen } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { giveBackOrigin, grantedOrigins, onOriginsChange } from '../../platform/granted.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { askForOrigins, mayReadOrigin } from '../../platform/permission.ts';
import { report } from '../../platform/report.ts';
import { addresses } from '../../sites/addresses.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';

interface Site {
  host: string;
  origins: string[];
  granted: boolean;
}

/** Which sites are read by themselves, which need a permission that the browser has not given, which the rep has added (and can take away), and what about all others. */
export function SitesSection(): VNode {
  const [sites, setSites] = useState<Site[]>();
  const [added, setAdded] = useState<string[]>([]);
  const look = async (): Promise<void> => {
    const named = addresses.filter(({ origins }) => origins.length > 0);
    const found = await Promise.all(named.map(async ({ origins }) => ({ host: hostOf(origins[0]!), origins, granted: (await Promise.all(origins.map(mayReadOrigin))).every(Boolean) })));
    setSites(found.toSorted((a, b) => a.host.localeCompare(b.host, uiLocale())));
    setAdded((await grantedOrigins()).toSorted((a, b) => fullHost(a).localeCompare(fullHost(b), uiLocale())));
  };
  useEffect(() => {
    void look().catch(report);
    const again = (): void => void look().catch(report);
    const life = new AbortController();
    addEventListener('focus', again, { signal: life.signal });
    onOriginsChange(again, life.signal);
    return () => life.abort();
  }, []);
  const missing = sites?.filter(({ granted }) => !granted) ?? [];
  // asked in the click itself: a browser that awaits anything first loses the gesture
  const grant = (origins: string[]): void => void askForOrigins(origins).then(look).catch(report);
  return (
    <Section icon={Globe} title={t('settings_sites')}>
      <p>{t('settings_sites_text')}</p>
      {missing.length > 0 && (
        <>
          <div class="row wrap"><h3 class="grow">{t('settings_sites_missing')}</h3>
            {missing.length > 1 && <button class="button" onClick={() => grant(missing.flatMap(({ origins }) => origins))}><Icon of={LockOpen} />{t('settings_grant_all')}</button>}
          </div>
          <ul class="sites">
            {missing.map(({ host, origins }) => (
              <li key={host} class="row"><span class="grow one-line">{host}</span><button class="button" aria-label={t('settings_grant_site', host)} onClick={() => grant(origins)}>{t('settings_grant')}</button></li>
            ))}
          </ul>
        </>
      )}
      {sites && sites.length > missing.length && (
        <details open={missing.length === 0 && sites.length < 9}>
          <summary>{t('settings_sites_granted', sites.length - missing.length)}</summary>
          <ul class="row wrap chips">{sites.filter(({ granted }) => granted).map(({ host }) => <li key={host} class="chip good">{host}</li>)}</ul>
        </details>
      )}
      {added.length > 0 && (
        <>
          <h3>{t('settings_sites_added')}</h3>
          <ul class="sites">
            {added.map((origin) => (
              <li key={origin} class="row" data-testid="added-site"><Icon of={Eye} /><span class="grow one-line">{fullHost(origin)}</span><button class="button" aria-label={t('settings_stop_site', fullHost(origin))} onClick={() => void giveBackOrigin(origin).then(look).catch(report)}>{t('settings_stop')}</button></li>
            ))}
          </ul>
        </>
      )}
      <p class="small muted">{t('settings_sites_others')}</p>
    </Section>
  );
}

/** `https://*.linkedin.com/*` → linkedin.com */
function hostOf(pattern: string): string {
  return (pattern.split('/')[2] ?? pattern).replace(/^(\*|www)\./, '');
}

/** `https://www.example.com/*` → www.example.com, which was granted without its neighbours. */
function fullHost(pattern: string): string {
  return pattern.split('/')[2] ?? pattern;
}
