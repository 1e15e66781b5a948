import { History } from 'lucide';
import type { VNode } from 'preact';
import { asksOf, isAnswerAsk, type Ask } from '../../domain/qualified.ts';
import { QUALIFIED_STEPS } from '../../domain/qualification.ts';
import type { QualifiedRule } from '../../domain/rule.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { bantName } from '../part/bant.tsx';
import { stepName } from '../part/qualified.tsx';
import { Section } from '../part/section.tsx';

/** All versions of a rule with what each asked for; an old one can be edited from. */
export function RuleVersions({ rule, versions, onRestore }: { rule: QualifiedRule; versions: QualifiedRule[]; onRestore: (version: QualifiedRule) => void }): VNode {
  const when = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section icon={History} title={t('rule_versions')}>
      <ul class="versions">
        {versions.map((one) => (
          <li key={one.version} class="row" data-testid="rule-version">
            <details class="grow">
              <summary><strong class="number">{one.version}</strong> <bdi>{one.name}</bdi> <span class="small muted">{one.updatedAt ? when.format(one.updatedAt) : t('rule_starter')}</span></summary>
              <dl class="small">
                {QUALIFIED_STEPS.map((step) => <div key={step}><dt class="muted">{stepName(step)}</dt><dd>{asksOf(one.steps[step], { engagement: 0, bant: {} }).map(inShort).join(', ') || t('rule_none')}</dd></div>)}
              </dl>
            </details>
            {one.version === rule.version
              ? <span class="chip good">{t('rule_in_force')}</span>
              : <button type="button" class="button" aria-label={t('rule_restore_version', one.version)} onClick={() => onRestore(one)}>{t('rule_restore')}</button>}
          </li>
        ))}
      </ul>
      <p class="small muted">{t('rule_versions_hint')}</p>
    </Section>
  );
}

function inShort(ask: Ask): string {
  return isAnswerAsk(ask) ? `${bantName(ask.about)}: ${t(`rule_at_least_${ask.wanted}`)}` : `${t(`rule_short_${ask.about}`)} ${ask.wanted}`;
}
