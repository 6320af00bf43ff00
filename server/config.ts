import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Tianditu } from './base-map/tianditu.ts'
import { type AllowList, readAllowList } from './hooks/allow-list.ts'
import { trustedProxies } from './http/proxy.ts'

export interface Config {
  /** Database (unless it is PostgreSQL) and photos live below this folder. */
  readonly dataFolder: string
  /** Where the built web app lies. */
  readonly webFolder: string
  readonly host: string
  readonly port: number
  /** `postgres://...`, or the path of a SQLite file. */
  readonly database: string
  /** The origin people type, such as `https://luqing.example`. */
  readonly publicUrl: string | null
  readonly trustProxy: readonly string[]
  readonly logLevel: (typeof logLevels)[number]
  /** Needed only where one database holds several counties. */
  readonly county: string | null
  /** Private hosts and networks that messages may be sent to, such as the county's own relay. */
  readonly hookAllow: AllowList
  /** Null without a key: nothing is then handed on. */
  readonly tianditu: Tianditu | null
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && /^https?:\/\/[^/]+\/?$/.test(text)

const areProxies = (names: readonly string[]): boolean => {
  try {
    trustedProxies(names)
    return true
  } catch {
    return false
  }
}

const faults = {
  LUQING_DATA: '应为文件夹路径。Must be the path of a folder.',
  LUQING_WEB: '应为已构建网页所在的文件夹路径。Must be the path of the built web app.',
  LUQING_HOST: '应为要监听的地址，如 127.0.0.1。Must be the address to listen on.',
  LUQING_PORT: '应为 0–65535 的端口号。Must be a port number.',
  LUQING_DATABASE:
    '应为 postgres:// 开头的地址，或 SQLite 文件路径。Must be postgres://... or the path of a SQLite file.',
  LUQING_PUBLIC_URL: '应为不带路径的网址，如 https://luqing.example。Must be an origin without a path.',
  LUQING_TRUST_PROXY: '应为以逗号分隔的代理地址、网段或 loopback。Must be addresses, subnets or `loopback`, by commas.',
  LUQING_LOG: `应为 Must be one of: ${logLevels.join(' ')}`,
  LUQING_COUNTY: '应为六位县级区划代码。Must be a county’s six-digit division code.',
  LUQING_HOOK_ALLOW:
    '应为以逗号分隔的主机名、地址或网段，如 relay.county.example, 10.8.0.0/16。Must be hosts, addresses or subnets, by commas.',
  LUQING_TIANDITU_KEY: '应为天地图服务器端密钥（字母和数字）。Must be a Tianditu key for servers, letters and digits.',
  LUQING_TIANDITU_ADDRESS: '只能是本机地址，如 http://127.0.0.1:8100。Must be an address of this machine.',
} as const

type Name = keyof typeof faults

/** Where the build of this very house puts the web app. */
const builtHere = fileURLToPath(new URL('../dist/web', import.meta.url))

const environment = z.object({
  LUQING_DATA: z.string().default('./data'),
  LUQING_WEB: z.string().optional(),
  LUQING_HOST: z.string().default('127.0.0.1'),
  LUQING_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(7412),
  LUQING_DATABASE: z
    .string()
    .regex(/^(postgres(ql)?:\/\/.+|(?!\w{2,}:\/\/).+)$/)
    .optional(),
  LUQING_PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text).origin)
    .optional(),
  LUQING_TRUST_PROXY: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .refine(areProxies)
    .default([]),
  LUQING_LOG: z.enum(logLevels).default('info'),
  LUQING_COUNTY: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  LUQING_HOOK_ALLOW: z
    .string()
    .default('')
    .transform((text, issues) => {
      const list = readAllowList(text)
      if (list) return list
      issues.addIssue('not an allow-list')
      return z.NEVER
    }),
  LUQING_TIANDITU_KEY: z
    .string()
    .regex(/^[0-9A-Za-z]{16,64}$/)
    .optional(),
  LUQING_TIANDITU_ADDRESS: z
    .string()
    .regex(/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/)
    .optional(),
} satisfies Record<Name, z.ZodType>)

/** Every fault of the environment at once, a line each. */
export class ConfigFaults extends Error {}

const isName = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(faults, name)

/** An empty variable counts as absent, as service managers like to write them. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const names = new Set(read.error.issues.map(({ path }) => path[0]).filter(isName))
    throw new ConfigFaults([...names].map((name) => `${name}：${faults[name]}`).join('\n'))
  }
  const { data } = read
  const dataFolder = resolve(data.LUQING_DATA)
  return {
    dataFolder,
    webFolder: data.LUQING_WEB === undefined ? builtHere : resolve(data.LUQING_WEB),
    host: data.LUQING_HOST,
    port: data.LUQING_PORT,
    database: data.LUQING_DATABASE ?? resolve(dataFolder, 'luqing.db'),
    publicUrl: data.LUQING_PUBLIC_URL ?? null,
    trustProxy: data.LUQING_TRUST_PROXY,
    logLevel: data.LUQING_LOG,
    county: data.LUQING_COUNTY ?? null,
    hookAllow: data.LUQING_HOOK_ALLOW,
    tianditu:
      data.LUQING_TIANDITU_KEY === undefined
        ? null
        : { key: data.LUQING_TIANDITU_KEY, address: data.LUQING_TIANDITU_ADDRESS ?? null },
  }
}
