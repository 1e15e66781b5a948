import { meta } from './reading/head.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';
import { lines, text } from './reading/text.ts';

/** `t.me/<name>`; posts and previews of channels lie below. */
export const address = routed({
  name: 'telegram', home: 'https://t.me/', spelledAt: ['telegram.me', 'telegram.dog'],
  reserved: 'addemoji addlist addstickers addtheme auth boost contact giftcode invoice joinchat login proxy setlanguage share socks theme',
  routes: () => [['person', /^\/@?([a-z]\w{3,31})$/i, '$1']],
});

export default sighted(address, (doc) => {
  const page = region(doc.querySelector('.tgme_page'));
  // people show their name here; groups and channels how many they are
  // (bots show both)
  const [extra, more] = page.all('.tgme_page_extra'), shown = more ? '' : /^@(\w+)$/.exec(text(extra))?.[1];
  return [() => shown && !/bot$/i.test(shown) && {
    source: 'structure', sure: 0.9, who: [keyed('telegram')(shown)],
    values: { name: page.text('.tgme_page_title > span') || page.text('.tgme_page_title'), handle: shown, about: lines(page.all('.tgme_page_description')[0]).join('\n'), avatar: page.attr('img.tgme_page_photo_image', 'src') || (page.all('.tgme_page_photo').length ? meta(doc, 'og:image') : '') },
  }];
});
