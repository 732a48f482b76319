/** Who makes the sheets: name, phone and logo, kept on this device and printed on its sheets, never in a link. */
import { element } from "../page/element.js"
import { CLINIC_LIMITS, LARGEST_LOGO, readClinic, REFUSED, writeClinic } from "../sheet/store.js"
import { act, field } from "./forms.js"

const LARGEST_FILE = 2_000_000
const KINDS = ["image/png", "image/jpeg", "image/webp"]
const LOGO_WIDTH = 480
const LOGO_HEIGHT = 272

/** The fields, and what to say of them. */
export function clinicFields(builder) {
  const clinic = readClinic()
  const keep = values => {
    const kept = writeClinic({ ...readClinic(), ...values })
    builder.show({ rebuild: "logo" in values })
    builder.say(kept ? "" : REFUSED)
  }
  const bring = async event => {
    const { logo, trouble } = await logoFrom(event.target.files[0])
    if (trouble) return builder.say(trouble)
    keep({ logo })
  }
  const file = element("input", { type: "file", accept: KINDS.join(","), on: { change: bring } })
  return element("details", { class: "builder-clinic", open: Boolean(clinic.name || clinic.phone || clinic.logo) },
    element("summary", {}, "Made by a clinic or a clinician"),
    element("div", { class: "builder-details" },
      field("Made by", clinic.name, CLINIC_LIMITS.name, name => keep({ name })),
      field("Phone", clinic.phone, CLINIC_LIMITS.phone, phone => keep({ phone })),
      element("label", { class: "builder-file" }, element("span", {}, "Logo (PNG, JPEG or WebP)"), file),
      clinic.logo ? act("Take the logo off", () => keep({ logo: "" })) : null),
    element("p", {}, "These stay on this device. They are on its sheets, and never in the link."))
}

/** A small picture made anew from a file, so that nothing of the file itself is kept; or why it cannot be used. */
export async function logoFrom(file) {
  const refuse = trouble => ({ logo: "", trouble })
  if (!file) return refuse("No file was chosen.")
  if (!KINDS.includes(file.type)) return refuse("A logo is a PNG, JPEG or WebP picture. This file is something else.")
  if (file.size > LARGEST_FILE) return refuse("This picture is larger than 2 MB. Choose a smaller one.")
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LOGO_WIDTH / picture.width, LOGO_HEIGHT / picture.height)
    const canvas = element("canvas", { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) })
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height)
    const logo = canvas.toDataURL("image/png")
    return logo.length <= LARGEST_LOGO ? { logo, trouble: "" } : refuse("This picture has too much detail for a logo. Choose a simpler one.")
  } catch {
    return refuse("This file could not be read as a picture. It may be damaged.")
  }
}
