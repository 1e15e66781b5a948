import type { VNode } from 'preact';
import { version } from '../../platform/lifecycle.ts';
import { t } from '../../platform/locale.ts';
import { Health } from '../part/health.tsx';
import { Recipes } from '../part/recipes.tsx';
import '../style/settings.css';
import { CadencesSection } from './settings-cadences.tsx';
import { CrmSection } from './settings-crm.tsx';
import { DataSection } from './settings-data.tsx';
import { DealSection } from './settings-deal.tsx';
import { FilesSection } from './settings-files.tsx';
import { KeysSection } from './settings-keys.tsx';
import { RemindersSection } from './settings-reminders.tsx';
import { WritingSection } from './settings-writing.tsx';
import { SitesSection } from './settings-sites.tsx';
import { TimeSection } from './settings-time.tsx';

/** Connected CRMs, files in and out, reminders, keys, sites, what was taught, how well pages are read, and where the data is. */
export function SettingsView(): VNode {
  return (
    <div class="settings stack">
      <header class="view-head"><h1>{t('settings')}</h1><span class="muted number">Paydirt {version()}</span></header>
      <div class="settings-columns">
        <CrmSection />
        <FilesSection />
        <RemindersSection />
        <TimeSection />
        <CadencesSection />
        <DealSection />
        <WritingSection />
        <SitesSection />
        <Recipes />
        <Health />
        <KeysSection />
        <DataSection />
      </div>
    </div>
  );
}
