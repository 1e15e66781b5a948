// Nothing may leave the machine. Two nets: pages are answered by the test (and what it does not know is noted and refused), and
// all else (worker, browser) runs into a proxy that only takes notes.
import { createServer, request as ask } from 'node:http';

/** What browsers say on their own account, whatever extension they carry. */
const BROWSERS_OWN = /(^|\.)(mozilla\.(com|org|net)|firefox\.com|googleapis\.com|google\.com|gvt1\.com|gstatic\.com)$/;

/** Where a sign-in at a CRM ends: nobody is there. The browser takes the answer out of the address; it may knock there first. */
const SIGN_INS_END = /\.(chromiumapp\.org|extensions\.allizom\.org)$/;

const isNoLeak = (host) => BROWSERS_OWN.test(host) || SIGN_INS_END.test(host);

/**
 * `answer(url)` gives `{contentType, body}` for the addresses of the test, null for all others.
 * `leaks` lists whatever else was asked for; `asked` counts what was allowed: by pages, and by the extension of its connections.
 */
export async function closedNetwork(answer) {
  const leaks = [];
  const asked = { pages: 0, connections: 0 };
  const served = new Map();
  const note = (url, from) => leaks.push(`${url}${from ? ` (from ${from})` : ''}`);

  const connections = new Set();
  const signIns = new Set();
  const isConnection = (url) => URL.canParse(url) && connections.has(new URL(url).origin);

  const proxy = createServer((request, response) => {
    if (isConnection(request.url)) {
      request.pipe(ask(request.url, { method: request.method, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      }).on('error', () => response.destroy()));
      return;
    }
    if (!isNoLeak(new URL(request.url, 'http://unknown').hostname)) note(request.url, 'outside of any page');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    // a browser that is killed says no good-bye
    socket.on('error', () => socket.destroy());
    if (!isNoLeak(request.url.replace(/:\d+$/, ''))) note(request.url, 'outside of any page');
    socket.end('HTTP/1.1 502 Closed\r\n\r\n');
  });
  proxy.on('clientError', (_error, socket) => socket.destroy());
  await new Promise((done) => proxy.listen(0, '127.0.0.1', done));

  return {
    leaks,
    asked,
    port: proxy.address().port,
    /** From now on the extension may ask this origin: a CRM that the rep connects. Pages may not. */
    connect(origin) {
      connections.add(origin);
    },
    /** May the extension ask this? Counts what it may. */
    isConnection(url) {
      if (isConnection(url)) asked.connections += 1;
      return isConnection(url);
    },
    /** From now on the browser may show this page of a CRM, in which the rep consents. */
    signInAt(address) {
      signIns.add(bare(address));
    },
    isSignIn: (url) => URL.canParse(url) && (signIns.has(bare(url)) || (signIns.size > 0 && SIGN_INS_END.test(new URL(url).hostname))),
    /** Serves one page at its real address from now on. */
    serve(url, body, contentType = 'text/html; charset=utf-8') {
      served.set(bare(url), { body, contentType });
    },
    /** The answer to a page's request; null (and a note, but for icons that browsers ask for) when there is none. */
    answer(url, from) {
      // the extension asks nobody, neither its worker nor a page of its: not even for a picture, and not what the test could answer
      if (from === 'the worker' || /^[a-z]+-extension:/.test(from)) {
        note(url, from);
        return null;
      }
      const found = served.get(bare(url)) ?? answer?.(url) ?? null;
      if (found) asked.pages += 1;
      else if (!/\/favicon\.ico$/.test(url)) note(url, from);
      return found;
    },
    close: () => new Promise((done) => { proxy.close(done); proxy.closeAllConnections(); }),
  };
}

function bare(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/$/, '');
}
