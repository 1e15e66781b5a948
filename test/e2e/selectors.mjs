// The names by which tests and the tour know the panel. The one place to change when the panel changes its names.
const id = (name) => `[data-testid="${name}"]`;

export const PANEL = 'src/panel/index.html';

/** A place of the panel, as its address has it: `place('person', id)`. */
export const place = (name, of = '') => `#/${name}${of ? `/${encodeURIComponent(of)}` : ''}`;

export const panel = id('panel');
export const save = id('save');
export const field = (name) => id(`field-${name}`);
export const known = id('known');
export const fit = id('fit');
export const fitReason = id('fit-reason');
export const criterion = id('criterion');
export const icpSave = id('icp-save');
export const noteInput = id('note-input');
export const followupInput = id('followup-input');
export const followupPreview = id('followup-preview');
export const todayItem = id('today-item');
export const todayFocus = id('today-focus');
export const todayTask = `${todayFocus} .today-task`;
export const todayProgress = id('today-progress');
export const todayStop = id('today-stop');
export const todayFinish = id('today-finish');
export const todaySum = (name) => id(`today-sum-${name}`);
export const snoozeChoice = id('snooze-choice');
export const personRow = id('person-row');
export const peopleSearch = id('people-search');
export const accountRow = id('account-row');
export const stage = id('stage');
export const tagInput = id('tag-input');
export const listInput = id('list-input');
/** The newest thing that can be taken back. */
export const undo = `.toast:last-child ${id('undo')}`;
export const historyRow = id('history-row');
export const exportCsv = id('export-csv');
export const exportJson = id('export-json');
export const importJson = id('import-json');
export const importPlan = id('import-plan');
export const importApply = id('import-apply');
export const importDone = id('import-done');
export const importFailed = id('import-failed');
export const toast = id('toast');

/** The button on a field's row that opens the list of the page's texts. */
export const teach = (name) => `.field:has(${field(name)}) ${id('teach')}`;
export const teachFilter = id('teach-filter');
export const piece = id('piece');
export const recipe = id('recipe');
export const recipesTest = id('recipes-test');
export const recipesExport = id('recipes-export');
export const recipesImport = id('recipes-import');
export const healthReport = id('health-report');
export const healthDrop = id('health-drop');

/** Names of buttons, as a screen reader says them. */
export const button = { done: 'Done', snooze: 'Snooze', openProfile: 'Open profile', snoozeHour: 'In an hour' };
export const signal = id('signal');
export const suggestion = id('suggestion');
export const byHand = id('by-hand');
export const listRow = id('list-row');
export const saveRows = id('save-rows');
export const alwaysRead = id('always-read');
export const alwaysReads = id('always-reads');
export const addedSite = id('added-site');

export const crmAdd = id('crm-add');
export const connectionRow = id('connection-row');
export const connectionLabel = id('connection-label');
export const syncStatus = id('sync-status');
export const nextStep = id('next-step');
export const syncNow = id('sync-now');
export const syncPause = id('sync-pause');
export const syncResume = id('sync-resume');
export const syncLine = id('sync-line');
export const firstStart = id('first-start');
export const preview = id('preview');
/** The number of one outcome in a preview: new, matched, possible, changed, removed, refused, asking, unchanged. */
export const previewOf = (outcome) => id(`preview-${outcome}`);
export const question = id('question');
export const takeOurs = id('take-ours');
export const takeTheirs = id('take-theirs');
/** An answer by its key: ArrowLeft, ArrowRight, x. */
export const answer = (key) => id(`answer-${key}`);
export const mapping = id('mapping');
export const mapOf = (field) => id(`map-${field}`);
export const policyOf = (field) => id(`policy-${field}`);
export const mappingSave = id('mapping-save');
export const mappingReset = id('mapping-reset');
export const ledger = id('ledger');
export const ledgerOpen = id('ledger-open');
export const undoPull = id('undo-pull');
export const unlockInput = id('unlock-input');
export const unlock = id('unlock');
export const disconnect = id('disconnect');
export const disconnectYes = id('disconnect-yes');
export const crmOffer = id('crm-offer');
/** A box of the sign-in: address, label, or a field by its name. */
export const crmField = (name) => id(`crm-${name}`);
export const crmTry = id('crm-try');
export const crmFound = id('crm-found');
export const crmFailed = id('crm-failed');
export const crmConnect = id('crm-connect');
export const crmAllow = id('crm-allow');

