import { aterkallaAnsokan, komplettera, taEmotAnsokan } from './ansokan.ts'
import { paminnJanuari, sandBeslutsbrev, sandJanuaribrev, sandPaminnelse } from './brev.ts'
import { inledKontroll, lamnaKontrollunderlag } from './kontroll.ts'
import { beslutaEnligtLista } from './lista.ts'
import { overklaga } from './overklagande.ts'
import { noteraTraffar, uppdateraRegister } from './register.ts'

export const kommandon = {
  taEmotAnsokan,
  komplettera,
  aterkallaAnsokan,
  uppdateraRegister,
  noteraTraffar,
  beslutaEnligtLista,
  sandBeslutsbrev,
  paminnJanuari,
  sandJanuaribrev,
  sandPaminnelse,
  inledKontroll,
  lamnaKontrollunderlag,
  overklaga,
}
