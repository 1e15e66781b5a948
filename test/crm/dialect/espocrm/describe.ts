import { DISPLAY } from './display.ts';
import { FIELDS, type EntityType } from './field.ts';
import type { State } from './state.ts';
import { TIME_ZONES } from './time-zone.ts';
import type { Who } from './who.ts';

const describe = (state: State, type: EntityType): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(FIELDS[type]).map(([name, field]) => [name, { ...field, ...DISPLAY[type]?.[name] }])), ...state.custom[type],
});

/** What Metadata answers to a key like entityDefs.Contact.fields; null for what there is not, everything without a key. */
export function metadata(state: State, key: string | null): unknown {
  const types = Object.keys(FIELDS) as EntityType[];
  if (key === null) return { entityDefs: Object.fromEntries(types.map((type) => [type, { fields: describe(state, type) }])) };
  const [area, type, part, ...rest] = key.split('.') as [string, EntityType, string?, ...string[]];
  if (!types.includes(type)) return null;
  if (area === 'scopes' && part === undefined) {
    return {
      entity: true, layouts: true, tab: true, acl: true, module: 'Crm', customizable: true, stream: true, importable: true, notifications: true, object: true, hasPersonalData: true,
      ...(type === 'Contact' && { aclPortal: 'recordAllAccountContactNo' }), duplicateCheckFieldList: state.duplicateFields[type],
    };
  }
  if (area === 'entityDefs' && part === 'optimisticConcurrencyControl') return state.versioned.has(type) || null;
  if (area !== 'entityDefs' || part !== 'fields') return null;
  let at: unknown = describe(state, type);
  for (const step of rest) at = typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as Record<string, unknown>)[step] : null;
  return at;
}

/** "accountRole" as "Account Role". */
const spelled = (name: string): string => name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());
const labels = (names: string, said: Record<string, string> = {}): Record<string, string> => ({ ...Object.fromEntries(names.split(' ').filter(Boolean).map((name) => [name, spelled(name)])), ...said });

/** The labels of the web pages, as far as anybody maps fields by them. */
export function translations(state: State): unknown {
  const custom = Object.fromEntries(Object.keys(state.custom.Contact).map((name) => [name, state.labels.get(name) ?? spelled(name)]));
  return {
    Contact: {
      fields: labels('name account accounts accountType doNotCall address opportunityRole description campaign targetLists targetList portalUser hasPortalUser originalLead acceptanceStatus originalEmail', {
        emailAddress: 'Email', phoneNumber: 'Phone', title: 'Account Title', accountRole: 'Title', accountIsInactive: 'Account Inactive',
        acceptanceStatusMeetings: 'Acceptance Status (Meetings)', acceptanceStatusCalls: 'Acceptance Status (Calls)', ...custom,
      }),
      links: labels('opportunities cases targetLists campaign accounts portalUser originalLead documents', {
        campaignLogRecords: 'Campaign Log', account: 'Account (Primary)', casesPrimary: 'Cases (Primary)', tasksPrimary: 'Tasks (expanded)', opportunitiesPrimary: 'Opportunities (Primary)',
      }),
      labels: { 'Create Contact': 'Create Contact' }, options: { opportunityRole: { '': '', 'Decision Maker': 'Decision Maker', Evaluator: 'Evaluator', Influencer: 'Influencer' } },
      presetFilters: { portalUsers: 'Portal Users', notPortalUsers: 'Not Portal Users', accountActive: 'Active' },
    },
  };
}

const CONTACTS = ['Account', 'Contact', 'Lead', 'TargetList', 'Task'];
const OWN = { read: 'own', stream: 'no', edit: 'own', delete: 'own', create: 'yes' };

function rights(who: Who): Record<string, unknown> {
  const table: Record<string, unknown> = { Import: who.extra.has('Import'), User: { read: 'own', stream: 'no', edit: 'no', delete: 'no', create: 'no' } };
  for (const type of CONTACTS) {
    const has = who.admin ? ['create', 'read', 'edit', 'delete'] : who.rights[type];
    const level = (right: string): string => (has?.includes(right as never) ? 'all' : 'no');
    table[type] = has ? { read: level('read'), stream: level('read'), edit: level('edit'), delete: level('delete'), create: level('create') === 'all' ? 'yes' : 'no' } : false;
  }
  if (who.admin || who.rights['Note']) table['Note'] = OWN;
  return table;
}

/** Who the key belongs to and what it may do: the answer of App/user. */
export function appUser(who: Who): unknown {
  const born = '2026-01-01 08:00:00';
  const empty = Object.fromEntries(['salutationName', 'firstName', 'title', 'emailAddress', 'phoneNumber', 'avatarColor', 'middleName', 'emailAddressIsOptedOut', 'emailAddressIsInvalid', 'phoneNumberIsOptedOut', 'phoneNumberIsInvalid',
    'defaultTeamId', 'defaultTeamName', 'contactId', 'contactName', 'avatarId', 'avatarName', 'workingTimeCalendarId'].map((name) => [name, null]));
  const permission = (name: string, yes: boolean): [string, string] => [`${name}Permission`, yes ? 'yes' : 'no'];
  return {
    user: {
      id: who.id, name: who.userName, deleted: false, userName: who.userName, type: who.admin ? 'admin' : 'api', ...empty, lastName: who.userName, isActive: true, ipAddress: '127.0.0.1', createdAt: born, modifiedAt: born,
      teamsIds: [], teamsNames: {}, teamsColumns: {}, createdById: '5e000000000000004', createdByName: 'Admin', emailAddressList: [], userEmailAddressList: [], excludeFromReplyEmailAddressList: [],
    },
    acl: {
      table: rights(who), fieldTable: {}, fieldTableQuickAccess: {}, assignmentPermission: 'all',
      ...Object.fromEntries(['message', 'mention', 'userCalendar', 'audit', 'user', 'portal', 'groupEmailAccount', 'followerManagement', 'dataPrivacy'].map((name) => permission(name, false))),
      ...Object.fromEntries([permission('export', who.extra.has('Import')), permission('massUpdate', who.extra.has('massUpdate'))]),
    },
    preferences: {}, token: null,
    settings: { systemUserAttributes: { lastName: 'System' }, useCache: true, recordsPerPage: 20, recordsPerPageSmall: 5, recordsPerPageSelect: 10, recordsPerPageKanban: 5 },
    language: 'en_US',
    appParams: { maxUploadSize: 8, isRestrictedMode: false, passwordChangeForNonAdminDisabled: false, timeZoneList: TIME_ZONES, auth2FARequired: false, logoutWait: false },
  };
}
