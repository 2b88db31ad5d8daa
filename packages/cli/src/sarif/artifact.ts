import type { Location as PlaceInText } from "@domain-isolation/model";
import type { ArtifactLocation, Location, Region } from "sarif";

/** A path as a URI reference: Chinese names, blanks and brackets percent-encoded. */
export function artifactOf(file: string): ArtifactLocation {
  return { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

export function locationOf({ file, ...place }: PlaceInText & { readonly file: string }): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(place) } };
}

function regionOf({ line, column, endLine, endColumn }: PlaceInText): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
