import { isCancel, multiselect, select, text } from "@clack/prompts";
import type { Dialogue } from "./dialogue.js";

/** Asks on the terminal of this process. */
export function terminalDialogue(): Dialogue {
  return {
    async choose(message, options) {
      const initialValues = options.map(({ value }) => value);
      const answer = await multiselect({ message, options: [...options], initialValues });
      return isCancel(answer) ? null : answer;
    },
    async pick(message, options) {
      const answer = await select({ message, options: [...options] });
      return isCancel(answer) ? null : answer;
    },
    async ask(message, initialValue, problem) {
      const answer = await text({
        message,
        initialValue,
        validate: (value) => problem(value ?? ""),
      });
      return isCancel(answer) ? null : answer;
    },
  };
}
