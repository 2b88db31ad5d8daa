/** `("a", "b")` */
export function listed<Item>(items: readonly Item[], written: (item: Item) => string): string {
  return `(${items.map(written).join(", ")})`;
}
