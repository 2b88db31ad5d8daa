export { readText } from "./files/read-text.js";
export { listFiles } from "./files/list-files.js";
export { answers, contentSeen, digest, type Question, type Witness } from "./files/questions.js";
export { changedLooks, type Changes } from "./files/changed-looks.js";
export { plainLooks, witnessed, type Looks } from "./files/looks.js";
