import { plainReference } from './references.ts';
import type { bundleEntry } from './resource-schemas.ts';

/** Which resource an entry of a bundle is about, in which of its versions, and whether that says that it is gone. */
export interface EntryMark {
  /** Where it is; absent where the bundle does not say. */
  readonly at?: string;
  /** `Appointment/a1`: its name on its own server. */
  readonly local?: string;
  readonly version?: number;
  /** Milliseconds since 1970. */
  readonly updatedMs?: number;
  readonly isDeleted?: true;
}

type Entry = ReturnType<(typeof bundleEntry)['parse']>;

/** What an entry says of itself, as far as it does; nothing of one that has no name. */
export function markOf({ fullUrl, request, response, resource }: Entry): EntryMark | undefined {
  const isDeleted = request?.method?.toUpperCase() === 'DELETE';
  const asked = isDeleted ? request?.url?.replace(/^\//, '') : undefined;
  const at = [fullUrl, asked].find((each) => each !== undefined && /^(?:https?|urn):/i.test(each));
  const ofServer = /(?:^|\/)([A-Z][A-Za-z]+\/[^/?]+)(?:\/_history\/[^/]+)?$/.exec(
    asked ?? fullUrl ?? '',
  )?.[1];
  const local = resource?.id === undefined ? ofServer : `${resource.resourceType}/${resource.id}`;
  if (at === undefined && local === undefined) return undefined;
  const { versionId, lastUpdated } = resource?.meta ?? {};
  const inUrl = /\/_history\/([^/]+)$/.exec(fullUrl ?? '')?.[1];
  const version = [versionId, response?.etag, inUrl]
    .map((each) => /^(?:W\/)?"?(\d{1,15})"?$/.exec(each ?? '')?.[1])
    .find((each) => each !== undefined);
  const updatedMs = Date.parse(lastUpdated ?? response?.lastModified ?? '');
  return {
    ...(at === undefined ? {} : { at: plainReference(at) }),
    ...(local === undefined ? {} : { local }),
    ...(version === undefined ? {} : { version: Number(version) }),
    ...(Number.isNaN(updatedMs) ? {} : { updatedMs }),
    ...(isDeleted ? { isDeleted: true as const } : {}),
  };
}

interface Marked {
  readonly place: number;
  readonly mark: EntryMark;
}

/**
 * The entries of a bundle by the resource that they are about. Which is the newest is told by its version or by when it
 * was written, wherever both say so; else it is the one that comes first, for so a history is ordered (FHIR R4).
 */
export class BundleHistory {
  readonly #byAt = new Map<string, Marked>();
  /** By the name on a server: of all entries, and of those that say no more. */
  readonly #byLocal = new Map<string, Marked>();
  readonly #byLocalAlone = new Map<string, Marked>();

  /** `place`: where the entry stands; several rows of one entry have one place. */
  add(place: number, mark: EntryMark): void {
    const marked = { place, mark };
    if (mark.at !== undefined) keepNewest(this.#byAt, mark.at, marked);
    else if (mark.local !== undefined) keepNewest(this.#byLocalAlone, mark.local, marked);
    if (mark.local !== undefined) keepNewest(this.#byLocal, mark.local, marked);
  }

  /** The newest entry of the same resource, where this one is not it. */
  newerThan(place: number, { at, local }: EntryMark): Marked | undefined {
    const found =
      at === undefined
        ? this.#byLocal.get(local ?? '')
        : newest(this.#byAt.get(at), this.#byLocalAlone.get(local ?? ''));
    return found && found.place !== place ? found : undefined;
  }

  /** Whether an entry counts: none is newer, and it does not say that the resource is gone. */
  counts(place: number, mark: EntryMark | undefined): boolean {
    return mark === undefined || (!mark.isDeleted && this.newerThan(place, mark) === undefined);
  }
}

function keepNewest(map: Map<string, Marked>, key: string, marked: Marked): void {
  map.set(key, newest(map.get(key), marked) ?? marked);
}

function newest(one: Marked | undefined, other: Marked | undefined): Marked | undefined {
  if (!one || !other) return one ?? other;
  for (const told of ['version', 'updatedMs'] as const) {
    const [first, second] = [one.mark[told], other.mark[told]];
    if (first !== undefined && second !== undefined && first !== second) return first > second ? one : other;
  }
  return one.place <= other.place ? one : other;
}
