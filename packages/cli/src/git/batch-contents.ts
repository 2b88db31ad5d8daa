/**
 * What `git cat-file --batch` says of objects, in the order in which they were asked for: a head
 * `<object> blob <size>`, the content, and a line feed; or a line that ends otherwise.
 * https://git-scm.com/docs/git-cat-file#_batch_output
 *
 * @returns null for what there is not; no list at all where the output ends too early
 */
export function batchContents(output: Buffer, count: number): readonly (Buffer | null)[] | null {
  const contents: (Buffer | null)[] = [];
  let at = 0;
  while (contents.length < count) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) return null;
    const size = / blob (\d+)$/u.exec(output.subarray(at, end).toString("latin1"))?.[1];
    at = end + 1;
    contents.push(size === undefined ? null : output.subarray(at, at + Number(size)));
    if (size !== undefined) at += Number(size) + 1;
  }
  return contents;
}
