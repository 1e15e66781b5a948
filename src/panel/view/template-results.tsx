import type { VNode } from 'preact';
import { replyRate, verdict, type Verdict } from '../../domain/template-result.ts';
import type { Template } from '../../domain/template.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import type { Tallies } from '../../storage/template-use.ts';
import { usesWord, variantName } from '../part/template-words.ts';

/** What came of each wording, with the range that its true share of replies lies in, and whether one of them can be called better. */
export function TemplateResults({ template: { id, variants }, tallies }: { template: Template; tallies: Tallies }): VNode {
  if (tallies.of(id).uses === 0) return <p class="small muted">{t('template_results_none')}</p>;
  const rows = variants.map((one, at) => ({ id: one.id, name: variantName(at), tally: tallies.of(id, one.id) }));
  const percent = (share: number): string => Math.round(share * 100).toLocaleString(uiLocale());
  return (
    <div class="stack tight" data-testid="template-results">
      {rows.map(({ id: variantId, name, tally }) => {
        const { share, low, high } = replyRate(tally);
        return (
          <div key={variantId} class="variant-result">
            <p class="row small number">{rows.length > 1 && <strong>{name}</strong>}<span class="grow">{usesWord(tally)}</span>{tally.settled.uses > 0 && <span>{t('template_rate', percent(share), percent(low), percent(high))}</span>}</p>
            {tally.settled.uses > 0 && <span class="result-bar" aria-hidden="true"><span class="result-range" style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }} /><span class="result-share" style={{ insetInlineStart: `${share * 100}%` }} /></span>}
            {tally.uses > tally.settled.uses && <p class="small muted number">{t('template_rate_open', tally.uses - tally.settled.uses)}</p>}
          </div>
        );
      })}
      <p class="small" data-testid="template-verdict">{verdictWord(verdict(rows), rows)}</p>
      <p class="small muted">{t('template_results_how')}</p>
    </div>
  );
}

function verdictWord(found: Verdict, rows: readonly { id: string; name: string }[]): string {
  if (found.kind === 'alone') return '';
  if (found.kind === 'best') return t('template_best', rows.find(({ id }) => id === found.id)?.name ?? '');
  return found.more === null ? t('template_alike') : t('template_too_early', found.more);
}
