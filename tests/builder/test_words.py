"""The words, minutes and warnings of the reader's own sheet: those of the handbook."""

from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from generator.pages.doses import dose_line, minutes, often
from tests.builder.making import names_on, open_builder, write


def test_words_and_minutes_are_the_ready_sheets_own(page: Page, address: str, handbook: Handbook) -> None:
    page.goto(f"{address}about/")
    found = page.evaluate(
        """async root => {
          const words = await import(`${root}assets/sheet/doses.js`)
          const { minutes } = await import(`${root}assets/builder/words.js`)
          const { newItem } = await import(`${root}assets/sheet/state.js`)
          const catalogue = await (await import(`${root}assets/page/catalogue.js`)).loadCatalogue()
          const lines = [...catalogue.exercises.values()].map(each => {
            const item = newItem(each)
            return [each.id, `${words.doseLine(each, item, catalogue)} / ${words.often(item, catalogue)}`]
          })
          const times = [...catalogue.routines.values()].map(each => {
            const items = each.items.map(item => ({ ...item, side: "both" }))
            return [each.id, minutes({ items }, catalogue)]
          })
          return { lines: Object.fromEntries(lines), times: Object.fromEntries(times) }
        }""",
        address,
    )
    exercises = handbook.exercises.values()
    lines = {
        each.slug: f"{dose_line(handbook, each, each.dose)} / {often(handbook, each.dose)}"
        for each in exercises
    }
    assert found["lines"] == lines
    assert found["times"] == {slug: minutes(handbook, each) for slug, each in handbook.routines.items()}


def test_the_data_warn_of_what_does_not_go_together(page: Page, address: str, handbook: Handbook) -> None:
    stretches = [each for each in handbook.exercises.values() if each.goal == "stretch"]
    first, second = next(
        (a, b)
        for a in stretches
        for b in stretches
        if a.slug < b.slug and set(a.muscles.main) & set(b.muscles.main)
    )
    strong = next(
        each
        for each in handbook.exercises.values()
        if each.goal == "strength" and "first-days" not in each.phases
    )
    others = [slug for slug in handbook.exercises if slug not in (first.slug, second.slug, strong.slug)][:6]
    slugs = "&".join((first.slug, second.slug, strong.slug, *others))
    open_builder(page, address, f"#1&p=first-days&{slugs}")
    said = "\n".join(page.locator(".row-warnings, .builder-warnings").all_inner_texts())
    assert f"“{first.name}” and “{second.name}” stretch the same muscle" in said
    assert f"“{strong.name}” makes muscles work hard" in said
    assert "9 exercises are a lot" in said
    place = names_on(page).index(second.name)
    row = page.locator(".builder-rows > li").nth(place)
    expect(row.locator(".row-warnings")).to_contain_text("stretch the same muscle")
    row.get_by_role("button", name=f"Remove {second.name}, as the warning says").first.click()
    assert second.name not in names_on(page)
    expect(page.locator(".row-warnings", has_text="stretch the same muscle")).to_have_count(0)
    assert page.locator(".builder-warnings").count() == 0, "8 are not a lot"


def test_too_much_can_be_put_right_with_one_tap(page: Page, address: str, handbook: Handbook) -> None:
    dose = handbook.exercises["chin-tuck"].dose
    open_builder(page, address, f"#1&chin-tuck:{dose.hold}.{dose.repetitions}.{dose.sets}.{dose.times}")
    times = page.get_by_label("Times", exact=True)
    write(times, str(dose.repetitions * 3))
    times.blur()
    expect(page.locator(".row-warnings")).to_contain_text("more than twice")
    page.get_by_role("button", name="Use the handbook's dose").click()
    assert times.input_value() == str(dose.repetitions)
    expect(page.locator(".row-warnings")).to_be_hidden()
