import fc from 'fast-check'

// In CI every run tries the same numbers and orders, so that a change is judged by what it changed.
// Elsewhere each run tries new ones; FC_FRO repeats one that failed.
const fro = process.env.FC_FRO ?? (process.env.CI ? '20260101' : undefined)
if (fro !== undefined) fc.configureGlobal({ seed: Number(fro) })
