import type { ProfileKey } from '../domain/identity.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `orcid.org/<16 digits>`, of which the last may be an X. */
export const address = routed({
  name: 'orcid', home: 'https://orcid.org/',
  routes: () => [['person', /^\/(?:my-orcid\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dx])(?:\/print)?$/i, '$1']],
});

export default sighted(address, (doc) => {
  const page = region(doc.body);
  const key = (text: string | undefined): ProfileKey | '' | undefined => {
    const found = /\d{4}-\d{4}-\d{4}-\d{3}[\dx]/i.exec(text ?? '')?.[0];
    return found && `orcid:${found.toLowerCase()}`;
  };
  const [, name, id] = /^(.+?) \((\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)/.exec(doc.title) ?? [];
  const shown = key(page.text('.orcid-id, #orcid-id, app-orcid-id'));
  return [
    () => shown && {
      source: 'structure', sure: 0.85, who: [shown],
      values: {
        name: page.text('app-names h1, app-top-bar h1, .full-name'), about: page.text('#biography-content, .bio-content'),
        websites: page.attrs('app-side-bar a[rel~="me"]', 'href'),
      },
    },
    () => name && { source: 'title', sure: 0.8, who: [key(id)], values: { name } },
  ];
});
