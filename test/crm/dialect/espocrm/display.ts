import type { EntityType } from './field.ts';

/*
 * What the field description of the real server says besides: hints for its own web pages and its own database, none of which this server acts on.
 * It is here because whoever reads a description must cope with it being there.
 */
type Hints = Record<string, unknown>;

/** 'a b=c d=7' as {a: true, b: 'c', d: 7}. */
function hints(words: string, more: Hints = {}): Hints {
  const said: Hints = {};
  for (const word of words.split(' ').filter(Boolean)) {
    const [name, value] = word.split('=') as [string, string?];
    said[name] = value === undefined ? true : /^\d+$/.test(value) ? Number(value) : value;
  }
  return { ...said, ...more };
}

const COLUMN_OF_LINK = 'AccountContact';
/** The row that links a contact with an account, joined under a name. */
const joined = (name: string, contact: string, account: string): unknown => [[COLUMN_OF_LINK, name, { [contact]: `${name}.contactId`, [account]: `${name}.accountId`, [`${name}.deleted`]: false }]];
const PRIMARY = joined('accountContactPrimary', 'contact.id:', 'contact.accountId:');
const primary = (column: string): Hints => ({
  select: { select: `accountContactPrimary.${column}`, leftJoins: PRIMARY },
  order: { order: [[`accountContactPrimary.${column}`, '{direction}']], leftJoins: PRIMARY },
});
const ids = (operator: string, condition: Hints): Hints => ({ whereClause: { [operator]: { from: COLUMN_OF_LINK, select: ['contactId'], whereClause: { deleted: false, ...condition } } } });
const withRole = {
  EXISTS: { from: 'Contact', fromAlias: 'sq', select: ['id'], leftJoins: [['accounts', 'm', {}, { onlyMiddle: true }]], whereClause: { AND: [{ 'm.role!=': null }, { 'm.role!=': '' }, { 'sq.id:': 'contact.id' }] } },
};
const FILTER = 'accountContactFilterIsInactive';
const filtered = (whereClause: Hints): Hints => ({
  leftJoins: [[COLUMN_OF_LINK, FILTER, { [`${FILTER}.contactId:`]: 'id', [`${FILTER}.accountId:`]: 'accountId', [`${FILTER}.deleted`]: false }]], whereClause,
});
const PORTAL = [['portalUser', 'portalUser']];
const portal = (operator: string): Hints => ({ whereClause: { [`portalUser.id${operator}`]: null }, leftJoins: PORTAL });

const STAMP = hints('', { fieldManagerParamList: ['useNumericFormat'] });
const USER = hints('view=views/fields/user', { fieldManagerParamList: [] });
const STAMPS = { createdAt: STAMP, modifiedAt: STAMP, createdBy: USER, modifiedBy: USER, assignedUser: hints('view=views/fields/assigned-user'), teams: hints('view=views/fields/teams'),
  streamUpdatedAt: hints('customizationReadOnlyDisabled') };
const FLAG = hints('layoutDetailDisabled layoutDefaultSidePanelDisabled mergeDisabled customizationDefaultDisabled customizationReadOnlyDisabled customizationInlineEditDisabledDisabled');
const FLAGS = { emailAddressIsOptedOut: FLAG, emailAddressIsInvalid: FLAG, phoneNumberIsOptedOut: FLAG, phoneNumberIsInvalid: FLAG };
const PART = 'customizationOptionsDisabled customizationOptionsReferenceDisabled';
const address = (prefix: string): Record<string, Hints> => ({
  [`${prefix}Street`]: hints('dbType=varchar'), [`${prefix}City`]: hints(`view=views/fields/address-city ${PART}`), [`${prefix}State`]: hints(`view=views/fields/address-state ${PART}`),
  [`${prefix}Country`]: hints(`view=views/fields/address-country ${PART}`), [`${prefix}Map`]: hints('orderDisabled layoutListDisabled provider=Google height=300 exportDisabled importDisabled'),
});
const personal = hints('isPersonalData');
const LISTS = 'layoutDetailDisabled layoutListDisabled importDisabled noLoad';
const LIST = 'orderDisabled layoutDetailDisabled layoutListDisabled layoutMassUpdateDisabled layoutFiltersDisabled entity=TargetList directAccessDisabled';
const ACCEPTED = 'orderDisabled directUpdateDisabled importDisabled exportDisabled view=crm:views/lead/fields/acceptance-status column=status';
const accepted = { layoutAvailabilityList: ['filters'], fieldManagerParamList: [] };
const LINK_ONE = hints('view=views/fields/link-one');

