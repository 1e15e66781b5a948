import { casual } from 'chrono-node/es';
import type { WhenLanguage } from './language.ts';

/** Spanish. */
export const spanish: WhenLanguage = {
  locale: 'es',
  dates: (text, reference) => casual.parse(text, reference),
  dayFirst: true,
  halfDays: false,
  hourMark: true,
  units: {
    minute: 'min|mins|minuto|minutos', hour: 'h|hora|horas', day: 'd|dia|dias', workday: 'dia habil|dias habiles|dia laborable|dias laborables',
    week: 's|sem|w|semana|semanas', month: 'm|mes|meses', year: 'a|ano|anos',
  },
  numbers: ['un|una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
  weekdays: ['lunes|lun', 'martes|mar', 'miercoles|mie', 'jueves|jue', 'viernes|vie', 'sabado|sab', 'domingo|dom'],
  days: {
    today: 'hoy', tomorrow: 'manana', 'after-tomorrow': 'pasado manana', 'next-week': 'proxima semana|la proxima semana|de la proxima semana|de la semana que viene|semana que viene|la semana que viene', 'next-month': 'proximo mes|el proximo mes|mes que viene|el mes que viene',
    'next-quarter': 'proximo trimestre|el proximo trimestre', 'next-year': 'proximo ano|el proximo ano|ano que viene|el ano que viene', weekend: 'fin de semana|el fin de semana|este fin de semana',
    'end-of-week': 'final de la semana|finales de semana', 'end-of-month': 'fin de mes|final de mes|a fin de mes',
  },
  times: {
    morning: 'por la manana|de la manana|manana|temprano', noon: 'mediodia|al mediodia', afternoon: 'tarde|por la tarde', evening: 'noche|por la noche', night: 'de noche', 'end-of-day': 'fin del dia|al final del dia|eod',
  },
  timesToday: { morning: 'esta manana', afternoon: 'esta tarde', evening: 'esta noche' },
  next: 'de la proxima semana', coming: 'proximo|proxima|que viene', this: 'este|esta', past: 'ayer|anteayer|pasado|pasada|hace',
  within: 'en|dentro de|tras', later: 'despues|mas tarde', and: 'y',
  at: 'a las|a la|@|sobre las', clock: 'h|horas', filler: 'el|la|para|antes del',
  repeat: {
    each: 'cada|todos los|todas las', second: 'segundo|segunda', quarter: 'trimestre|trimestres', plural: 's', ordinal: 'º|o', ofMonth: 'de mes|del mes|de cada mes', start: 'desde el|desde|a partir del|a partir de', until: 'hasta el|hasta',
    alone: { day: 'diario|diariamente', workday: 'entre semana', week: 'semanal|semanalmente', fortnight: 'quincenal|quincenalmente', month: 'mensual|mensualmente', quarter: 'trimestral', year: 'anual|anualmente' },
  },
};
