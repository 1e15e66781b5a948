import { frequent } from '../sites/frequent.ts';
import { run } from './run.ts';

// the script of the sites where reps spend their day
run(frequent);
