import { Hono } from 'hono'
import type { Logger } from 'pino'
import { type BaseMapSetting, baseMapRoutes, noBaseMap } from './base-map/routes.ts'
import { clearanceRoutes } from './clearance/routes.ts'
import { spotRoutes } from './clearance/spot-routes.ts'
import { countyRoutes } from './county/routes.ts'
import { fieldBookRoutes } from './field-book/routes.ts'
import { extentRoutes } from './hazards/extent-routes.ts'
import { hazardRoutes } from './hazards/routes.ts'
import { type AllowList, nothingAllowed } from './hooks/allow-list.ts'
import type { Outside as Receivers } from './hooks/outside.ts'
import { hookRoutes } from './hooks/routes.ts'
import { answerProblem } from './http/answer-problem.ts'
import type { Env } from './http/env.ts'
import { freshLines } from './http/fresh-lines.ts'
import { jsonBodies } from './http/json-bodies.ts'
import { makeLimiter } from './http/limiter.ts'
import { type Limits, limitActs, usualLimits } from './http/limits.ts'
import { nothingHere } from './http/nothing-here.ts'
import { openApiRoutes } from './http/open-api.ts'
import { packJson } from './http/pack-json.ts'
import { fromOutside, type Outside } from './http/proxy.ts'
import { safeHeaders } from './http/safe-headers.ts'
import { sameOrigin } from './http/same-origin.ts'
import { signedIn } from './http/signed-in.ts'
import { webFiles } from './http/static.ts'
import { importRoutes } from './imports/routes.ts'
import { planRoutes } from './junctions/plan-routes.ts'
import { junctionRoutes } from './junctions/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { tileRoutes } from './map/tile-routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { templateRoutes } from './notices/template-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { sessionRoutes } from './people/session-routes.ts'
import { photoRoutes } from './photos/routes.ts'
import { shareRoutes } from './photos/share-routes.ts'
import { registerRoutes } from './register/routes.ts'
import { remediationRoutes } from './remediation/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { teamRoutes } from './teams/routes.ts'
import type { World } from './world.ts'
import { zoneKeepingRoutes } from './zones/keeping-routes.ts'
import { zoneRoutes } from './zones/routes.ts'
import { signRoutes } from './zones/sign-routes.ts'

export interface AppOptions extends Outside {
  readonly log: Logger
  /** Where the built web app lies. */
  readonly webFolder: string
  readonly limits?: Limits
  /** Private hosts that messages may be sent to. */
  readonly hookAllow?: AllowList
  readonly baseMap?: BaseMapSetting
}

/** The nouns, mounted one after the other; behind `signedIn` nobody passes without a session. */
const nouns = (world: World, { signIns, acts }: Limits, receivers: Receivers, baseMap: BaseMapSetting) =>
  new Hono<Env>()
    .basePath('/api')
    .route('/', sessionRoutes(world, makeLimiter(signIns, world.now)))
    .use(signedIn(world))
    .use(limitActs(makeLimiter(acts, world.now)))
    .use(freshLines(world))
    .route('/', peopleRoutes(world))
    .route('/', countyRoutes(world))
    .route('/', photoRoutes(world))
    .route('/', shareRoutes(world))
    .route('/', hazardRoutes(world))
    .route('/', extentRoutes(world))
    .route('/', teamRoutes(world))
    .route('/', remediationRoutes(world))
    .route('/', clearanceRoutes(world))
    .route('/', spotRoutes(world))
    .route('/', noticeRoutes(world))
    .route('/', templateRoutes(world))
    .route('/', registerRoutes(world))
    .route('/', statisticsRoutes(world))
    .route('/', zoneRoutes(world))
    .route('/', zoneKeepingRoutes(world))
    .route('/', signRoutes(world, receivers))
    .route('/', mapRoutes(world))
    .route('/', tileRoutes(world))
    .route('/', baseMapRoutes(world, baseMap))
    .route('/', junctionRoutes(world))
    .route('/', planRoutes(world))
    .route('/', fieldBookRoutes(world))
    .route('/', importRoutes(world))
    .route('/', messageRoutes(world, receivers))
    .route('/', hookRoutes(world, receivers))

export type Api = ReturnType<typeof nouns>

/** Photos and templates come as bytes and read their own body; everything else is JSON within bounds. */
const takesBytes = (path: string): boolean =>
  path.startsWith('/api/photos/') ||
  path.startsWith('/api/notice-templates/') ||
  /^\/api\/imports\/[^/]+\/file$/.test(path)

export const makeApp = (world: World, options: AppOptions) => {
  const { log, webFolder, limits = usualLimits, hookAllow = nothingAllowed, publicUrl, baseMap = noBaseMap } = options
  const api = nouns(world, limits, { allow: hookAllow, publicUrl }, baseMap)
  const app = new Hono<Env>()
  app.onError(answerProblem(log))
  app.use(async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    await next()
  })
  app.use(fromOutside(options))
  app.use(safeHeaders)
  app.use('/api/*', packJson)
  app.use('/api/*', sameOrigin(options.publicUrl))
  app.use('/api/*', jsonBodies(takesBytes))
  app.route('/', openApiRoutes(api))
  app.route('/', api)
  app.get('*', webFiles(webFolder))
  app.notFound(nothingHere(app))
  return app
}
