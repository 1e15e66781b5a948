/** A request that the server refuses: how REST and how GraphQL say it. */
export class Refused extends Error {
  constructor(readonly status: number, readonly error: string, message: string, readonly code?: string, readonly extensions: Record<string, unknown> = { code: 'BAD_USER_INPUT' }) {
    super(message);
  }

  /** The body of the REST answer. */
  get body(): Record<string, unknown> {
    return { statusCode: this.status, error: this.error, messages: [this.message], ...(this.code === undefined ? {} : { code: this.code }) };
  }
}

/** 400 for something wrong with the input. */
export const bad = (message: string): Refused => new Refused(400, 'BadRequestException', message);

/** 400 of the kind that carries a code. */
export const coded = (message: string, code: string): Refused => new Refused(400, 'Error', message, code, { subCode: code, code: 'BAD_USER_INPUT' });

/** 404: destroyed, soft-deleted or never there. */
export const notFound = (): Refused =>
  new Refused(404, 'NotFoundException', 'Record not found', undefined, { subCode: 'RECORD_NOT_FOUND', userFriendlyMessage: 'This record does not exist or has been deleted.', code: 'NOT_FOUND' });

/** A missing right: 400 on records, 403 on the description of the data. */
export const denied = (status: 400 | 403): Refused =>
  new Refused(status, 'Error', 'Entity performing the request does not have permission', 'PERMISSION_DENIED', { subCode: 'PERMISSION_DENIED', userFriendlyMessage: 'You do not have permission to perform this action.', code: 'FORBIDDEN' });

/** Another record, deleted or not, has the unique value; only GraphQL tells which. */
export const duplicate = (object: string, field: string, id: string): Refused =>
  new Refused(400, 'BadRequestException', 'A duplicate entry was detected', undefined, {
    userFriendlyMessage: `This ${field} value is already in use. Please check your data and try again.`, conflictingRecordId: id, conflictingObjectNameSingular: object, code: 'BAD_USER_INPUT',
  });

/** A link to a record that is not there. */
export const dangling = (object: string, constraint: string): Refused =>
  new Refused(400, 'BadRequestException', `insert or update on table "${object}" violates foreign key constraint "${constraint}"`, undefined, {
    userFriendlyMessage: 'This operation references a record that does not exist or cannot be modified due to existing relationships.', code: 'BAD_USER_INPUT',
  });

/** The bucket of the workspace is empty; the server says nothing about when to come again. */
export const tooMany = (): Refused =>
  new Refused(429, 'HttpException', 'Limit reached (100 tokens per 60000 ms)', undefined, { subCode: 'LIMIT_REACHED', userFriendlyMessage: 'Rate limit reached. Please try again later.', code: 'BAD_USER_INPUT' });
