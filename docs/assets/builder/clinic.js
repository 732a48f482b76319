/** Who makes the sheets: name, phone and logo, kept on this device and printed on its sheets, never in a link. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { said } from "../page/words.js"
import { REFUSED } from "../sheet/store.js"
import { act, field, FILE } from "./forms.js"
import { CLINIC_LIMITS, readClinic, writeClinic } from "./kept.js"

const KINDS = ["image/png", "image/jpeg", "image/webp"]

/** The fields, and what to say of them. */
export function clinicFields(builder) {
  const clinic = readClinic()
  const keep = values => {
    const kept = writeClinic({ ...readClinic(), ...values })
    builder.show({ rebuild: "logo" in values })
    builder.say(kept ? "" : REFUSED)
  }
  const bring = async event => {
    const { logoFrom } = await builder.fetched(import("./logo.js")) ?? {}
    if (!logoFrom) return
    const { logo, trouble } = await logoFrom(event.target.files[0], KINDS)
    if (trouble) return builder.say(trouble)
    keep({ logo })
  }
  const file = element("input", { type: "file", accept: KINDS.join(","), on: { change: bring } })
  return element("details", { class: "builder-clinic", open: Boolean(clinic.name || clinic.phone || clinic.logo) },
    element("summary", {}, said.builder.clinic),
    element("div", { class: "builder-details" },
      field(said.builder.made_by, clinic.name, CLINIC_LIMITS.name, name => keep({ name })),
      field(said.builder.phone, clinic.phone, CLINIC_LIMITS.phone, phone => keep({ phone })),
      labelled(said.builder.logo, file, FILE),
      clinic.logo ? act(said.builder.logo_off, () => keep({ logo: "" })) : null),
    element("p", {}, said.builder.clinic_stays))
}
