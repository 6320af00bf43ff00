import { Hono } from 'hono'
import type { Env } from './env.ts'
import { type ApiDocument, makeDocument } from './open-api-document.ts'
import { docsPage, docsStyle } from './open-api-page.ts'

/** The document as JSON, and as a page to read. Both are open: they say nothing that the source does not. */
export const openApiRoutes = (api: Hono<Env>) => {
  let document: Promise<ApiDocument> | undefined
  const once = (): Promise<ApiDocument> => {
    document ??= makeDocument(api)
    return document
  }
  return new Hono<Env>()
    .get('/api/openapi.json', async (c) => c.json(await once()))
    .get('/api/docs', async (c) => c.html(docsPage(await once())))
    .get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}
