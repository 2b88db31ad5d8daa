import type { Notification } from "sarif";
import type { Place, Report } from "../report.js";
import { locationOf } from "./artifact.js";

/** What the run could not see: SARIF's place for it is beside the results, not among them. */
export function sarifNotifications(report: Report): readonly Notification[] {
  const note = (level: Notification["level"], place: Place, text: string): Notification => ({
    level,
    message: { text },
    locations: [locationOf({ ...place, file: report.checkoutPrefix + place.file })],
  });
  return [
    ...report.unresolved.map((place) =>
      note("note", place, `The import of "${place.specifier}" did not resolve.`),
    ),
    ...report.opaque.map((place) =>
      note("note", place, `This ${place.form} could not be analysed: ${place.reason}.`),
    ),
    ...report.undecided.map((place) =>
      note("note", place, `Only a type would tell what this is, and ${place.reason}.`),
    ),
  ];
}
