/** Where into the body a dose goes. */
export const injectionSites = ['left-upper-arm', 'right-upper-arm', 'left-thigh', 'right-thigh'] as const;
export type InjectionSite = (typeof injectionSites)[number];

export const injectionRoutes = ['intramuscular', 'subcutaneous'] as const;
export type InjectionRoute = (typeof injectionRoutes)[number];
