import { livingPort } from '../platform/worker-life.ts';
import { serveExports } from './export-job.ts';

// a worker beside the panel: what it costs to read and write everybody is spent here
serveExports(livingPort());
