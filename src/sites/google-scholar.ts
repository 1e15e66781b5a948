import type { ProfileKey } from '../domain/identity.ts';
import { canonical, meta } from './reading/head.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `scholar.google.<any country>/citations?user=<12 characters>`; ids differ by case. */
export const address = routed({
  name: 'google-scholar', home: 'https://scholar.google.com/', query: ['view_op', 'user'],
  hosts: 'com at be ca ch cl co.id co.il co.in co.jp co.kr co.uk co.za com.ar com.au com.br com.co com.hk com.mx com.sg com.tr com.tw cz de dk es fi fr gr hu ie it nl no pl pt ro ru se'.split(' ').map((country) => `scholar.google.${country}`),
  routes: () => [['person', /^\/citations\?(?:view_op=list_works&)?user=([\w-]{12})$/, 'citations?user=$!1', '$!1']],
});

const key = (text: string): ProfileKey | undefined | '' => {
  const id = /[?&]user=([\w-]{12})(?:&|$)/.exec(text)?.[1];
  return id && `google-scholar:${id}`;
};

export default sighted(address, (doc) => {
  const card = region(doc.querySelector('#gsc_prf'));
  const photo = card.attr('#gsc_prf_pup-img, #gsc_prf_pu img, #gsc_prf_pua img', 'src');
  const homepage = card.attrs('#gsc_prf_ivh a[rel], #gsc_prf_ivh a', 'href');
  return [() => card.text('#gsc_prf_in') !== '' && {
    source: 'structure', sure: 0.9, who: [key(photo) ?? key(card.attr('a[href*="user="]', 'href')) ?? key(canonical(doc)) ?? key(meta(doc, 'og:url'))],
    values: {
      name: card.text('#gsc_prf_in'),
      headline: card.text('#gsc_prf_i > .gsc_prf_il'),
      company: card.text('#gsc_prf_i > .gsc_prf_il a[href*="view_org"]'),
      websites: homepage, avatar: /avatar_scholar|scholar\/images/.test(photo) ? '' : photo && new URL(photo, 'https://scholar.google.com/').href,
    },
  }];
});
