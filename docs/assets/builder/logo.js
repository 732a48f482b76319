/** A clinic's logo from a file. */
import { element } from "../page/element.js"
import { said } from "../page/words.js"
import { LARGEST_LOGO } from "./kept.js"

const LARGEST_FILE = 2_000_000
const LOGO_WIDTH = 480
const LOGO_HEIGHT = 272

/** A small picture made anew from a file, so that nothing of the file itself is kept; or why it cannot be used. */
export async function logoFrom(file, kinds) {
  const refuse = trouble => ({ logo: "", trouble })
  if (!file) return refuse(said.builder.logo_none)
  if (!kinds.includes(file.type)) return refuse(said.builder.logo_kind)
  if (file.size > LARGEST_FILE) return refuse(said.builder.logo_large)
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LOGO_WIDTH / picture.width, LOGO_HEIGHT / picture.height)
    const canvas = element("canvas", { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) })
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height)
    const logo = canvas.toDataURL("image/png")
    return logo.length <= LARGEST_LOGO ? { logo, trouble: "" } : refuse(said.builder.logo_detail)
  } catch {
    return refuse(said.builder.logo_damaged)
  }
}
