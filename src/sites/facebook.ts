import type { ProfileKey } from '../domain/identity.ts';
import { headKey, meta } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { lines } from './reading/text.ts';

const TABS = '(?:/(?:about\\w*|posts|photos\\w*|videos|reels\\w*|reviews|mentions|friends|likes|community|info|timeline|directory\\w*|services|shop|offers|followers|following))?';

/** `facebook.com/<name>`, or any of the spellings that carry the number (`facebook:id/<n>`), which outlives a change of name. */
export const address = routed({
  name: 'facebook', home: 'https://www.facebook.com/', hosts: ['*.facebook.com', 'fb.com', 'www.fb.com'],
  query: ['id'],
  reserved: '… ads browse bookmarks campaign checkpoint dialog donate feed fundraisers gaming games home.php intent l.php login.php memories messenger mobile music notes offers p pay permalink.php pg photo photo.php photos plugins posts profile.php r.php recover reel reels reg saved sharer sharer.php story.php tr video video.php weather',
  routes: [
    ['either', new RegExp(`^/(?:people|pages)/(?:[^/]+/)*[^/]+[/-](\\d{5,})${TABS}(?:\\?|$)`, 'i'), 'profile.php?id=$1', 'id/$1'],
    ['either', /^\/profile\.php\?id=(\d+)$/i, 'profile.php?id=$1', 'id/$1'],
    ['either', new RegExp(`^(?:/pg)?/(?:[^/?]+-)?(\\d{9,})${TABS}(?:\\?|$)`, 'i'), 'profile.php?id=$1', 'id/$1'],
    ['either', new RegExp(`^(?:/pg)?/([\\p{L}\\d.]{3,75})${TABS}(?:\\?|$)`, 'iu'), '$1'],
  ],
});

const id = (text: string): ProfileKey | undefined => {
  const found = /^(?:\d{5,}|fb:\/\/(?:profile|page)\/(?:\?id=)?(\d+))/.exec(text);
  return found ? `facebook:id/${found[1] ?? found[0]}` : undefined;
};

export default sighted(address, (doc) => {
  const main = region([...doc.querySelectorAll('[role="main"]')].find((one) => one.querySelector('h1')));
  const h1 = main.all('h1').find((one) => !one.closest('[role="article"],[role="complementary"]'));
  const who = [id(meta(doc, 'al:ios:url')) ?? id(meta(doc, 'al:android:url')), headKey(doc, address)];
  // the tabs under the name are links to this profile's own pages
  const tabs = main.attrs('[role="tablist"] a[href]', 'href').map((href) => address.parse(new URL(href, 'https://www.facebook.com/'))?.key).find((key) => !!key);
  const intro = main.all('[data-pagelet^="ProfileTilesFeed"] ul > div, [data-pagelet^="ProfileTilesFeed"] li');
  const rows = intro.map((one) => lines(one).join(' ').trim()).filter(Boolean);
  // "Page · Media": the first word is bold; persons have no such line
  const kind = intro.flatMap((one) => [...one.querySelectorAll('b, strong')]).map((bold) => bold.parentElement?.textContent ?? '').find((line) => / · /.test(line));
  const described = /^.{0,200}?\d[\d.,\s]*\S{0,4} [^·]{2,40}(?: · [^·.。]{2,60})*[.。] ?/.exec(meta(doc, 'og:description').slice(0, 1_000));
  // "Profile · Digital creator" is a person who counts followers
  const page = !/^(prof|perfil|проф|プロフ|프로필|个人|個人)/i.test(kind ?? '') && (kind || described || meta(doc, 'al:android:url').startsWith('fb://page/')) ? 'company' : 'person';
  const link = (tab: string): string => main.text(`a[href*="/${tab}"], a[href*="sk=${tab}"]`);
  return [
    () => h1 && tabs && {
      source: 'structure', sure: 0.9, who: [tabs], page,
      values: {
        // a verified badge or a second name in brackets follows in elements of its own
        name: [...h1.childNodes].map((node) => node.textContent?.trim()).find(Boolean),
        category: kind?.split(' · ').slice(1).join(' · '),
        about: main.text('[data-pagelet^="ProfileTilesFeed"] h2 ~ * span, [data-pagelet^="ProfileTilesFeed"] div:has(> div > div > ul) > div:first-child span[dir]'),
        emails: rows.filter((row) => /^\S+@\S+\.\S+$/.test(row)), phones: rows.filter((row) => /^\+?[\d\s().-]{7,20}$/.test(row)),
        websites: main.attrs('[data-pagelet^="ProfileTilesFeed"] a[href*="l.facebook.com/l.php"]', 'href'),
        followers: link('followers').replace(/^\D+(?=\d)/, ''),
        avatar: main.attr('svg[role="img"] image', 'xlink:href'),
      },
    },
    () => profilePage(doc, address, () => ({ sure: 0.9, who })),
    () => meta(doc, 'og:title') !== '' && who.some(Boolean) && {
      source: 'open-graph', sure: 0.8, who, page,
      values: { name: meta(doc, 'og:title').replace(/ [|-] (?:[^|]* )?Facebook$/, ''), about: described ? meta(doc, 'og:description').slice(described[0].length) : '', avatar: meta(doc, 'og:image') },
    },
    () => who[1] && { source: 'address', sure: 0.9, who, values: { handle: who[1].replace(/^facebook:(id\/.*)?/, '') } },
  ];
});
