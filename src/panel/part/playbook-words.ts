import { compareIcps } from '../../domain/icp-change.ts';
import type { PlaybookLine } from '../../domain/playbook-plan.ts';
import type { PlaybookItems, PlaybookKind } from '../../domain/playbook.ts';
import { BANT_PARTS, QUALIFIED_STEPS } from '../../domain/qualification.ts';
import type { StepRule } from '../../domain/rule.ts';
import { textDifference, type TextPiece } from '../../domain/text-difference.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { kindWord } from '../state/cadence.ts';
import { channelWord } from '../state/words.ts';
import { changeWords } from './criterion-words.ts';
import { templateKindWord, variantName } from './template-words.ts';

/** One field that is another in the playbook; `pieces` lead from mine to theirs. */
export interface FieldDifference {
  field: string;
  pieces: TextPiece[];
}

/** What a kind of thing is called, in the plural. */
export function playbookKind(kind: PlaybookKind): string {
  return t(({ icps: 'icp_tab', personas: 'personas', rules: 'rule_title', templates: 'templates', cadences: 'cadences' } as const)[kind]);
}

/** What differs between mine and theirs, field by field. `nameOf` names the personas and templates that something refers to. */
export function differencesOf(line: PlaybookLine, nameOf: (id: string) => string, currency?: string): FieldDifference[] {
  const { theirs, mine } = line;
  if (!theirs || !mine) return [];
  if (line.kind === 'icps') return icpDifferences(mine as PlaybookItems['icps'][number], theirs as PlaybookItems['icps'][number], currency);
  const before = new Map(factsOf(line.kind, mine, nameOf));
  const after = new Map(factsOf(line.kind, theirs, nameOf));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [old, next] = [before.get(field) ?? '', after.get(field) ?? ''];
    return old === next ? [] : [{ field, pieces: textDifference(old, next) }];
  });
}

function icpDifferences(mine: PlaybookItems['icps'][number], theirs: PlaybookItems['icps'][number], currency?: string): FieldDifference[] {
  const criteria = compareIcps(mine, theirs).map((change): FieldDifference => ({
    field: t(`icp_change_${change.what}` as MessageName), pieces: change.what === 'renamed' ? textDifference(change.from, change.to) : [{ is: change.what === 'added' ? 'new' : change.what === 'removed' ? 'gone' : 'both', text: changeWords(change, currency) }],
  }));
  const market = mine.tam === theirs.tam ? [] : [{ field: t('tam'), pieces: textDifference(String(mine.tam ?? ''), String(theirs.tam ?? '')) }];
  const said = [...criteria, ...market];
  return said.length > 0 ? said : [{ field: t('playbook_order'), pieces: [] }];
}

type Fact = [field: string, text: string];

function factsOf(kind: PlaybookKind, item: object, nameOf: (id: string) => string): Fact[] {
  if (kind === 'personas') return personaFacts(item as PlaybookItems['personas'][number]);
  if (kind === 'rules') return ruleFacts(item as PlaybookItems['rules'][number]);
  return kind === 'templates' ? templateFacts(item as PlaybookItems['templates'][number], nameOf) : cadenceFacts(item as PlaybookItems['cadences'][number], nameOf);
}

function personaFacts({ name, titles, seniorities, departments, responsibilities, challenges, help, questions }: PlaybookItems['personas'][number]): Fact[] {
  return [
    [t('playbook_name'), name], [t('persona_titles'), titles.join(', ')], [t('playbook_seniorities'), seniorities.map((one) => t(`seniority_${one.replaceAll('-', '_')}` as MessageName)).join(', ')],
    [t('playbook_departments'), departments.map((one) => t(`department_${one.replaceAll('-', '_')}` as MessageName)).join(', ')],
    [t('persona_responsibilities'), responsibilities.join('\n')], [t('persona_challenges'), challenges.join('\n')], [t('persona_help'), help.join('\n')],
    ...BANT_PARTS.map((part): Fact => [`${t('persona_questions')}: ${t(`bant_${part}` as MessageName)}`, questions.filter((one) => one.part === part).map(({ text }) => text).join('\n')]),
  ];
}

function ruleFacts({ name, steps }: PlaybookItems['rules'][number]): Fact[] {
  return [[t('playbook_name'), name], ...QUALIFIED_STEPS.map((step): Fact => [t(`step_${step.replaceAll('-', '_')}` as MessageName), stepWords(steps[step])])];
}

function stepWords({ fit, coverage, engagement, known, bant = {} }: StepRule): string {
  const least = Object.entries({ fit, coverage, engagement, known }).flatMap(([name, value]) => (value === undefined ? [] : [`${t(`rule_${name}` as MessageName)}: ${value}`]));
  return [...least, ...BANT_PARTS.flatMap((part) => (bant[part] ? [`${t(`bant_${part}` as MessageName)}: ${t(`rule_at_least_${bant[part]}` as MessageName)}`] : []))].join('\n');
}

function templateFacts({ name, kind, channel, format, variants, needsLine, personaIds }: PlaybookItems['templates'][number], nameOf: (id: string) => string): Fact[] {
  return [
    [t('playbook_name'), name], [t('playbook_kind'), templateKindWord({ kind, channel, ...(format ? { format } : {}) })],
    [t('personas'), personaIds.map(nameOf).join(', ')], [t('playbook_needs_line'), needsLine ? t('playbook_yes') : ''],
    ...variants.flatMap(({ subject, body }, at): Fact[] => [[t('playbook_subject', variantName(at)), subject], [t('playbook_wording', variantName(at)), body]]),
  ];
}

function cadenceFacts({ name, steps, priorities }: PlaybookItems['cadences'][number], nameOf: (id: string) => string): Fact[] {
  return [
    [t('playbook_name'), name], [t('playbook_default'), priorities.join(', ')],
    [t('playbook_steps'), steps.map(({ kind, channel, days, business, templateId, text }) => [t(business ? 'playbook_business_days' : 'playbook_days', days), kindWord(kind), channelWord(channel), text, templateId ? nameOf(templateId) : ''].filter(Boolean).join(' · ')).join('\n')],
  ];
}
