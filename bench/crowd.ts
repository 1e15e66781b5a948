import type { Account } from '../src/domain/account.ts';
import type { FollowUp, Note, Touch } from '../src/domain/activity.ts';
import type { Prospect } from '../src/domain/prospect.ts';
import { STAGES } from '../src/domain/prospect.ts';
import type { Field, FieldValue } from '../src/domain/provenance.ts';

/** A fictional person with all that hangs on them. */
export interface Member {
  prospect: Prospect;
  touches: Touch[];
  notes: Note[];
  followUps: FollowUp[];
}

const HOUR = 3_600_000;
const FIRST = 'Ada Bela Çelik Dario Édith Farid Greta Håkon Inés Jonas Kaja Liam Mónica Niels Oğuz Paweł Quirin Rosalía Søren Tomáš Ulla Vera Wanda Xenia Yusuf Zoë'.split(' ');
const ONSET = 'B Br D Dr F G Gr H K Kr L M N P R S St T Tr V W Z Sch Ch'.split(' ');
const NUCLEUS = 'a e i o u ä ö ü ei au ou é'.split(' ');
const CODA = 'ber der feld hof kin lund man mer nez nik rell ric sen ski ström ton ver vic witz zzi'.split(' ');
const HAN = '山 田 中 村 林 石 川 小 松 本 高 橋 清 水 佐 藤 王 李 张 刘 陈 杨 黄 赵 吴 周'.split(' ');
const HAN_GIVEN = '太郎 花子 健一 美咲 伟 芳 娜 秀英 敏 静 翔太 陽菜'.split(' ');
const CYRILLIC = 'Иван Ольга Пётр Анна Дмитрий Светлана'.split(' ');
const CYRILLIC_LAST = 'Образцов Примеров Вымыслов Тестов Задумкин'.split(' ');
const ARABIC = 'أحمد ليلى يوسف نور سامي هدى'.split(' ');
const ARABIC_LAST = 'المثال النموذج الخيال التجربة'.split(' ');
const RANK = ['VP', 'Head of', 'Director of', 'Senior Manager', 'Manager', 'Chief', 'Lead', 'Junior', 'Interim', 'Regional Director of', 'Global Head of', 'Co-founder &'];
const WORK = ['Sales', 'Marketing', 'Engineering', 'Finance', 'People', 'Operations', 'Procurement', 'Customer Success', 'Data', 'Design', 'Legal', 'Supply Chain', 'Revenue Operations', 'Quality', 'Research'];
const FIELD = ['Robotics', 'Logistics', 'Biotech', 'Payments', 'Energy', 'Textiles', 'Mapping', 'Insurance', 'Printing', 'Farming', 'Shipping', 'Optics', 'Games', 'Travel', 'Steel', 'Glass'];
const FORM = ['GmbH', 'Ltd', 'AG', 'Inc', 'S.A.', 'B.V.', 'AB', 'Oy'];
const CITY = ['Berlin, Germany', 'München, Germany', 'Paris, France', 'Lyon, France', 'Kraków, Poland', 'São Paulo, Brazil', 'Zürich, Switzerland', 'Göteborg, Sweden', 'Austin, Texas, United States', 'Boston, Massachusetts, United States', '東京', 'Москва', 'القاهرة', 'Dublin, Ireland', 'Málaga, Spain', 'Toronto, Canada'];
const VERB = ['helping', 'building', 'scaling', 'fixing', 'leading', 'selling', 'advising'];
const TAG = ['hot', 'partner', 'event 2026', 'champion', 'renewal', 'newsletter', 'warm intro', 'churned', 'beta'];
const NOTED = 'met at the trade fair asked for pricing wants a demo in spring budget after the summer knows our champion prefers email likes sailing uses a rival tool contract ends in March talk about onboarding security review pending'.split(' ');
const CHANNELS = ['linkedin', 'email', 'call'];

/** The same numbers for the same seed. */
function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state / 4_294_967_296;
  };
}

const said = <T extends FieldValue>(value: T, at: number): Field<T> => ({ value, source: { kind: 'file', name: 'csv' }, at });

