// Makes the persons, runs their timelines on two threads, and prints the peak memory of the process in MB.
import { korTidslinjer } from '@atergang/regelverk'
import { Arbetslag } from '@atergang/regelverk/parallell'
import { slumpbefolkning } from '@atergang/regelverk/prov'
import { DAG } from './befolkning.ts'

const t = slumpbefolkning(Number(process.argv[2]), DAG)
const lag = new Arbetslag(2)
const lagets = await lag.korTidslinjer(t, { datum: DAG })
korTidslinjer(t, { datum: DAG }).slapp()
lagets.slapp()
await lag.stang()
process.stdout.write(String((process.resourceUsage().maxRSS * 1024) / 1e6))
