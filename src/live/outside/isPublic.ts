import { BlockList, isIPv4, isIPv6 } from "node:net"

/** The special-purpose registry of IPv4: nothing of it is a public server. */
const special4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4]
] as const

/** Of IPv6 only this is public; mapped and translated addresses, fc00::/7, fe80::/10 and multicast lie outside of it… */
const global6 = new BlockList()
global6.addSubnet("2000::", 3, "ipv6")

/** …and these are exceptions inside: protocol assignments with Teredo, documentation, and 6to4. */
const special6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20]
] as const

const special = new BlockList()
for (const [network, prefix] of special4) special.addSubnet(network, prefix, "ipv4")
for (const [network, prefix] of special6) special.addSubnet(network, prefix, "ipv6")

const loopback = new BlockList()
loopback.addSubnet("127.0.0.0", 8, "ipv4")
loopback.addAddress("::1", "ipv6")

/** Whether an address is one of the public internet: not of this machine, this network, or any special use. */
export const isPublic = (address: string): boolean =>
  isIPv4(address)
    ? !special.check(address, "ipv4")
    : isIPv6(address) && !address.includes("%") && global6.check(address, "ipv6") && !special.check(address, "ipv6")

export const isLoopback = (address: string): boolean =>
  isIPv4(address) ? loopback.check(address, "ipv4") : address === "::1"
