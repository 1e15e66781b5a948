/** The one place that imports the polyfill: it throws outside an extension, so nothing that tests load may import this file. */
import browser from 'webextension-polyfill';

export { browser };

/** True in Chromium, which has side panels; Firefox has a sidebar. */
export const hasSidePanel = (): boolean => 'sidePanel' in ((globalThis as { chrome?: object }).chrome ?? {});
