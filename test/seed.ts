import fc from 'fast-check';

// A build says the same of the same commit twice; whoever works on the code tries other values with each run.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_122 });
