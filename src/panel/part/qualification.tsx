import type { VNode } from 'preact';
import { scoreBant } from '../../domain/bant.ts';
import { nextQuestions } from '../../domain/discovery.ts';
import { engagementReasons } from '../../domain/engagement.ts';
import { priorityOf, readinessOf, signalsAt, valueOf } from '../../domain/priority.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { generalQuestions } from '../../domain/starter.ts';
import { t } from '../../platform/locale.ts';
import { readDeal } from '../../storage/deal.ts';
import { ruleInForce } from '../../storage/rule-in-force.ts';
import { standingOf } from '../../storage/step.ts';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { usePersonas, whoIs } from '../state/persona.ts';
import { BantCard } from './bant.tsx';
import { EngagementCard } from './engagement.tsx';
import { PriorityCard } from './priority.tsx';
import { QualifiedCard } from './qualified.tsx';
import '../style/qualification.css';

/** How much somebody is worth the effort now, and what is still to find out: priority, BANT, engagement, steps of qualification. */
export function Qualification({ prospect }: { prospect: Prospect }): VNode | null {
  const kept = useLive(async () => {
    const { fit, id } = prospect;
    const [rule, touches, deal, icp] = await Promise.all([
      ruleInForce(book), book.touches.where('prospectId').equals(id).toArray(), readDeal(book), fit ? book.icps.get(fit.icpId) : undefined,
    ]);
    return { rule, touches, deal, icp };
  }, [prospect.id, prospect.fit?.icpId]);
  const personas = usePersonas();
  if (!kept || !personas) return null;
  const { rule, touches, deal, icp } = kept;
  const persona = whoIs(prospect, personas)?.persona;
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
      <BantCard prospect={prospect} questions={nextQuestions(prospect.bant, persona, generalQuestions(prospect.fit?.icpId))} />
      <EngagementCard engagement={standing.engagement} reasons={engagementReasons(touches, time)} />
      <QualifiedCard prospect={prospect} name={name} rule={rule} standing={standing} priority={priority.level} />
    </>
  );
}
