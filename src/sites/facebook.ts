import { webUrl, type ProfileKey } from '../domain/identity.ts';
import { headKey, meta } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { lines, text } from './reading/text.ts';

const TABS = '(?:/[a-z_]+)?';

/** `facebook.com/<name>`, or any of the spellings that carry the number (`facebook:id/<n>`), which outlives a change of name. */
export const address = routed({
  name: 'facebook', home: 'https://www.facebook.com/', hosts: ['*.facebook.com'], spelledAt: ['fb.com', 'www.fb.com'],
  query: ['id'],
  reserved: '… ads bookmarks business checkpoint dialog donate feed fundraisers friends gaming hashtag home.php l.php login.php media messenger notes offers p people permalink.php pg photo photo.php photos places plugins policies policy posts profile.php recover reel reels saved share sharer sharer.php story.php video video.php',
  routes: () => [
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

/** Silhouettes lie in a folder of their own. */
const photo = (src: string): string => (src.includes('/t1.30497-1/') || src.includes('rsrc.php') ? '' : src);

export default sighted(address, (doc) => {
  const main = region([...doc.querySelectorAll('[role="main"]')].find((one) => one.querySelector('h1')));
  const h1 = main.all('h1').find((one) => !one.closest('[role="article"],[role="complementary"]'));
  const who = [id(meta(doc, 'al:ios:url')) ?? id(meta(doc, 'al:android:url')), headKey(doc, address)];
  // the tabs under the name are links to this profile's own pages
  const tabs = main.attrs('[role="tablist"] a[href]', 'href').map((href) => webUrl(href, 'https://www.facebook.com/')).map((link) => link && address.parse(link)?.key).find((key) => !!key);
  const intro = main.all('[data-pagelet^="ProfileTilesFeed"] ul > div, [data-pagelet^="ProfileTilesFeed"] li');
  const rows = intro.map((one) => lines(one).join(' ').trim()).filter(Boolean);
  // "Page · Media": the first word is bold; persons have no such line
  const kind = intro.flatMap((one) => [...one.querySelectorAll('b, strong')])
    .find((bold) => bold.parentElement?.textContent?.startsWith(`${bold.textContent} · `))?.parentElement?.textContent;
  const described = /^.{0,200}?\d[\d.,\s]*\S{0,4} [^·]{2,40}(?: · [^·.。]{2,60})*[.。] ?/.exec(meta(doc, 'og:description').slice(0, 1_000));
  // "Profile · Digital creator" is a person who counts followers
  const page = !/^(prof|perfil|проф|プロフ|프로필|个人|個人)/i.test(kind ?? '') && (kind || described || meta(doc, 'al:android:url').startsWith('fb://page/')) ? 'company' : 'person';
  const old = region(doc);
  const timeline = doc.querySelector('#fb-timeline-cover-name, .fbTimelineHeadline, #pagelet_timeline_main_column');
  const basic = doc.querySelector('#root :is(#basic-info, #contact-info, #living)');
  const owner = /profile_owner"?:"?(\d+)/.exec(old.attr('[data-gt*="profile_owner"]', 'data-gt'))?.[1];
  return [
    () => h1 && tabs && {
      source: 'structure', sure: 0.9, who: [tabs], page,
      values: {
        // a verified badge or a second name in brackets follows in elements of its own
        name: [...h1.childNodes].map((node) => node.textContent?.trim()).find(Boolean),
        category: kind?.split(' · ').slice(1).join(' · '),
        // the line between the heading and the list
        about: text(main.all('[data-pagelet="ProfileTilesFeed_0"] div:has(> div > div > ul) > div:first-child span[dir]').find((one) => !one.closest('ul, h2') && !one.querySelector('h2'))),
        emails: rows.filter((row) => /^\S+@\S+\.\S+$/.test(row)), phones: rows.filter((row) => /^\+?[\d\s().-]{7,20}$/.test(row)),
        websites: main.attrs('[data-pagelet^="ProfileTilesFeed"] a[href*="l.facebook.com/l.php"]', 'href'),
        followers: main.text('a[href*="/followers"], a[href*="sk=followers"]'),
        avatar: photo(main.attr('svg[role="img"] image', 'xlink:href')),
      },
    },
    // the timeline of 2011 to 2019, its texts often still in comments; and the script-less page, whose sections have names
    () => (timeline || basic) && {
      source: 'structure', sure: 0.8, who: [id(owner ?? '') ?? who[0], who[1]], page,
      values: {
        name: old.text('#fb-timeline-cover-name, .fbTimelineHeadline h2, #cover-name-root, #m-timeline-cover-section strong') || doc.title.replace(/^\(\d+\) | [|-] Facebook$/g, ''),
        about: old.text('#bio > div > div:last-child'), location: old.text('#living td:last-child'), company: old.text('#work a:not(:has(img))'),
        emails: old.attrs('#contact-info a[href^="mailto:"]', 'href'), websites: old.attrs('#contact-info a[href*="/l.php?"]', 'href'),
        avatar: old.attr('.profilePicThumb img, .profilePic', 'src'),
      },
    },
    () => profilePage(doc, address, () => ({ sure: 0.9, who })),
    () => meta(doc, 'og:title') !== '' && who.some(Boolean) && {
      source: 'open-graph', sure: 0.8, who, page,
      values: { name: meta(doc, 'og:title').replace(/ [|-] (?:[^|]* )?Facebook$/, ''), about: described ? meta(doc, 'og:description').slice(described[0].length) : '', avatar: photo(meta(doc, 'og:image')) },
    },
    () => who[1] && { source: 'address', sure: 0.9, who, values: { handle: who[1].replace(/^facebook:(id\/.*)?/, '') } },
  ];
});
