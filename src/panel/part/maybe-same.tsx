import { CopyCheck, Split } from 'lucide';
import type { VNode } from 'preact';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { undoAction } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';
import { useSuspects } from '../state/suspects.ts';
import { becauseOf, SureChip } from './evidence.tsx';
import { day } from './due.tsx';
import { Icon } from './icon.tsx';

const MOST = 3;

/** Whom somebody may be the same as, with the way to compare them; and who went into this row, with the way to take them apart again. */
export function MaybeSame({ prospect: { id, merged = [], fields } }: { prospect: Prospect }): VNode | null {
  const found = (useSuspects(false) ?? []).filter(({ a, b }) => a === id || b === id).slice(0, MOST);
  const others = found.map(({ a, b }) => (a === id ? b : a));
  const names = useLive(async () => (await book.prospects.bulkGet(others)).map((one) => one && (one.fields.name?.value ?? t('no_name'))), [others.join(' ')]);
  const shown = found.flatMap((suspicion, at) => (names?.[at] === undefined ? [] : [{ suspicion, id: others[at]!, name: names[at] }]));
  if (shown.length === 0 && merged.length === 0) return null;
  return (
    <div class="stack tight maybe-same">
      {shown.map(({ suspicion, id: other, name }) => (
        <div key={other} class="banner row wrap" data-testid="maybe-same">
          <Icon of={CopyCheck} />
          <span class="grow"><SureChip sure={suspicion.sure} /> {t('maybe_same')} <a class="strong" dir="auto" href={to('person', other)}>{name}</a><span class="small muted"> · {becauseOf(suspicion)}</span></span>
          <a class="button" href={to('duplicates', `${id}~${other}`)}>{t('maybe_same_compare')}</a>
        </div>
      ))}
      {merged.map(({ id: other, name, at, changeId }) => (
        <p key={changeId} class="row wrap small muted" data-testid="merged-with">
          <span dir="auto" class="grow">{t('merged_with', name || t('no_name'), day(at))}</span>
          <button class="button quiet" data-testid="separate" aria-label={t('separate_from', name || other)} onClick={() => void undoAction(changeId, t('change_same_person', fields.name?.value ?? t('no_name'), name || t('no_name')))}><Icon of={Split} />{t('separate')}</button>
        </p>
      ))}
    </div>
  );
}
