import { Waypoints } from 'lucide';
import type { VNode } from 'preact';
import { cadenceFor } from '../../domain/cadence-edit.ts';
import { PRIORITIES } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { setDefaultCadence } from '../../storage/cadence.ts';
import { Section } from '../part/section.tsx';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { useCadences } from '../state/cadence.ts';
import { to } from '../state/route.ts';

/** Which cadence is offered to people of which priority. */
export function CadencesSection(): VNode {
  const cadences = useCadences();
  const choices = cadences?.filter(({ steps }) => steps.length > 0) ?? [];
  return (
    <Section icon={Waypoints} title={t('settings_cadences')}>
      <p class="small muted">{t('settings_cadences_hint')}</p>
      {cadences && choices.length === 0 && <p><a href={to('cadences')}>{t('enrol_no_cadence')}</a></p>}
      {choices.length > 0 && PRIORITIES.map((level) => (
        <label key={level} class="row"><span class={`level ${level.toLowerCase()}`}>{level}</span>
          <select class="input grow" aria-label={t('settings_cadence_of', level)} data-testid={`cadence-of-${level}`} value={cadenceFor(choices, level)?.id ?? ''}
            onChange={(event) => { const id = event.currentTarget.value; void act(t('change_default_cadence', level), (change) => setDefaultCadence(book, level, id, change)); }}>
            <option value="">{t('settings_cadence_none')}</option>
            {choices.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      ))}
    </Section>
  );
}
