// A CRM of the tests (test/crm/dialect) behind real HTTP, for the browser to sync with.
import { createServer } from 'node:http';
import { load } from '../../scripts/bundle.mjs';

/**
 * Starts the dialect of this CRM, empty. `send` does a request as somebody else in the CRM. `hold(matches)` resolves when a request
 * that matches has been done and its answer is held back; `release()` lets all answers go. after `alter(change)` the browser gets what
 * `change(request, answer)` answers, where `answer(request)` is what the CRM says; `later(ms)` moves the CRM's clock on.
 */
export async function openCrm(name) {
  const { default: open } = await load(`test/crm/dialect/${name}.ts`);
  let ahead = 0;
  const dialect = open({ now: () => Date.now() + ahead, random: Math.random });
  let change = (request, own) => own(request);
  let holding;
  let held = [];
  const answer = (request) => {
    const { status, headers, body } = dialect.handle(request);
    return { status, headers, body };
  };
  const server = createServer((incoming, outgoing) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = { method: incoming.method, path: incoming.url, headers: Object.fromEntries(Object.entries(incoming.headers).map(([key, value]) => [key, String(value)])), body: Buffer.concat(chunks).toString('utf8') };
      const { status, headers, body } = change(request, answer);
      const go = () => { if (!outgoing.destroyed) outgoing.writeHead(status, headers).end(body); };
      if (!holding?.matches(request)) return go();
      held.push(go);
      holding.done();
    });
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    send: (method, path, headers, body) => {
      const { status, body: text } = answer({ method, path, headers: { 'content-type': 'application/json', ...headers }, body: body === undefined ? '' : JSON.stringify(body) });
      if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 200)}`);
      return text ? JSON.parse(text) : null;
    },
    hold: (matches) => new Promise((done) => { holding = { matches, done: () => { holding = undefined; done(); } }; }),
    release: () => { for (const go of held.splice(0)) go(); },
    alter: (next) => { change = next; },
    later: (ms) => { ahead += ms; },
    close: () => new Promise((done) => {
      held = [];
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