/** How many companies there are for so many people. */
export function companyCount(people: number): number {
  return Math.max(1, Math.round(people / 4));
}

/** The `at`-th fictional company. */
export function company(at: number, now: number): Account {
  const dice = random(at + 1_000_003);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  const name = `${pick(ONSET)}${pick(NUCLEUS)}${pick(CODA)} ${pick(FIELD)} ${pick(FORM)}`;
  return {
    id: `account-${String(at).padStart(6, '0')}`, keys: [`domain:company-${at}.example`], suggestions: {}, tags: [], createdAt: now - at, updatedAt: now - at,
    fields: { name: said(name, now), domain: said(`company-${at}.example`, now), industry: said(pick(FIELD), now), size: said(pick(['11-50', '51-200', '201-500', '1001-5000']), now), technologies: said([pick(FIELD), pick(WORK)], now) },
  };
}

/** The `at`-th of `people` fictional people: about as many distinct names as people, in five scripts; three touches each, notes on a tenth, a follow-up on a twentieth. */
export function member(at: number, people: number, now: number): Member {
  const dice = random(at + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  const script = dice();
  const name = script < 0.05 ? `${pick(HAN)}${pick(HAN)}${pick(HAN_GIVEN)}` : script < 0.07 ? `${pick(CYRILLIC)} ${pick(CYRILLIC_LAST)}` : script < 0.08 ? `${pick(ARABIC)} ${pick(ARABIC_LAST)}`
    : `${pick(FIRST)}${dice() < 0.2 ? `-${pick(FIRST)}` : ''} ${pick(ONSET)}${pick(NUCLEUS)}${pick(CODA)}${dice() < 0.3 ? pick(CODA) : ''}`;
  const work = pick(WORK);
  const title = `${pick(RANK)} ${work}${dice() < 0.3 ? `, ${pick(FIELD)}` : ''}`;
  const account = company(Math.floor(dice() * companyCount(people)), now);
  const employer = account.fields.name!.value;
  const about = dice() < 0.4 ? { about: said(Array.from({ length: 8 }, () => `I am ${pick(VERB)} ${pick(WORK).toLowerCase()} teams in ${pick(FIELD).toLowerCase()} and ${pick(CITY)}.`).join(' '), now) } : {};
  const id = `0199${String(at).padStart(4, '0')}-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const createdAt = now - at * 60_000;
  const prospect: Prospect = {
    id, kind: 'prospect', keys: [`linkedin:in/person-${at}`], suggestions: {}, stage: STAGES[Math.floor(dice() ** 2 * STAGES.length)]!, tags: dice() < 0.25 ? [pick(TAG)] : [], lists: [], leadSource: pick(['import', 'profile page', 'event']),
    accountId: account.id, createdAt, updatedAt: createdAt,
    fields: { name: said(name, now), title: said(title, now), headline: said(`${title} at ${employer} | ${pick(VERB)} ${Math.floor(dice() * 900)} ${pick(FIELD).toLowerCase()} teams`, now), company: said(employer, now), location: said(pick(CITY), now), emails: said([`person-${at}@company.example`], now), ...about },
  };
  const touches = Array.from({ length: 3 }, (_, which): Touch => {
    const when = now - Math.floor(dice() * 200 * 24) * HOUR;
    return { id: `touch-${at}-${which}`, prospectId: id, channel: pick(CHANNELS), direction: dice() < 0.25 ? 'in' : 'out', at: when, createdAt: when, updatedAt: when };
  });
  const notes: Note[] = at % 10 ? [] : [{ id: `note-${at}`, prospectId: id, text: `${Array.from({ length: 24 }, () => pick(NOTED)).join(' ')} ${pick(ONSET)}${pick(NUCLEUS)}${pick(CODA)}`, createdAt: now, updatedAt: now }];
  const followUps: FollowUp[] = at % 20 ? [] : [{ id: `due-${at}`, prospectId: id, dueAt: now + Math.floor(dice() * 60 * 24) * HOUR, open: 1, words: '2w', zone: 'Europe/Berlin', text: 'Ask how it went', channel: pick(CHANNELS), createdAt: now, updatedAt: now }];
  return { prospect, touches, notes, followUps };
}
