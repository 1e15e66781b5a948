import type { Stage } from '../../domain/prospect.ts';
import { t, type MessageName } from '../../platform/locale.ts';

/** A stage as the rep reads it. */
export function stageName(stage: Stage): string {
  return t(`stage_${stage.replace('-', '_')}` as MessageName);
}
