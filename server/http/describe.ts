import { describeRoute, type ResponsesWithResolver, resolver } from 'hono-openapi'
import { z } from 'zod'
import { type ProblemCode, problems } from './problem.ts'

/** What leaves: a schema, bytes of a media type, or nothing at all. */
export type Leaves = z.ZodType | { readonly media: string } | null

export interface Description {
  /** What the act is, in Chinese. */
  readonly summary: string
  /** The same in English. */
  readonly english?: string
  /** The noun it belongs to. */
  readonly tag: string
  /** A schema means 200 and null means 204; otherwise by status. */
  readonly responds: Leaves | Readonly<Record<number, Leaves>>
  /** Problems of its own, beside those that any route may answer (open-api.ts adds them). */
  readonly problems?: readonly ProblemCode[]
  /** Who is let through: anybody, or also those who must still change their first password. Else whoever signed in. */
  readonly door?: 'open' | 'before-change'
  /** Takes If-Match without needing it; where it is needed, `version-missing` among the problems says so. */
  readonly mayHaveVersion?: true
}

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string(),
    because: z.strictObject({ reason: z.string(), sentence: z.string() }).optional(),
    who: z.array(z.string()).optional(),
    fields: z.array(z.strictObject({ pointer: z.string(), fault: z.string() })).optional(),
    present: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })

const isLeaves = (responds: Description['responds']): responds is Leaves =>
  responds === null || responds instanceof z.ZodType || 'media' in responds

const contentOf = (leaves: Leaves) => {
  if (leaves === null) return {}
  if (leaves instanceof z.ZodType) return { content: { 'application/json': { schema: resolver(leaves) } } }
  return { content: { [leaves.media]: { schema: { type: 'string' as const, format: 'binary' } } } }
}

const goodAnswers = (responds: Description['responds']): ResponsesWithResolver => {
  const byStatus = isLeaves(responds) ? { [responds === null ? 204 : 200]: responds } : responds
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, leaves]) => [status, { description: '完成 Done', ...contentOf(leaves) }]),
  )
}

const byStatus = (codes: readonly ProblemCode[]) =>
  [...Map.groupBy(codes, (code) => problems[code].status)].map(([status, those]) => ({
    status: String(status),
    description: those.map((code) => `${code}：${problems[code].zh} ${problems[code].en}`).join('\n'),
  }))

/** The answers of an act that went wrong, by status, each with the codes that it may carry. */
const badAnswers = (codes: readonly ProblemCode[]): ResponsesWithResolver =>
  Object.fromEntries(
    byStatus(codes).map(({ status, description }) => [
      status,
      { description, content: { 'application/problem+json': { schema: resolver(problemSchema) } } },
    ]),
  )

/** The same for a document already made, where the schema is known by its name. */
export const problemAnswers = (codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    byStatus(codes).map(({ status, description }) => [
      status,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )

const versionHeader = (required: boolean) => ({
  ...{ name: 'If-Match', in: 'header', required },
  description: '所依据的版本 The version that the act was decided on, as given in ETag',
  schema: { type: 'string' as const },
})

/** Puts an act into the OpenAPI document: what it is, what leaves, and what may go wrong. */
export const describe = (act: Description) => {
  const { summary, english, tag, responds, problems: own = [], door, mayHaveVersion } = act
  const needsVersion = own.includes('version-missing')
  return describeRoute({
    summary,
    ...(english === undefined ? {} : { description: english }),
    tags: [tag],
    ...(needsVersion || mayHaveVersion ? { parameters: [versionHeader(needsVersion)] } : {}),
    ...(door === 'open' ? { security: [] } : {}),
    responses: {
      ...goodAnswers(responds),
      ...badAnswers([
        ...new Set<ProblemCode>([
          ...(door === 'open' ? [] : (['not-signed-in'] as const)),
          ...(door === undefined ? (['must-change-password'] as const) : []),
          ...own,
          ...(['internal', 'try-again'] as const),
        ]),
      ]),
    },
  })
}
