/** The plate by the road: within one county the six digits behind a route's own name say nothing new (`X801360424` -> `X801`). */
export const shieldOf = (routeCode: string): string => routeCode.replace(/\d{6}$/, '')
