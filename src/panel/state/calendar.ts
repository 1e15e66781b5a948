import type { FollowUp } from '../../domain/activity.ts';
import { webUrl } from '../../domain/identity.ts';
import type { ProspectFields } from '../../domain/prospect.ts';
import { icsOf, type CalendarEntry } from '../../files/ics.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { book } from './book.ts';
import { download } from './download.ts';
import { toast } from './toast.ts';
import { channelWord } from './words.ts';

/** Saves these follow-ups and meetings as a calendar file; saved and opened again it updates what the calendar has. */
export async function saveCalendar(followUps: readonly FollowUp[]): Promise<void> {
  try {
    const people = await book.prospects.bulkGet(followUps.map(({ prospectId }) => prospectId));
    const entries = followUps.map((followUp, at): CalendarEntry => {
      const fields: ProspectFields = people[at]?.fields ?? {};
      const name = fields.name?.value ?? t('no_name');
      return {
        followUp,
        title: t(followUp.endsAt === undefined ? 'calendar_title' : 'calendar_meeting', name),
        about: [followUp.text, [fields.title?.value, fields.company?.value].filter(Boolean).join(', '), followUp.channel && channelWord(followUp.channel)].filter(Boolean).join('\n'),
        url: fields.profiles?.value[0] ? webUrl(fields.profiles.value[0])?.href : undefined,
      };
    });
    const ics = icsOf(entries, Date.now());
    const name = followUps.length === 1 ? 'paydirt-follow-up.ics' : 'paydirt-follow-ups.ics';
    if (await download({ name, mediaType: 'text/calendar;charset=utf-8', chunks: (async function* chunks() { yield ics; })() }, followUps.length)) toast(t('calendar_saved', name));
  } catch (error) {
    report(error);
    toast(t('export_failed'), { bad: true });
  }
}
