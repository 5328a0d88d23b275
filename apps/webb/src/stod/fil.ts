/** The bytes of a file as base64, as the server takes them. */
export const base64 = (fil: Blob): Promise<string> =>
  new Promise((klar, fel) => {
    const l = new FileReader()
    l.onload = () => klar(String(l.result).replace(/^data:[^,]*,/, ''))
    l.onerror = () => fel(new Error('Filen gick inte att läsa från datorn. Välj den igen.'))
    l.readAsDataURL(fil)
  })
