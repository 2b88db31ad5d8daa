import XMLBuilder from "fast-xml-builder";

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
});

/**
 * Control characters and halves of pairs, which no XML 1.0 document may hold, not even escaped:
 * https://www.w3.org/TR/xml/#charsets
 */
const forbidden = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** An XML document; a key with `@` is an attribute, `#text` is text. */
export function xml(root: Readonly<Record<string, unknown>>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}`;
}

/** A text that can stand in XML. */
export function xmlText(text: string): string {
  return text.replaceAll(forbidden, "\uFFFD");
}
