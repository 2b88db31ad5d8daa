import { referentialActions, type ReferentialAction } from "@domain-isolation/model";

/** `CASCADE`, `set null` … as the model has it; `no action` where it says nothing known. */
export function referentialAction(text: string | null | undefined): ReferentialAction {
  const lower = text?.trim().toLowerCase();
  return referentialActions.find((each) => each === lower) ?? "no action";
}
