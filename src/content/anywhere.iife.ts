import { anywhere } from '../sites/anywhere.ts';
import { run } from './run.ts';

// the script of any other page, started by the rep's gesture alone
run(anywhere);
