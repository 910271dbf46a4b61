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
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
