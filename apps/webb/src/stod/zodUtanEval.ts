/**
 * zod writes faster code for itself where it may; the page's security policy forbids that, and asking is reported as a breach.
 * Told before any part of the page loads zod, without loading it.
 */
;(globalThis as { __zod_globalConfig?: { jitless?: boolean } }).__zod_globalConfig = { jitless: true }
