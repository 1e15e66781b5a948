import { casual } from 'chrono-node/fr';
import type { WhenLanguage } from './language.ts';

/** French. */
export const french: WhenLanguage = {
  locale: 'fr',
  dates: (text, reference) => casual.parse(text, reference),
  dayFirst: true,
  halfDays: false,
  hourMark: true,
  units: {
    minute: 'min|mins|minute|minutes', hour: 'h|heure|heures', day: 'j|d|jour|jours', workday: 'jour ouvre|jours ouvres|jour ouvrable|jours ouvrables',
    week: 's|sem|w|semaine|semaines', month: 'm|mois', year: 'a|an|ans|annee|annees',
  },
  numbers: ['un|une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  weekdays: ['lundi|lun', 'mardi|mar', 'mercredi|mer', 'jeudi|jeu', 'vendredi|ven', 'samedi|sam', 'dimanche|dim'],
  days: {
    today: "aujourd'hui|aujourdhui", tomorrow: 'demain', 'after-tomorrow': 'apres-demain|apres demain', 'next-week': 'semaine prochaine|la semaine prochaine|de la semaine prochaine', 'next-month': 'mois prochain|le mois prochain',
    'next-quarter': 'trimestre prochain|le trimestre prochain', 'next-year': "annee prochaine|l'annee prochaine|l'an prochain", weekend: 'week-end|weekend|ce week-end|ce weekend',
    'end-of-week': 'fin de semaine|fin de la semaine', 'end-of-month': 'fin de mois|fin du mois',
  },
  times: {
    morning: 'matin|le matin|du matin', noon: 'midi|a midi', afternoon: "apres-midi|l'apres-midi|apres midi", evening: 'soir|le soir', night: 'nuit', 'end-of-day': 'fin de journee|en fin de journee|eod',
  },
  timesToday: { morning: 'ce matin', afternoon: 'cet apres-midi', night: 'cette nuit', evening: 'ce soir' },
  next: 'en huit', coming: 'prochain|prochaine', this: 'ce|cette', past: 'hier|avant-hier|dernier|derniere|il y a',
  within: 'dans|en|sous|apres', later: 'plus tard', and: 'et',
  at: 'a|@|vers|des', clock: 'h|heures', filler: 'le|la|pour|avant|des',
  repeat: {
    each: 'chaque|tous les|toutes les|tout les', second: 'deuxieme|second|2e', quarter: 'trimestre|trimestres', plural: 's', ordinal: 'er|e|eme', ofMonth: 'du mois|de chaque mois', start: 'a partir du|a partir de|des', until: "jusqu'au|jusqu'a|jusqu'en",
    alone: { day: 'quotidien|quotidiennement', workday: 'en semaine', week: 'hebdomadaire|chaque semaine', fortnight: 'bimensuel|tous les quinze jours', month: 'mensuel|mensuellement', quarter: 'trimestriel', year: 'annuel|annuellement' },
  },
};
