import { ok } from '../../domain/failure.ts';
import type { ValueKind } from '../../domain/sync/record.ts';
import { words } from '../answer.ts';
import type { Access, Operations, RemoteField } from '../connector.ts';
import type { Api } from './api.ts';
import { ENTITY, isRow, str, type Form } from './form.ts';

const KINDS: { [type: string]: ValueKind } = {
  varchar: 'text', enum: 'text', text: 'longText', url: 'link', email: 'emails', phone: 'phones', int: 'number', float: 'number', bool: 'flag',
  datetime: 'time', datetimeOptional: 'time', multiEnum: 'tags', link: 'record', linkParent: 'record',
};
const CHECKED = ['account', 'prospect', 'followUp'] as const;

/** Whose key it is, what has to be there before a sync, and which fields there are. */
export function setupOf({ get, me }: Api, { profileField }: Form, access: Access): Pick<Operations, 'check' | 'prepare' | 'describe'> {
  return {
    async check() {
      const [user, about] = [await me(), await get('App/about')];
      if (!user.ok) return user;
      const version = about.ok && isRow(about.value) ? words(about.value['version']) : '';
      const missing = CHECKED.flatMap((kind) => (['create', 'read', 'edit'] as const).filter((right) => !user.value.isAllowed(kind, right)).map((right) => `${right} ${kind}`));
      if (!user.value.isAllowed('note', 'create')) missing.push('create note');
      return ok({ who: user.value.name, where: new URL(access.origin).host, missing, ...(version ? { version } : {}) });
    },
    async prepare() {
      const user = await me();
      if (!user.ok) return user;
      const found: { [name: string]: string } = { userId: user.value.id };
      const keyless: string[] = [];
      for (const entity of ['Contact', 'Account']) {
        const [fields, checked] = [await get(`Metadata?key=entityDefs.${entity}.fields`), await get(`Metadata?key=scopes.${entity}`)];
        if (!fields.ok) return fields;
        if (!checked.ok) return checked;
        const custom = Object.entries(isRow(fields.value) ? fields.value : {}).filter(([name]) => /^c[A-Z]/.test(name));
        const ofType = (type: string, names: RegExp): string => custom.find(([name, field]) => names.test(name) && isRow(field) && field['type'] === type)?.[0] ?? '';
        const [key, profile] = [ofType('varchar', /paydirt|external_?key/i), ofType('url', /linked_?in|profile/i)];
        if (key) found[`key${entity}`] = key;
        if (profile) found[`profile${entity}`] = profile;
        const compared = isRow(checked.value) ? checked.value['duplicateCheckFieldList'] : undefined;
        if (!key || !Array.isArray(compared) || !compared.includes(key)) keyless.push(entity);
      }
      const versions = await get('Metadata?key=entityDefs.Contact.optimisticConcurrencyControl');
      if (!versions.ok) return versions;
      const todo = [
        ...(keyless.length ? [`add a Varchar field "paydirtKey" to ${keyless.join(' and ')} and put it into the duplicate check fields there`] : []),
        ...(found['profileContact'] ? [] : ['add a Url field "linkedin" to Contact']),
        // without it a write of ours that arrives late takes the place of a newer one
        ...(versions.value === true ? [] : ['switch on optimistic concurrency control for Contact']),
      ];
      return ok({ known: found, todo: todo.length ? `Ask an administrator (Administration, Entity Manager) to ${todo.join(', to ')}.` : '' });
    },
    async describe(kind) {
      const [fields, labels] = [await get(`Metadata?key=entityDefs.${ENTITY[kind]}.fields`), await get('I18n?default=false')];
      if (!fields.ok) return fields;
      const entity = labels.ok && isRow(labels.value) ? labels.value[ENTITY[kind]] : undefined;
      const spelled = isRow(entity) && isRow(entity['fields']) ? entity['fields'] : {};
      return ok(Object.entries(isRow(fields.value) ? fields.value : {}).flatMap(([name, field]): RemoteField[] => {
        const type = isRow(field) ? KINDS[str(field['type'])] : undefined;
        if (!isRow(field) || !type || field['disabled'] === true || field['utility'] === true || (field['notStorable'] === true && name !== 'title')) return [];
        if (kind === 'followUp' && name === 'status') return [{ name, label: words(spelled[name] ?? name), kind: 'flag', writable: true }];
        const theirs = name === profileField(kind) ? 'profileUrl' : type === 'emails' || type === 'phones' ? `${name}Data` : type === 'record' ? `${name}Id` : name;
        return [{ name: theirs, label: words(spelled[name] ?? name), kind: type, writable: field['readOnly'] !== true }];
      }));
    },
  };
}
