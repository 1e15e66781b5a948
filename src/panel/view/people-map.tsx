import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PeopleNow } from '../../domain/people/field.ts';
import { HIGH_ENGAGEMENT, HIGH_FIT, mapOf, type Quadrant, STEPS } from '../../domain/people/quadrant.ts';
import type { Condition, SegmentFilter } from '../../domain/segment.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { count } from './people-bar.tsx';

const HALF = { 'prospect-now': ['at-least', 'at-least'], 'warm-up': ['at-least', 'at-most'], check: ['at-most', 'at-least'], leave: ['at-most', 'at-most'] } as const;
/** As they lie: engagement upwards, fit to the right. */
const PLACES: readonly (readonly [Quadrant, Quadrant])[] = [['check', 'prospect-now'], ['leave', 'warm-up']];

/** Fit against engagement: where everybody stands, how many in each quarter, and a way to look at those alone. */
export function PeopleMap({ slots, people, onPick }: { slots: Uint32Array; people: PeopleNow; onPick: (filter: SegmentFilter) => void }): VNode {
  const { cells, quadrants, unscored, most } = useMemo(() => mapOf(slots, people), [slots, people]);
  const pick = (quadrant: Quadrant): void => {
    const [fit, engagement] = HALF[quadrant];
    const side = (field: string, is: Condition['is'], edge: number): Condition => ({ field, is, values: [], number: is === 'at-least' ? edge : edge - 1 });
    onPick({ match: 'all', conditions: [side('fit', fit, HIGH_FIT), side('engagement', engagement, HIGH_ENGAGEMENT)] });
  };
  return (
    <section class="fit-map" aria-label={t('map')} data-testid="fit-map">
      <span class="axis up small muted">{t('engagement')} →</span>
      <div class="plane" style={{ '--fit': HIGH_FIT, '--engagement': HIGH_ENGAGEMENT }}>
        <svg viewBox={`0 0 ${STEPS} ${STEPS}`} preserveAspectRatio="none" aria-hidden="true">
          {cells.map((row, engagement) => row.map((number, fit) => (number === 0 ? null
            : <rect key={`${engagement} ${fit}`} x={fit + 0.04} y={STEPS - 1 - engagement + 0.04} width={0.92} height={0.92} rx={0.08} style={{ opacity: 0.15 + 0.85 * Math.sqrt(number / most) }} />)))}
        </svg>
        {PLACES.flat().map((quadrant) => (
          <button key={quadrant} class={`quadrant ${quadrant}`} data-testid={`quadrant-${quadrant}`} onClick={() => pick(quadrant)}>
            <strong>{t(`quadrant_${quadrant.replace('-', '_')}` as MessageName)}</strong>
            <span class="number big">{count(quadrants[quadrant])}</span>
            <span class="small">{t(`quadrant_${quadrant.replace('-', '_')}_hint` as MessageName)}</span>
          </button>
        ))}
      </div>
      <span class="axis small muted">{t('fit')} →{unscored > 0 && ` · ${t('map_unscored', count(unscored))}`}</span>
    </section>
  );
}
