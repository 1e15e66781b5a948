import type { VNode } from 'preact';
import { scoreBant } from '../../domain/bant.ts';
import { nextQuestions } from '../../domain/discovery.ts';
import { engagementReasons } from '../../domain/engagement.ts';
import { priorityOf, readinessOf, signalsAt, valueOf } from '../../domain/priority.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { GENERAL_QUESTIONS } from '../../domain/starter/question.ts';
import { t } from '../../platform/locale.ts';
import { readDeal } from '../../storage/deal.ts';
import { ruleInForce } from '../../storage/rule-in-force.ts';
import { standingOf } from '../../storage/step.ts';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { BantCard } from './bant.tsx';
import { EngagementCard } from './engagement.tsx';
import { PriorityCard } from './priority.tsx';
import { QualifiedCard } from './qualified.tsx';
import '../style/qualification.css';

/** How much somebody is worth the effort now, and what is still to find out: priority, BANT, engagement, steps of qualification. */
export function Qualification({ prospect }: { prospect: Prospect }): VNode | null {
  const kept = useLive(async () => {
    const { personaId, fit, id } = prospect;
    const [rule, touches, deal, persona, icp] = await Promise.all([
      ruleInForce(book), book.touches.where('prospectId').equals(id).toArray(), readDeal(book), personaId ? book.personas.get(personaId) : undefined, fit ? book.icps.get(fit.icpId) : undefined,
    ]);
    return { rule, touches, deal, persona, icp };
  }, [prospect.id, prospect.personaId, prospect.fit?.icpId]);
  if (!kept) return null;
  const { rule, touches, deal, persona, icp } = kept;
  const time = now.value;
  const name = prospect.fields.name?.value ?? t('no_name');
  const bant = scoreBant(prospect.bant);
  const standing = standingOf(prospect, touches, time);
  const readiness = readinessOf({ stage: prospect.stage, bant: bant.score, engagement: standing.engagement, signals: signalsAt(prospect.signals, time) });
  const priority = priorityOf({ readiness: readiness.readiness, value: valueOf(prospect.dealValue, deal.typical), fit: prospect.fit?.fit, ...(prospect.priority ? { override: prospect.priority } : {}) });
  const openSignals = prospect.signals?.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <>
      <PriorityCard prospect={prospect} name={name} priority={priority} readiness={readiness} known={bant.known} openSignals={openSignals} deal={deal} icpName={icp?.name ?? ''} />
      <BantCard prospect={prospect} questions={nextQuestions(prospect.bant, persona, GENERAL_QUESTIONS)} />
      <EngagementCard engagement={standing.engagement} reasons={engagementReasons(touches, time)} />
      <QualifiedCard prospect={prospect} name={name} rule={rule} standing={standing} priority={priority.level} />
    </>
  );
}
