import { ok } from '../../domain/failure.ts';
import type { ValueKind } from '../../domain/sync/record.ts';
import { words } from '../answer.ts';
import type { Access, Operations, RemoteField } from '../connector.ts';
import type { Api } from './api.ts';
import { ENTITY, isRow, str, type Form, type Row } from './form.ts';

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
      const todo: string[] = [];
      for (const entity of ['Contact', 'Account']) {
        const [fields, scope] = [await get(`Metadata?key=entityDefs.${entity}.fields`), await get(`Metadata?key=scopes.${entity}`)];
        if (!fields.ok) return fields;
        if (!scope.ok) return scope;
        const custom = Object.entries(isRow(fields.value) ? fields.value : {}).filter(([name, field]) => /^c[A-Z]/.test(name) && isRow(field));
        const key = custom.find(([name, field]) => /paydirt|external_?key/i.test(name) && (field as Row)['type'] === 'varchar')?.[0];
        const profile = custom.find(([name, field]) => /linked_?in|profile/i.test(name) && (field as Row)['type'] === 'url')?.[0];
        if (key) found[`key${entity}`] = key;
        if (profile) found[`profile${entity}`] = profile;
        const checked = isRow(scope.value) ? scope.value['duplicateCheckFieldList'] : undefined;
        if (!key || !Array.isArray(checked) || !checked.includes(key)) todo.push(entity);
      }
      const ask = `Ask an administrator to add a Varchar field "paydirtKey" to ${todo.join(' and ')} (Administration, Entity Manager) and to put it into the duplicate check fields there; a Url field "linkedin" lets profile addresses be kept.`;
      return ok({ known: found, todo: todo.length ? ask : '' });
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
