// Runs before the content script, in its world: counts what is left running. The content script itself is as built.
(() => {
  const observing = new Set();
  const pending = new Set();
  const listeners = new Map();
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    const { observe, disconnect } = globalThis[name].prototype;
    globalThis[name].prototype.observe = function (...args) { observing.add(this); return observe.apply(this, args); };
    globalThis[name].prototype.disconnect = function () { observing.delete(this); return disconnect.call(this); };
  }
  for (const [set, clear, repeats] of [['setTimeout', 'clearTimeout'], ['requestAnimationFrame', 'cancelAnimationFrame'], ['requestIdleCallback', 'cancelIdleCallback'], ['setInterval', 'clearInterval', true]]) {
    const begin = globalThis[set];
    const end = globalThis[clear];
    globalThis[set] = (work, ...rest) => {
      const id = begin((...args) => { if (!repeats) pending.delete(`${set} ${id}`); return work(...args); }, ...rest);
      pending.add(`${set} ${id}`);
      return id;
    };
    globalThis[clear] = (id) => { pending.delete(`${set} ${id}`); return end(id); };
  }
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (!(this instanceof AbortSignal)) listeners.set(type, (listeners.get(type) ?? 0) + 1);
    return listen.call(this, type, ...rest);
  };
  globalThis.running = () => ({ observers: observing.size, timers: pending.size, listeners: [...listeners.keys()] });
})();
