import { validator } from 'hono-openapi'
import type { z } from 'zod'
import { faultsOf } from './faults.ts'
import { Problem } from './problem.ts'

/** Checks one part of a request against its schema, and puts the schema into the OpenAPI document. */
export const valid = <Target extends 'json' | 'query' | 'param' | 'header', Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result) => {
    if (!result.success) throw new Problem('invalid', { fields: faultsOf(result.error, result.data) })
  })
