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
export const personRow = id('person-row');
export const peopleSearch = id('people-search');
export const accountRow = id('account-row');
export const stage = id('stage');
export const tagInput = id('tag-input');
export const listInput = id('list-input');
export const undo = id('undo');
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
