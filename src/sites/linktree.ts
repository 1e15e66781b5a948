import { openGraph } from './reading/head.ts';
import { list, string } from './reading/json-ld.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';
import { dig, state } from './reading/state.ts';

/** `linktr.ee/<name>`. */
export const address = routed({
  name: 'linktree', home: 'https://linktr.ee/',
  reserved: '… s',
  routes: () => [['person', /^\/@?([\w.-]{2,60})$/, '$1']],
});

export default sighted(address, (doc) => [
  () => {
    const page = dig(state(doc, '#__NEXT_DATA__'), 'props.pageProps');
    const account = dig(page, 'account');
    const name = string(account, 'username');
    return name && {
      source: 'state', sure: 1, who: [`linktree:id/${string(account, 'id')}`, keyed('linktree')(name)],
      values: {
        name: string(account, 'pageTitle').replace(/^@/, '') || name, handle: name, about: string(account, 'description'), avatar: string(account, 'profilePictureUrl') || string(account, 'customAvatar'),
        profiles: list(dig(page, 'socialLinks') ?? dig(account, 'socialLinks')).map((one) => string(one, 'url')).filter((url) => !url.startsWith('mailto:')),
        emails: list(dig(page, 'socialLinks') ?? dig(account, 'socialLinks')).map((one) => string(one, 'url')).filter((url) => url.startsWith('mailto:')),
        websites: list(dig(page, 'links') ?? dig(account, 'links')).map((one) => string(one, 'url')).slice(0, 20),
      },
    };
  },
  () => openGraph(doc, address, /^@?(.+?)(?: \| .*Linktree.*| - Linktree)?$/, { about: '' }),
]);
