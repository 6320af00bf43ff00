import { BlockList, isIP } from 'node:net'

/** IPv4 that is nobody's public server: RFC 6890 and its registry, with multicast and class E. */
const closedIPv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Within 2000::/3, all that tunnels to or stands for something else: Teredo, 6to4, documentation. */
const closedIPv6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [address, bits] of closedIPv4) closed.addSubnet(address, bits, 'ipv4')
for (const [address, bits] of closedIPv6) closed.addSubnet(address, bits, 'ipv6')
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an address belongs to the public internet. IPv6 outside 2000::/3 never does: that shuts loopback, link-local,
 * unique-local, multicast, IPv4-mapped and NAT64 forms at once, whatever they hide.
 */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  if (family === 0 || address.includes('%')) return false
  return global.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
