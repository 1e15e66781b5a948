import { computed, signal } from '@preact/signals';

/** The places of the panel. `person`, `account` and `connection` carry an id, `connect`, `icp`, `personas`, `templates`, `cadences` and `privacy` may. */
export type Place = 'page' | 'today' | 'people' | 'person' | 'accounts' | 'account' | 'inbox' | 'icp' | 'personas' | 'rule' | 'templates' | 'cadences' | 'reports' | 'import' | 'duplicates' | 'backups' | 'privacy' | 'playbook' | 'settings' | 'connect' | 'connection';

const PLACES = new Set<string>(['page', 'today', 'people', 'person', 'accounts', 'account', 'inbox', 'icp', 'personas', 'rule', 'templates', 'cadences', 'reports', 'import', 'duplicates', 'backups', 'privacy', 'playbook', 'settings', 'connect', 'connection']);
const hash = signal(location.hash);
addEventListener('hashchange', () => { hash.value = location.hash; });

/** Where the panel is, from the address: `#/person/<id>`. An unknown place is the page view. */
export const route = computed<{ place: Place; id: string }>(() => {
  const [, place = '', id = ''] = hash.value.split('/');
  return { place: (PLACES.has(place) ? place : 'page') as Place, id: decodeURIComponent(id) };
});

/** The address of a place, for links. */
export function to(place: Place, id = ''): string {
  return `#/${place}${id ? `/${encodeURIComponent(id)}` : ''}`;
}

export function go(place: Place, id = ''): void {
  location.hash = to(place, id);
}
