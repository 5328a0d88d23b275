import { describe, expect, it } from 'vitest'
import { svarskropp, tomtSvar } from './utkast.ts'

describe('arbetsgivarens svar', () => {
  it('innehåller bara det som besvarats', () => {
    expect(
      svarskropp({ ...tomtSvar(), finns: 'ja', upprattad: '2026-11-01', atgarder: ' Stegvis ökad tid ', vanligtProvat: 'nej' }, true),
    ).toEqual({ plan: { finns: true, upprattad: '2026-11-01', atgarder: 'Stegvis ökad tid', vanligtArbeteProvat: false } })
  })

  it('utan plan skickas inget datum som blivit kvar i utkastet', () => {
    expect(svarskropp({ ...tomtSvar(), finns: 'nej', upprattad: '2026-11-01', vanligtProvat: 'ja', arbetsskada: 'vetEj' }, true)).toEqual({
      plan: { finns: false, atgarder: '', arbetsskada: 'vetEj' },
    })
  })

  it('på en vanlig fråga är det texten', () => {
    expect(svarskropp({ ...tomtSvar(), text: ' Ja, i receptionen. ' }, false)).toEqual({ text: 'Ja, i receptionen.' })
  })
})
