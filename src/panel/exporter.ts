import { serveExports } from './export-job.ts';

// a worker beside the panel: what it costs to read and write everybody is spent here
serveExports({ addEventListener: (type, listener) => addEventListener(type, listener), postMessage: (message) => postMessage(message) });
