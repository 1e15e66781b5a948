import { named } from '../sites/named.ts';
import { run } from './run.ts';

// the script of the other sites in the manifest
run(named);
