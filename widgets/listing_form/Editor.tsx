import { useEffect, useId, useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { onEnter } from "../kit/onEnter.ts"
import { Spoken } from "../kit/Spoken.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { words as standing } from "../listing_confirmation/words.ts"
import { Delivery } from "./Delivery.tsx"
import { Done } from "./Done.tsx"
import type { Filling } from "./Filling.ts"
import { Pictures } from "./Pictures.tsx"
import { Preview } from "./Preview.tsx"
import { PriceAndDetails } from "./PriceAndDetails.tsx"
import { Progress } from "./Progress.tsx"
import { type Field, firstStep, problemsOf, type Step, stepOf, steps } from "./problems.ts"
import type { Form } from "./read.ts"
import { useDraft } from "./useDraft.ts"
import { usePictures } from "./usePictures.ts"
import { useSaving, type Wish } from "./useSaving.ts"
import { WhatItIs } from "./WhatItIs.tsx"
import { words } from "./words.ts"

export const Editor = ({ form }: { readonly form: Form }) => {
  const t = useWords(words)
  const s = useWords(standing)
  const draft = useDraft(form)
  const { entries, go, saved, set, step } = draft
  const saving = useSaving(form, draft)
  const pictures = usePictures(set, { failed: t("somethingWrong"), unreadable: t("unreadable") })
  const [tried, setTried] = useState<ReadonlyArray<Step>>([])
  const [attempt, setAttempt] = useState(0)
  const [said, say] = useState("")
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  const shownBefore = useRef(false)

  const at = steps.indexOf(step)
  const problems = problemsOf(entries, saved === undefined)
  const wrong = (field: Field) => {
    const problem = tried.includes(stepOf[field]) ? problems[field] : undefined
    return problem === undefined ? saving.refusals[field] : t(problem.key, problem.filled)
  }
  const put: Filling["put"] = (patch, ...fields) => {
    for (const field of fields) saving.forgive(field)
    set((now) => ({ ...now, ...patch }))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another step is shown, or the form comes back.
  useEffect(() => {
    if (shownBefore.current) body.current?.querySelector<HTMLElement>("h3")?.focus()
    shownBefore.current = true
  }, [step, saving.done])
  useEffect(() => {
    if (attempt > 0) body.current?.querySelector<HTMLElement>("[aria-invalid], [data-wrong]")?.focus()
  }, [attempt])

  const lead = (to: Step) => {
    setTried((before) => [...before, to])
    go(to)
    setAttempt((count) => count + 1)
  }
  const next = () => {
    const here = Object.keys(problems).some((field) => stepOf[field as Field] === step)
    if (here) lead(step)
    else go(steps[at + 1]!)
  }
  const save = (wish: Wish) => {
    say("")
    const first = firstStep(problems)
    if (first !== undefined) {
      setTried(steps)
      return lead(first)
    }
    saving.save?.(
      wish,
      (refusals) => {
        const place = firstStep(refusals)
        if (place !== undefined) lead(place)
      },
      () => say(t("draftSaved"))
    )
  }

  if (saving.done !== undefined) return <Done listing={saving.done} onAgain={saving.again} />

  const filling: Filling = { form, entries, put, wrong }
  const onShow = saved !== undefined && saved.status !== "draft"
  const wish: Wish = onShow ? "changes" : "active"
  const word = onShow ? t("saveChanges") : form.review ? t("sendForReview") : s("publish")
  return (
    <>
      <Progress at={at} form={form} isNew={saved === undefined} />
      <Spoken>{said}</Spoken>
      {/* biome-ignore lint/a11y/useSemanticElements: its heading stands above it. */}
      <div
        aria-labelledby={id}
        className="entries"
        onKeyDown={step === "pictures" ? undefined : onEnter(next)}
        ref={body}
        role="group"
      >
        <h3 id={id} tabIndex={-1}>
          {t(`${step} title`)}
        </h3>
        {step === "what" ? <WhatItIs {...filling} /> : null}
        {step === "price" ? <PriceAndDetails {...filling} /> : null}
        {step === "pictures" ? <Pictures {...filling} pictures={pictures} /> : null}
        {step === "delivery" ? <Delivery {...filling} /> : null}
        {step === "preview" ? <Preview {...filling} /> : null}
      </div>
      <Trouble message={saving.failure} />
      <div className="foot">
        {at === 0 ? null : <Button onPress={() => go(steps[at - 1]!)}>{t("back")}</Button>}
        {onShow || saving.save === undefined ? null : (
          <Button busy={saving.doing !== undefined} onPress={() => save("draft")}>
            {saving.doing === "draft" ? s("saving") : t("saveDraft")}
          </Button>
        )}
        {step !== "preview" ? (
          <Button kind="primary" onPress={next}>
            {t("next")}
          </Button>
        ) : saving.save === undefined ? null : (
          <Button busy={saving.doing !== undefined} kind="primary" onPress={() => save(wish)}>
            {saving.doing === wish ? s("saving") : word}
          </Button>
        )}
      </div>
      {said === "" ? null : <p className="soft">{said}</p>}
    </>
  )
}
