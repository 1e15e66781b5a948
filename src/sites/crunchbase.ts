import { openGraph } from './reading/head.ts';
import { isNode, list, own, string } from './reading/json-ld.ts';
import { profilePage } from './reading/profile-page.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { dig, find, state } from './reading/state.ts';

/** `crunchbase.com/person/<slug>` and `/organization/<slug>`; ids are Crunchbase's own. */
export const address = routed({
  name: 'crunchbase', home: 'https://www.crunchbase.com/',
  routes: () => [
    ['person', /^\/person\/([\w-]+)(?:\/[\w-]+)?$/, 'person/$1'],
    ['company', /^\/(?:organization|company)\/([\w-]+)(?:\/[\w-]+)?$/, 'organization/$1'],
  ],
});

export default sighted(address, (doc, at) => [
  () => {
    const slug = at.key.split('/')[1];
    const page = find(state(doc, '#ng-state') ?? state(doc, '#client-app-state'), (node) => string(dig(node, 'properties.identifier'), 'permalink') === slug && isNode(own(node, 'cards')));
    const identifier = dig(page, 'properties.identifier');
    // each card holds some of the properties
    const facts = [own(page, 'properties'), ...Object.values((own(page, 'cards') ?? {}) as object)];
    const fact = (name: string): unknown => facts.map((card) => own(card, name)).find((value) => value !== undefined && value !== null);
    const values = (name: string): string => list(fact(name)).map((one) => (typeof one === 'string' ? one : string(one, 'value'))).filter(Boolean).join(', ');
    return identifier !== undefined && {
      source: 'state', sure: 1, who: [string(identifier, 'uuid') && `crunchbase:id/${string(identifier, 'uuid')}`, at.key],
      values: {
        name: string(identifier, 'value'), about: values('description') || values('short_description'), tagline: at.kind === 'company' && values('short_description'),
        title: values('primary_job_title'), company: values('primary_organization'), location: values('location_identifiers'), industry: values('categories'), size: values('num_employees_enum').replace(/^c_0*(\d+)_0*(\d+|max)$/, (_, from: string, to: string) => (to === 'max' ? `${Number(from)}+` : `${Number(from)}-${to}`)),
        founded: string(fact('founded_on'), 'value').slice(0, 4), websites: values('website') || values('website_url'), profiles: ['linkedin', 'twitter', 'facebook'].map((one) => values(one)),
        avatar: string(identifier, 'image_id') && `https://images.crunchbase.com/image/upload/${string(identifier, 'image_id')}`,
      },
    };
  },
  () => profilePage(doc, address),
  () => openGraph(doc, address, /^(.+?) - (?:.+ - )?Crunchbase/),
]);
