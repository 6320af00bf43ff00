import { reasonWords } from '../domain/reasons.ts'
import { type ApiDocument, type Method, methods, type Operation } from './open-api-document.ts'
import { fieldsOf, nameOfSchema } from './open-api-fields.ts'
import { problems } from './problem.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`

const code = (text: string): string => (text === '' ? '' : `<code>${safe(text)}</code>`)

const fieldTable = (schema: unknown, heads: readonly string[]): string =>
  table(
    heads,
    fieldsOf(schema).map(({ name, type, required, note }) => [
      code(name),
      safe(type),
      required ? '是' : '',
      safe(note),
    ]),
  )

const parameterRows = (operation: Operation): string[][] =>
  (operation.parameters ?? []).flatMap((parameter) => {
    if ('$ref' in parameter) return []
    const [{ type, note } = { type: '', note: '' }] = fieldsOf({ type: 'object', properties: { it: parameter.schema } })
    const where = { path: '路径 path', query: '查询 query', header: '请求头 header' }[parameter.in] ?? parameter.in
    const said = [parameter.description ?? '', note].filter((part) => part !== '').join(' · ')
    return [[code(parameter.name), where, safe(type), parameter.required ? '是' : '', safe(said)]]
  })

const contentOf = (holder: unknown): [media: string, schema: unknown][] => {
  if (typeof holder !== 'object' || holder === null || !('content' in holder)) return []
  const { content } = holder
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).map(([media, held]) => [media, held?.schema])
}

const answerRows = (operation: Operation): string[][] =>
  Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const [[media = '', schema] = []] = contentOf(answer)
    const name = nameOfSchema(schema)
    const what = name === null ? safe(media) : `<a href="#schema-${safe(name)}">${safe(name)}</a>`
    const text = 'description' in answer ? (answer.description ?? '') : ''
    return [status, what, safe(text).replaceAll('\n', '<br>')]
  })

/** What is answered under no name of its own is spelt out where it is answered. */
const unnamedAnswers = (operation: Operation): string =>
  Object.entries(operation.responses ?? {})
    .flatMap(([status, answer]) => contentOf(answer).map(([, schema]) => ({ status, schema })))
    .filter(({ schema }) => nameOfSchema(schema) === null)
    .map(({ status, schema }) => ({
      status,
      fields: fieldTable(schema, ['字段 Field', '类型 Type', '必有', '说明 Note']),
    }))
    .filter(({ fields }) => fields.includes('<code>'))
    .map(({ status, fields }) => `<h5>${status}</h5>${fields}`)
    .join('')

const operationPart = (path: string, method: Method, operation: Operation): string => {
  const [[media = '', body] = []] = contentOf(operation.requestBody)
  return `<section class="act" id="${method}${safe(path)}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${safe(path)}</code></h3>
<p>${safe(operation.summary ?? '')} <span lang="en">${safe(operation.description ?? '')}</span></p>
${operation.security?.length === 0 ? '<p class="open">无需登录 No sign-in needed</p>' : ''}
${table(['参数 Parameter', '位置 In', '类型 Type', '必填', '说明 Note'], parameterRows(operation))}
${body === undefined ? '' : `<h4>正文 Body <small>${safe(media)}</small></h4>`}
${body === undefined ? '' : fieldTable(body, ['字段 Field', '类型 Type', '必填', '说明 Note'])}
<h4>答复 Answers</h4>
${table(['状态 Status', '内容 Content', '说明 Meaning'], answerRows(operation))}
${unnamedAnswers(operation)}
</section>`
}

const byTag = (document: ApiDocument): Map<string, string[]> => {
  const parts = new Map<string, string[]>()
  for (const [path, item] of Object.entries(document.paths))
    for (const method of methods) {
      const operation = item[method]
      if (!operation) continue
      const tag = operation.tags?.[0] ?? ''
      parts.set(tag, [...(parts.get(tag) ?? []), operationPart(path, method, operation)])
    }
  return parts
}

const catalogue = (): string =>
  table(
    ['代码 Code', '状态', '中文', 'English'],
    Object.entries(problems).map(([name, { status, zh, en }]) => [code(name), String(status), safe(zh), safe(en)]),
  ) +
  table(
    ['缘由 Reason', '中文', 'English'],
    Object.entries(reasonWords).map(([name, { zh, en }]) => [code(name), safe(zh), safe(en)]),
  )

/** The document as one page: plain HTML, a style sheet of our own, no script. */
export const docsPage = (document: ApiDocument): string => {
  const tags = [...byTag(document)]
  const schemas = Object.entries(document.components.schemas ?? {})
  const heads = ['字段 Field', '类型 Type', '必有', '说明 Note']
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>路清接口 Luqing API</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>路清接口 <span lang="en">Luqing API</span></h1>
<p>由服务器实际使用的校验规则生成；机器可读的版本见 <a href="/api/openapi.json">openapi.json</a>。
<span lang="en">Generated from the validators that the server itself uses.</span></p></header>
<nav><ul>${tags.map(([tag], at) => `<li><a href="#tag-${at}">${safe(tag)}</a></li>`).join('')}
<li><a href="#schemas">数据 Schemas</a></li><li><a href="#problems">问题 Problems</a></li></ul></nav>
<main>${tags.map(([tag, parts], at) => `<h2 id="tag-${at}">${safe(tag)}</h2>${parts.join('\n')}`).join('\n')}
<h2 id="schemas">数据 Schemas</h2>
${schemas.map(([name, schema]) => `<h3 id="schema-${safe(name)}">${safe(name)}</h3>${fieldTable(schema, heads)}`).join('\n')}
<h2 id="problems">问题 Problems</h2>${catalogue()}</main></body></html>`
}

export const docsStyle = `:root{color-scheme:light dark;--ink:light-dark(#1d2226,#e6e8ea);--line:light-dark(#c9ced3,#454c53);--paper:light-dark(#fbfbf9,#16191c);--act:light-dark(#0a5f6b,#63c2cf)}
body{margin:0 auto;max-width:62rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
a{color:var(--act)}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}nav a{display:inline-block;padding:.5rem 0}
h2{border-bottom:2px solid var(--ink);margin-top:3rem}.act{border-top:1px solid var(--line);margin-top:2rem}
.method{display:inline-block;min-width:4.5rem;color:var(--act);font-variant-numeric:tabular-nums}
.open{border-left:.25rem solid var(--act);padding-left:.75rem}code{font-family:ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{white-space:nowrap}
`
