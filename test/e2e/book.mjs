// A look into the book without the panel: what is really stored, and what time does to it.

/** All rows of a table. */
export function rows(session, table) {
  return session.ask((name) => new Promise((done, fail) => {
    const request = indexedDB.open('paydirt');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains(name)) { database.close(); done([]); return; }
      const all = database.transaction(name).objectStore(name).getAll();
      all.onsuccess = () => { database.close(); done(all.result); };
      all.onerror = () => fail(all.error);
    };
  }), table);
}

/** How many rows a table has, and its first: of thousands all would take their time to get here. */
export function glance(session, table) {
  return session.ask((name) => new Promise((done, fail) => {
    const request = indexedDB.open('paydirt');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const store = database.transaction(name).objectStore(name);
      const count = store.count();
      const first = store.getAll(null, 1);
      first.onsuccess = () => { database.close(); done({ count: count.result, first: first.result[0] }); };
      first.onerror = () => fail(first.error);
    };
  }), table);
}

/** Moves the due time of every open follow-up by `ms`: as if that much time had passed while nobody was there. */
export function passTime(session, ms) {
  return session.ask((by) => new Promise((done, fail) => {
    const request = indexedDB.open('paydirt');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const change = database.transaction(['followUps', 'settings'], 'readwrite');
      const store = change.objectStore('followUps');
      store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (cursor.value.open) cursor.update({ ...cursor.value, dueAt: cursor.value.dueAt - by });
        cursor.continue();
      };
      // no hour of the day in which a test of the digest would have to be quiet
      change.objectStore('settings').put({ key: 'quiet', value: { from: 0, to: 0 } });
      change.oncomplete = () => { database.close(); done(); };
      change.onerror = () => fail(change.error);
    };
  }), ms);
}

/** Wakes the worker by a message that means nothing to it: whatever it then does it does of its own. */
export function wake(session) {
  return session.ask(() => (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ paydirt: 1, kind: 'nothing', payload: null }).catch(() => undefined));
}

/** Puts rows into tables as they are: `{table: [row, …]}`. */
export function putRows(session, tables) {
  return session.ask((rows) => new Promise((done, fail) => {
    const request = indexedDB.open('paydirt');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const change = database.transaction(Object.keys(rows), 'readwrite');
      for (const [name, some] of Object.entries(rows)) for (const row of some) change.objectStore(name).put(row);
      change.oncomplete = () => { database.close(); done(); };
      change.onerror = () => fail(change.error);
    };
  }), tables);
}
