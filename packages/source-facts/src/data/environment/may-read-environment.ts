/** What a text holds where the environment itself may stand. */
const environment = /\benv\b|\bprocess["']|[=(]\s*process\s*[;,)\n]/u;

/** `readEnv(`, but neither `new EnvironmentStore(` nor `function readEnv(` */
const called = String.raw`(?<!\b(?:new|function)\s+[\w$.]*)[eE]nv\w*\s*\(`;
/** Of its arguments, up to the end of the statement; of what goes on for longer nothing is said. */
const most = 300;
const before = String.raw`(?:[^;{}]|\{[^;{}]{0,100}\}){0,${String(most)}}?`;
const longer = String.raw`[^;{}]{${String(most)}}`;
/** What wraps an argument, or follows it. */
const after = String.raw`\s*(?:[,)!]|as\b|satisfies\b)`;
/** `"KEY"`, `KEY`, `names.KEY`; `names[0]` and a template may stand for anything. */
const key = String.raw`(?:["'][A-Z][A-Z\d_]*["']|\b[A-Z][A-Z\d_]*${after}|[\]\x60]${after})`;

const readerCall = new RegExp(`${called}(?=${longer}|${before}${key})`, "u");

/** Whether a text may read the environment: a look at the words. False is certain. */
export function mayReadEnvironment(text: string): boolean {
  return namesEnvironment(text) || readerCall.test(text);
}

/** Whether it names the environment itself; else only calls of functions are worth a look. */
export function namesEnvironment(text: string): boolean {
  return environment.test(text);
}
