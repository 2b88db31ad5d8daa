export { readText } from "./files/read-text.js";
export { listFiles } from "./files/list-files.js";
export { answers, contentSeen, digest, type Question, type Witness } from "./files/questions.js";
