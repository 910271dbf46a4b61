/** How every program of ours runs from its source. */
export const plainFlags = ['--disable-warning=ExperimentalWarning'];

/**
 * How the server's Node runs. Left alone, V8 lets garbage grow to many times what is in use before it looks: of some
 * 300 MB under load hardly 70 were in use. These bound what lies unused, not what may be used.
 */
export const serverFlags = [...plainFlags, '--max-semi-space-size=2', '--heap-growing-percent=20'];

/** One pool of memory for all threads of the allocator: glibc would keep one for each. */
export const serverEnv = { MALLOC_ARENA_MAX: '1' };
