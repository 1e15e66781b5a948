import { invalid, members, notFound } from './answer.ts';

/** A list of records that people fill by hand. */
interface RecordList {
  listId: string;
  name: string;
  objectTypeId: string;
  processingType: string;
  created: string;
  members: Map<string, string>;
}

export interface Lists {
  /** Answers a request below /crm/v3/lists; null = no such path. `has` tells whether a record exists. */
  answer(method: string, path: string[], query: URLSearchParams, body: unknown, at: string, nextId: () => string, has: (id: string) => boolean): [number, object] | null;
}

export function openLists(): Lists {
  const lists = new Map<string, RecordList>();
  const shown = ({ listId, name, objectTypeId, processingType, created }: RecordList): object =>
    ({ listId, listVersion: 1, name, objectTypeId, processingType, processingStatus: 'COMPLETE', createdAt: created, updatedAt: created, filtersUpdatedAt: created });
  const named = (objectTypeId: string, name: string): RecordList | undefined => [...lists.values()].find((one) => one.name === name && one.objectTypeId === objectTypeId);
  return {
    answer(method, path, query, body, at, nextId, has) {
      const [first, second, third, fourth] = path;
      if (method === 'POST' && first === undefined) {
        const { name, objectTypeId, processingType } = members(body) ?? {};
        if (typeof name !== 'string' || typeof objectTypeId !== 'string' || typeof processingType !== 'string') throw invalid('Invalid input JSON: Some required fields were not set: [name, objectTypeId, processingType]');
        if (named(objectTypeId, name)) throw invalid(`A list named ${name} exists already`);
        const list: RecordList = { listId: nextId(), name, objectTypeId, processingType, created: at, members: new Map() };
        lists.set(list.listId, list);
        return [200, { list: shown(list) }];
      }
      if (method === 'GET' && first === 'object-type-id' && second && third === 'name' && fourth !== undefined) {
        const list = named(second, fourth);
        if (!list) throw notFound();
        return [200, { list: shown(list) }];
      }
      const list = lists.get(first ?? '');
      if (!list) throw notFound();
      if (method === 'GET' && second === undefined) return [200, { list: shown(list) }];
      if (method === 'GET' && second === 'memberships' && third === undefined) {
        const all = [...list.members];
        const start = Number(query.get('after') ?? 0);
        const end = start + Math.min(Number(query.get('limit') ?? 100), 250);
        return [200, { results: all.slice(start, end).map(([recordId, membershipTimestamp]) => ({ recordId, membershipTimestamp })), ...(end < all.length ? { paging: { next: { after: String(end), link: `?after=${end}` } } } : {}) }];
      }
      if (method === 'PUT' && second === 'memberships' && third === 'add-and-remove') {
        if (list.processingType === 'DYNAMIC') throw invalid('The members of a dynamic list cannot be changed');
        const ids = (name: string): string[] => { const sent = members(body)?.[name]; return Array.isArray(sent) ? sent.map(String) : []; };
        const wanted = ids('recordIdsToAdd');
        const added = wanted.filter((id) => has(id) && !list.members.has(id));
        for (const id of added) list.members.set(id, at);
        const removed = ids('recordIdsToRemove').filter((id) => list.members.delete(id));
        return [200, { recordsIdsAdded: added, recordIdsRemoved: removed, recordIdsMissing: wanted.filter((id) => !has(id)) }];
      }
      return null;
    },
  };
}
