import { casual } from 'chrono-node/de';
import type { WhenLanguage } from './language.ts';

/** German. */
export const german: WhenLanguage = {
  locale: 'de',
  dates: (text, reference) => casual.parse(text, reference),
  dayFirst: true,
  halfDays: false,
  hourMark: false,
  units: {
    minute: 'min|minute|minuten', hour: 'h|std|stunde|stunden', day: 'd|t|tag|tage|tagen', workday: 'werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen',
    week: 'w|wo|woche|wochen', month: 'm|mo|monat|monate|monaten', year: 'j|y|jahr|jahre|jahren',
  },
  numbers: ['ein|eine|einem|einer', 'zwei', 'drei', 'vier', 'funf|fuenf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwolf|zwoelf'],
  weekdays: ['montag|mo', 'dienstag|di', 'mittwoch|mi', 'donnerstag|do', 'freitag|fr', 'samstag|sa|sonnabend', 'sonntag|so'],
  days: {
    today: 'heute', tomorrow: 'morgen', 'after-tomorrow': 'ubermorgen|uebermorgen', 'next-week': 'nachste woche|naechste woche|kommende woche', 'next-month': 'nachsten monat|naechsten monat|nachster monat',
    'next-quarter': 'nachstes quartal|naechstes quartal', 'next-year': 'nachstes jahr|naechstes jahr', weekend: 'wochenende|am wochenende', 'end-of-week': 'ende der woche|ende woche', 'end-of-month': 'ende des monats|monatsende',
  },
  times: {
    morning: 'morgens|vormittag|vormittags|fruh|frueh|am morgen|am vormittag|morgen', noon: 'mittag|mittags|am mittag', afternoon: 'nachmittag|nachmittags|am nachmittag', evening: 'abend|abends|am abend',
    night: 'nacht|nachts', 'end-of-day': 'feierabend|ende des tages|tagesende|eod',
  },
  timesToday: { morning: 'heute morgen|heute fruh|heute vormittag', afternoon: 'heute nachmittag', evening: 'heute abend', night: 'heute nacht' },
  next: 'ubernachste|ubernachsten|ubernachster', coming: 'nachste|nachsten|nachster|nachstes|naechsten|naechster|kommende|kommenden|kommender', this: 'diese|diesen|dieser', past: 'gestern|vorgestern|letzte|letzten|letzter|vor',
  within: 'in|binnen|nach', later: 'spater|spaeter|ab jetzt', and: 'und',
  at: 'um|@|gegen|ab', clock: 'uhr', filler: 'am|den|der|ab|bis|zum',
  repeat: {
    each: 'jede|jeden|jeder|jedes|jedem|alle|je', second: 'zweite|zweiten|zweiter|zweites|2.', quarter: 'quartal|quartale', plural: 's', ordinal: '.', ofMonth: 'des monats|im monat|jeden monats', start: 'ab|beginnend|ab dem', until: 'bis|bis zum',
    alone: { day: 'taglich|taeglich', workday: 'werktags|werktaglich|arbeitstaglich', week: 'wochentlich|woechentlich', fortnight: 'vierzehntagig|zweiwochentlich|14-tagig', month: 'monatlich', quarter: 'vierteljahrlich|quartalsweise', year: 'jahrlich|jaehrlich' },
  },
};
