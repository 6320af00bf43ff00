import { BlockList, isIP } from 'node:net'

/** Hosts and networks inside one's own walls that messages may be sent to, although they are not public. */
export interface AllowList {
  readonly names: ReadonlySet<string>
  readonly nets: BlockList
}

export const nothingAllowed: AllowList = { names: new Set(), nets: new BlockList() }

const hostShape = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** `hook.county.example, 10.1.2.3, 10.8.0.0/16, fd00::/8`; null where one of them is none of these. */
export const readAllowList = (text: string): AllowList | null => {
  const names = new Set<string>()
  const nets = new BlockList()
  for (const part of text.split(',').map((one) => one.trim().toLowerCase())) {
    if (part === '') continue
    const [address = '', bits, ...rest] = part.split('/')
    const family = isIP(address)
    const longest = family === 4 ? 32 : 128
    if (family === 0) {
      // a name of figures alone is an address mistyped, and would be read as one later
      if (bits !== undefined || !hostShape.test(part) || /^[\d.]+$/.test(part)) return null
      names.add(part)
    } else {
      const prefix = bits === undefined ? longest : Number(bits)
      if (rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits)) || prefix > longest) return null
      nets.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6')
    }
  }
  return { names, nets }
}