const CONTACT: Record<string, Hints> = {
  name: personal, salutationName: hints('customizationOptionsReferenceDisabled'),
  accountAnyId: hints('orderDisabled customizationDisabled utility', {
    where: {
      '=': ids('id=s', { accountId: '{value}' }), '<>': ids('id!=s', { accountId: '{value}' }), IN: ids('id=s', { accountId: '{value}' }), 'NOT IN': ids('id!=s', { accountId: '{value}' }),
      'IS NULL': { whereClause: { accountId: null } }, 'IS NOT NULL': { whereClause: { 'accountId!=': null } },
    },
  }),
  title: hints('view=crm:views/contact/fields/title directUpdateDisabled customizationOptionsDisabled textFilterDisabled', {
    ...primary('role'),
    where: {
      LIKE: ids('id=s', { 'role*': '{value}' }), 'NOT LIKE': ids('id!=s', { 'role*': '{value}' }), '=': ids('id=s', { role: '{value}' }), '<>': ids('id!=s', { role: '{value}' }),
      'IS NULL': { whereClause: { NOT: withRole } }, 'IS NOT NULL': { whereClause: withRole },
    },
  }),
  emailAddress: personal, phoneNumber: personal, address: personal, ...address('address'), account: hints('view=crm:views/contact/fields/account'),
  accounts: hints('view=crm:views/contact/fields/accounts orderBy=name', {
    columns: { role: 'contactRole', isInactive: 'contactIsInactive' }, additionalAttributeList: ['columns'], detailLayoutIncompatibleFieldList: ['account'],
  }),
  accountRole: hints(
    'orderDisabled directUpdateDisabled layoutDetailDisabled layoutMassUpdateDisabled layoutFiltersDisabled exportDisabled importDisabled view=crm:views/contact/fields/account-role customizationOptionsDisabled textFilterDisabled',
    { layoutAvailabilityList: ['listForAccount'] },
  ),
  accountIsInactive: hints('mergeDisabled foreignAccessDisabled layoutListDisabled layoutDetailDisabled layoutMassUpdateDisabled', {
    ...primary('isInactive'),
    where: { '= TRUE': filtered({ [`${FILTER}.isInactive`]: true }), '= FALSE': filtered({ OR: [{ [`${FILTER}.isInactive!=`]: true }, { [`${FILTER}.isInactive=`]: null }] }) },
  }),
  accountType: hints('link=account field=type view=views/fields/foreign-enum'),
  opportunityRole: hints(
    'orderDisabled layoutMassUpdateDisabled layoutListDisabled layoutDetailDisabled customizationRequiredDisabled customizationIsSortedDisabled customizationAuditedDisabled customizationReadOnlyDisabled view=crm:views/contact/fields/opportunity-role',
    { converterClassName: 'Espo\\Classes\\FieldConverters\\RelationshipRole', converterData: { column: 'role', link: 'opportunities', relationName: 'contactOpportunity', nearKey: 'contactId' } },
  ),
  acceptanceStatus: hints('orderDisabled exportDisabled utility', { fieldManagerParamList: [] }), acceptanceStatusMeetings: hints(`${ACCEPTED} link=meetings`, accepted),
  acceptanceStatusCalls: hints(`${ACCEPTED} link=calls`, accepted), ...STAMPS, targetLists: hints(LISTS), targetList: hints(`${LIST} exportDisabled`), portalUser: LINK_ONE,
  hasPortalUser: hints('mergeDisabled customizationDefaultDisabled customizationReadOnlyDisabled foreignAccessDisabled', {
    select: { select: 'IS_NOT_NULL:(portalUser.id)', leftJoins: PORTAL }, where: { '= TRUE': portal('!='), '= FALSE': portal('=') },
    order: { order: [['portalUser.id', '{direction}']], leftJoins: PORTAL, additionalSelect: ['portalUser.id'] },
  }),
  originalLead: LINK_ONE, targetListIsOptedOut: hints('orderDisabled utility'), originalEmail: hints('orderDisabled entity=Email customizationDisabled directAccessDisabled', { layoutAvailabilityList: [] }), ...FLAGS,
};

const ACCOUNT: Record<string, Hints> = {
  name: hints('audited'), website: hints('strip'), emailAddress: personal, type: hints('customizationOptionsReferenceDisabled'), industry: hints('isSorted customizationOptionsReferenceDisabled'), sicCode: hints('noSpellCheck'),
  contactRole: hints('utility orderDisabled layoutMassUpdateDisabled layoutListDisabled layoutDetailDisabled layoutSearchDisabled', { fieldManagerParamList: ['pattern'] }),
  contactIsInactive: hints('orderDisabled utility'), ...address('billingAddress'), ...address('shippingAddress'), shippingAddress: hints('view=crm:views/account/fields/shipping-address'), ...STAMPS,
  targetLists: hints(`${LISTS} exportDisabled`), targetList: hints(LIST), originalLead: LINK_ONE, targetListIsOptedOut: hints('orderDisabled utility'), ...FLAGS,
};

const FINISHED = ['Completed', 'Canceled', 'Deferred'];
const TASK: Record<string, Hints> = {
  status: hints('displayAsLabel labelType=state audited customizationOptionsReferenceDisabled', {
    style: { Completed: 'success', Started: 'primary', Canceled: 'info' }, notActualOptions: FINISHED,
    fieldManagerAdditionalParamList: [{ name: 'notActualOptions', view: 'views/admin/field-manager/fields/not-actual-options' }],
  }),
  priority: hints('displayAsLabel audited customizationOptionsReferenceDisabled', { style: { High: 'warning', Urgent: 'danger' } }),
  dateStart: hints('before=dateEnd'), dateEnd: hints('after=dateStart view=crm:views/task/fields/date-end audited'), dateStartDate: hints('disabled utility'), dateEndDate: hints('disabled utility'),
  isOverdue: hints('orderDisabled view=crm:views/task/fields/is-overdue utility'),
  reminders: hints('orderDisabled view=crm:views/meeting/fields/reminders dateField=dateEnd duplicateIgnore dynamicLogicDisabled', {
    validatorClassNameList: ['Valid', 'MaxCount'].map((name) => `Espo\\Modules\\Crm\\Classes\\FieldValidators\\Event\\Reminders\\${name}`),
  }),
  description: hints('preview attachmentField=attachments cutHeight=500'), account: hints('customizationReadOnlyDisabled'), contact: hints('customizationReadOnlyDisabled'),
  originalEmail: hints('entity=Email utility orderDisabled directAccessDisabled'), ...STAMPS, attachments: hints('', { sourceList: ['Document'] }),
};

/** Hints to add to the description of a product's field. */
export const DISPLAY: Partial<Record<EntityType, Record<string, Hints>>> = { Contact: CONTACT, Account: ACCOUNT, Task: TASK };
