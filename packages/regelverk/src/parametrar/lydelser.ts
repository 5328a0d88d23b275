import { installning } from '../parameter.ts'

/**
 * Wordings of the law by date, where the sources say from when they hold. Before the first day the answer is
 * ”not known” (A051): the sources hold the consolidated text of September 2025 and no older one.
 */
export const planSkyldighet = installning<boolean>({
  namn: 'planSkyldighet',
  rubrik: 'Arbetsgivaren ska upprätta en plan för återgång i arbete',
  enhet: 'ja/nej',
  lagrum: ['30:6', '30:6 a'],
  varden: [{ from: '2018-07-01', varde: true, kalla: 'Försäkringskassan 003575:2018 avsnitt 4: från och med juli 2018; lag (2017:1306)' }],
})

export const kedjelydelse = installning<boolean>({
  namn: 'kedjelydelse',
  rubrik: 'Rehabiliteringskedjans prövningar har den lydelse som står i september 2025',
  enhet: 'ja/nej',
  lagrum: ['27:46', '27:48', '27:49'],
  varden: [
    {
      from: '2022-01-01',
      varde: true,
      kalla:
        'SFB 27 kap. 46 och 49 §§, lag (2021:1240), som taket i 25 kap. 5 § visar gäller från 2022; 48 §, lag (2021:1243), utan dag i källorna',
    },
  ],
})

export const lydelser = [planSkyldighet, kedjelydelse] as const
