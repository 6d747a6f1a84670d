import * as z from 'zod';
import type { FunctionHost } from '../functions/function-host.ts';
import type { AwsOperations } from './aws-endpoint.ts';

const invokeInput = z.object({ FunctionName: z.string(), Payload: z.unknown().optional() });

/** The part of Lambda by which one function calls another: the answer is the result. */
export const functionOperations = (functions: Pick<FunctionHost, 'invoke'>): AwsOperations => ({
  'Lambda.Invoke': async (input) => {
    const { FunctionName, Payload } = invokeInput.parse(input);
    return (await functions.invoke(FunctionName, Payload)) as object;
  },
});
