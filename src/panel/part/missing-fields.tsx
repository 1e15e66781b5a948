import type { VNode } from 'preact';
import { isMergeField } from '../../domain/merge-field.ts';
import { t } from '../../platform/locale.ts';
import { to } from '../state/route.ts';
import '../style/template.css';

const OWN = new Set(['my_name', 'my_first_name', 'my_company', 'signature']);

/** What keeps a message from being copied, each with its remedy: a value for this one message, the rep's own data, or the template itself. */
export function MissingFields({ missing, fills, templateId, onFill }: { missing: readonly string[]; fills: { [field: string]: string }; templateId: string; onFill: (field: string, value: string) => void }): VNode | null {
  const asked = [...new Set([...Object.keys(fills), ...missing])].filter((name) => name !== 'line');
  if (asked.length === 0) return null;
  return (
    <ul class="missing stack tight" data-testid="missing" aria-label={t('composer_missing')}>
      {asked.map((name) => (
        <li key={name}>
          {!isMergeField(name)
            ? <p class="small bad-text">{t('template_unknown', name)} <a href={to('templates', templateId)}>{t('template_edit')}</a></p>
            : OWN.has(name)
              ? <p class="small warn-text">{t('composer_own', fieldWord(name))} <a href={to('settings')}>{t('settings')}</a></p>
              : (
                <label class="row small"><span class={`missing-name ${missing.includes(name) ? 'warn-text' : 'muted'}`}>{name === 'first_name' ? t('composer_first_name') : t('composer_not_known', fieldWord(name))}</span>
                  <input class="input grow" value={fills[name] ?? ''} maxLength={500} dir="auto" autocomplete="off" data-testid={`fill-${name}`} onInput={(event) => onFill(name, event.currentTarget.value)} />
                </label>
              )}
        </li>
      ))}
    </ul>
  );
}

/** A merge field as it is read: "company industry". */
export function fieldWord(name: string): string {
  return name.replace(/^custom\./, '').replaceAll('_', ' ');
}
