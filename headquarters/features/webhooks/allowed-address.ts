import ipaddr from 'ipaddr.js';

/** Addresses in one's own house that an operator lets endpoints be at: `10.1.0.0/16`. */
export interface AllowedNetworks {
  has(address: string): boolean;
  readonly isEmpty: boolean;
}

/** @throws TypeError for a text that is no network */
export function readNetworks(texts: readonly string[]): AllowedNetworks {
  const networks = texts.map((text) => {
    if (!ipaddr.isValidCIDR(text)) throw new TypeError(`'${text}' is no network, such as 10.1.0.0/16.`);
    return ipaddr.parseCIDR(text);
  });
  return {
    isEmpty: networks.length === 0,
    has(address) {
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return networks.some(
        ([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits] as never),
      );
    },
  };
}

/** Whether everybody in the world knows this address as the same place: not one's own computer, house or provider. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // Of IPv6 only 2000::/3 is given out; `::7f00:1` may be one's own computer, written as of old.
  const isGivenOut = parsed.kind() === 'ipv4' || (parsed.toByteArray()[0] ?? 0) >> 5 === 1;
  return isGivenOut && parsed.range() === 'unicast';
}
