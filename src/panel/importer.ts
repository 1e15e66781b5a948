import { tableReader } from '../files/table-reader.ts';
import { livingPort } from '../platform/worker-life.ts';
import { keyOf } from '../sites/addresses.ts';
import { serveImports } from './import-job.ts';

// the worker beside the panel: all that an import costs is spent here
serveImports(tableReader(keyOf, () => Date.now()), livingPort());