export const signalText = id('signal-text');
export const signalLink = id('signal-link');
export const inboxItem = id('inbox-item');
/** A tab of the inbox, and how many wait there: signals, leads, back. */
export const inboxTab = (group) => id(`inbox-${group}`);
export const inboxCount = (group) => id(`inbox-count-${group}`);
export const asideForm = id('aside-form');
export const asideUntil = id('aside-until');
export const asidePreview = id('aside-preview');
export const asideBanner = id('aside-banner');
export const leadBanner = id('lead-banner');
export const researchText = id('research-text');
export const researchNote = id('research-note');
export const contactPoint = id('contact-point');
export const leadSource = id('lead-source');
export const preferredChannel = id('preferred-channel');
/** The nth criterion of the editor, from 1. */
export const criterionAt = (number) => `${criterion}:nth-child(${number})`;
export const icpName = id('icp-name');
export const icpNew = id('icp-new');
export const icpRow = id('icp-row');
export const icpRename = id('icp-rename');
export const icpPreview = id('icp-preview');
export const icpVersion = id('icp-version');
export const icpChanges = id('icp-changes');
export const icpCompare = id('icp-compare');
export const fitIcp = id('fit-icp');
export const fitPin = id('fit-pin');
export const marketTotal = id('market-total');
export const marketCoverage = id('market-coverage');
export const peopleSort = 'select.sort';
export const accountsSort = id('accounts-sort');
export const accountsTier = id('accounts-tier');
export const accountsAlike = id('accounts-alike');
export const accountPerson = id('account-person');
export const accountNumbers = id('account-numbers');
export const coverage = id('coverage');
export const seat = (role) => id(`seat-${role}`);
export const role = (name) => id(`role-${name}`);
export const roleHint = id('role-hint');
export const event = id('event');
export const customName = id('custom-name');
export const customValue = id('custom-value');
export const customField = id('custom-field');
export const sameCompanyOffer = id('same-company');
export const sameYes = id('same-yes');
export const bantPart = (part) => id(`bant-${part}`);
export const bantEvidence = (part) => id(`bant-evidence-${part}`);
export const bantScore = id('bant-score');
export const nextQuestion = id('next-question');
export const priorityLevel = id('priority-level');
/** One of the three inputs of a priority: readiness, value, fit. */
export const priorityInput = (name) => id(`priority-${name}`);
export const priorityReason = id('priority-reason');
export const priorityBack = id('priority-back');
export const dealValue = id('deal-value');
export const typicalDeal = id('typical-deal');
export const engagementScore = id('engagement-score');
/** A step of qualification on a person's page: mql, sales-qualified, sales-ready. */
export const step = (name) => id(`step-${name}`);
export const stepSay = id('step-say');
export const stepWhich = id('step-which');
export const stepReason = id('step-reason');
export const gate = id('gate');
export const ruleName = id('rule-name');
/** A box of the rule: `ruleAsk('mql', 'fit')`. */
export const ruleAsk = (of, what) => id(`rule-${of}-${what}`);
export const ruleVersion = id('rule-version');
export const starterOffer = id('starter-offer');
export const starterLater = id('starter-later');
export const starter = (kind) => id(`starter-${kind}`);
export const personaRow = id('persona-row');
export const personaEditor = id('persona-editor');
export const personaTitle = id('persona-title');
/** A list of a persona's page: responsibilities, challenges, help, need, authority, timing, budget. */
export const personaList = (part) => id(`persona-${part}`);
export const personaCard = id('persona-card');
export const personaName = id('persona-name');
export const personaReason = id('persona-reason');
export const personaChoose = id('persona-choose');

export const templateStarters = id('template-starters');
export const templateNew = id('template-new');
export const templateRow = id('template-row');
export const templateTitle = id('template-title');
export const templateBody = id('template-body');
export const templateProblems = id('template-problems');
export const templateAddVariant = id('template-add-variant');
export const composer = id('composer');
export const composerOpen = id('composer-open');
export const composerTemplate = id('composer-template');
export const composerLine = id('composer-line');
export const composerMail = id('composer-mail');
export const composerLog = id('composer-log');
export const messageBody = id('message-body');
export const fillField = (name) => id(`fill-${name}`);
export const script = id('script');
export const repName = id('rep-name');
export const templateResults = id('template-results');
export const composerBlocked = id('composer-blocked');
export const touchPad = id('touch-pad');
export const touchNote = id('touch-note');
/** A channel of the pad that is logged on. */
export const touchChannel = (name) => id(`channel-${name}`);
export const listen = id('listen');
export const barForm = id('dnc-form');
export const barBanner = id('dnc-banner');
export const barMark = id('dnc-mark');
export const lift = id('dnc-lift');
export const liftReason = id('dnc-lift-reason');
export const rejectionForm = id('rejection-form');
export const referrerInput = id('referrer-input');
export const referrerOffer = id('referrer-offer');
export const referredBy = id('referred-by');
export const referred = id('referred');
export const handOver = id('hand-over');
export const handOverTo = id('hand-over-to');
export const handOverWhy = id('hand-over-why');
export const handOverGate = id('hand-over-gate');
export const handOverPacket = id('hand-over-packet');
export const handOverSave = id('hand-over-save');
export const handOverNote = id('hand-over-note');
export const handOverState = id('hand-over-state');
export const handOverAccepted = id('hand-over-accepted');
/** A report by its name: over-touched, gaps, neglected. */
export const report = (name) => id(`report-${name}`);
export const reportRow = id('report-row');

export const backupNow = id('backup-now');
export const backupState = id('backup-state');
export const backupLine = id('backup-line');
export const backupPassphrase = id('backup-passphrase');
export const backupPassphraseAgain = id('backup-passphrase-again');
export const backupSeal = id('backup-seal');
export const restoreFile = id('restore-file');
export const restoreRead = id('restore-read');
export const restoreReplace = id('restore-replace');
export const restoreFailed = id('restore-failed');
export const restoreDone = id('restore-done');
export const restoreUndo = id('restore-undo');
export const restorePassphrase = id('restore-passphrase');
export const restoreUnlock = id('restore-unlock');
export const restoreWrong = id('restore-wrong');
export const troubleLost = id('trouble-lost');
export const troubleFull = id('trouble-full');
export const lostRestore = id('lost-restore');
export const recovery = id('recovery');
export const recoverySave = id('recovery-save');
export const recoveryNewest = id('recovery-newest');
