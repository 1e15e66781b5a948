import { Activity, CircleCheck, Download, RotateCcw, TrendingDown } from 'lucide';
import type { VNode } from 'preact';
import { healthOf, healthReport, percent, type FieldHealth, type HealthRow, type SiteHealth } from '../../domain/health.ts';
import { browserName } from '../../platform/about.ts';
import { version } from '../../platform/lifecycle.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { clearHealth, readHealth, restoreHealth } from '../../storage/health.ts';
import { book, useLive } from '../state/book.ts';
import { download } from '../state/download.ts';
import { labelOf } from '../state/teach.ts';
import { toast } from '../state/toast.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

/** How well each site is read, and what is read worse than before; with a report that the rep may send. */
export function Health(): VNode | null {
  const rows = useLive(() => readHealth(book), []);
  if (!rows) return null;
  const sites = healthOf(rows);
  const drops = sites.flatMap(({ site, fields }) => fields.flatMap((field) => (field.drop ? [{ site, field, drop: field.drop }] : [])));
  return (
    <Section icon={Activity} title={t('health_title')}>
      <p class="small muted">{t(sites.length ? 'health_text' : 'health_none')}</p>
      {sites.length > 0 && drops.length === 0 && <p class="row good-text"><Icon of={CircleCheck} />{t('health_all_good')}</p>}
      {drops.map(({ site, field, drop }) => (
        <div key={`${site} ${field.field}`} class="banner warn" data-testid="health-drop">
          <Icon of={TrendingDown} />
          <span><strong>{nameOf(site)}</strong>: {t('health_drop', fieldName(field.field), percent(drop.before), day(drop.since), percent(drop.now))}</span>
        </div>
      ))}
      {sites.map((site, at) => <Site key={site.site} site={site} open={at === 0} />)}
      {sites.length > 0 && (
        <div class="stack tight">
          <div class="row wrap">
            <button class="button" data-testid="health-report" onClick={() => void save(rows).catch(report)}><Icon of={Download} />{t('health_report')}</button>
            <button class="button quiet" onClick={() => void clear(rows).catch(report)}><Icon of={RotateCcw} />{t('health_clear')}</button>
          </div>
          <p class="small muted">{t('health_report_text')}</p>
        </div>
      )}
    </Section>
  );
}

function Site({ site: { site, pages, fields }, open }: { site: SiteHealth; open: boolean }): VNode {
  return (
    <details class="health-site" open={open}>
      <summary class="row"><span class="strong grow one-line">{nameOf(site)}</span><span class="small muted number">{t('health_pages', pages)}</span></summary>
      <table class="health">
        <thead><tr><th scope="col">{t('health_field')}</th><th scope="col">{t('health_found')}</th><th scope="col">{t('health_how')}</th></tr></thead>
        {['person', 'company'].map((kind) => {
          const mine = fields.filter(({ field }) => field.startsWith(`${kind}.`));
          return mine.length > 0 && (
            <tbody key={kind}>
              {kind === 'company' && <tr><th scope="rowgroup" colSpan={3}>{t('recipes_of_company')}</th></tr>}
              {mine.map((field) => <Field key={field.field} field={field} />)}
            </tbody>
          );
        })}
      </table>
    </details>
  );
}

function Field({ field: { field, found, missing, rate, drop } }: { field: FieldHealth }): VNode {
  const all = missing + Object.values(found).reduce((sum, count) => sum + count, 0);
  const ways = Object.entries(found).toSorted((a, b) => b[1] - a[1]);
  return (
    <tr class={drop ? 'dropped' : ''}>
      <th scope="row">{labelOf(field.split('.')[1]!)}</th>
      <td><span class="share number"><meter min={0} max={100} value={percent(rate)} aria-hidden="true" />{percent(rate)}%</span></td>
      <td class="small">{ways.length === 0 ? '–' : ways.map(([strategy, count]) => <span key={strategy} class="way">{strategy} <span class="muted number">{percent(count / all)}%</span></span>)}</td>
    </tr>
  );
}

function fieldName(field: string): string {
  const [kind, name = ''] = field.split('.');
  return kind === 'company' ? `${labelOf(name)} (${t('health_company')})` : labelOf(name);
}

function nameOf(site: string): string {
  return site === 'web' ? t('health_web') : site;
}

function day(iso: string): string {
  return new Intl.DateTimeFormat(uiLocale(), { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(iso));
}

async function clear(rows: HealthRow[]): Promise<void> {
  await clearHealth(book);
  toast(t('health_cleared'), { action: { label: t('undo'), run: () => void restoreHealth(book, rows).catch(report) } });
}

async function save(rows: HealthRow[]): Promise<void> {
  const text = `${JSON.stringify(healthReport(rows, { extension: version(), browser: browserName() }), null, 2)}\n`;
  await download({ name: 'paydirt-reading-health.json', mediaType: 'application/json', chunks: once(text) }, 1);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
