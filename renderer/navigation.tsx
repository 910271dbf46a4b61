import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** Filled by `screens/areas.ts` with what is listed there; screens navigate and must not import that list. */
// biome-ignore lint/suspicious/noEmptyInterface: what declares it elsewhere adds to it
export interface KnownAreas {}

export type ScreenId = KnownAreas extends { readonly id: infer Id } ? Id : never;

/** Where somebody is: an area, and the person it is about. */
export interface Place {
  readonly screen: ScreenId;
  readonly personId?: string;
  /** What was typed where nobody was found: somebody new is registered with it. */
  readonly typed?: string;
  /** Somebody stands at the desk and waits: once registered they are open there. */
  readonly isForDesk?: boolean;
  /** The other record that may be of the same person: both are compared at once. */
  readonly linkWith?: string;
}

interface Navigation {
  readonly place: Place;
  /** Going to a person anew opens them anew, also where they were open already. */
  go(place: Place): void;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [place, go] = useState<Place>({ screen: 'desk' });
  const navigation = useMemo(() => ({ place, go }), [place]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('a screen stands outside of NavigationProvider');
  return navigation;
}
