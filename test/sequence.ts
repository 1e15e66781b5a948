import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, or wait most, begin first: none is left at the end to be waited for alone. */
const FIRST = ['background/sync/run.test', 'crm/every-connector.test', 'background/sync/run.connectors', 'crm/every-dialect', 'sites/every-site', 'sites/reading/make-recipe'];

/** The order in which test files begin. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = FIRST.findIndex((one) => moduleId.includes(one));
      return at < 0 ? FIRST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
