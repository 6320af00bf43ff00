import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { OpenAPIV3_1 } from 'openapi-types'
import { problemAnswers } from './describe.ts'
import type { Env } from './env.ts'
import { isUnsafe } from './limits.ts'
import type { ProblemCode } from './problem.ts'

export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>
export type Operation = OpenAPIV3_1.OperationObject

export const methods = ['get', 'put', 'post', 'delete'] as const
export type Method = (typeof methods)[number]

/** What the frame around every route may answer, by what the route takes. */
const problemsOfFrame = (method: Method, operation: Operation): ProblemCode[] => [
  ...(operation.requestBody || operation.parameters?.length ? (['malformed', 'invalid'] as const) : []),
  ...(operation.requestBody ? (['too-big'] as const) : []),
  ...(isUnsafe(method.toUpperCase()) ? (['wrong-origin', 'too-often'] as const) : []),
]

const descriptionOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'description' in answer ? String(answer.description) : ''

const addFrame = (method: Method, operation: Operation): void => {
  const responses = operation.responses ?? {}
  for (const [status, added] of Object.entries(problemAnswers(problemsOfFrame(method, operation)))) {
    const lines = [descriptionOf(responses[status]), added.description].flatMap((text) => text.split('\n'))
    const description = [...new Set(lines)].filter((line) => line !== '').join('\n')
    responses[status] = { ...added, description }
  }
  operation.responses = responses
}

/** The document of the API, generated from the validators that the routes really use. */
export const makeDocument = async (api: Hono<Env>): Promise<ApiDocument> => {
  const document = await generateSpecs(api, {
    defaultValidationErrorResponse: false,
    documentation: {
      info: {
        title: '路清 Luqing',
        description: '县域道路隐患闭环 Road hazards of a county, until gone',
        version: '1',
      },
      security: [{ session: [] }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'luqing', description: 'HTTPS: __Host-luqing' },
        },
      },
    },
  })
  for (const path of Object.values(document.paths))
    for (const method of methods) {
      const operation = path[method]
      if (operation) addFrame(method, operation)
    }
  return document
}
