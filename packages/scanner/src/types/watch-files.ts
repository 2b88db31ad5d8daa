import { answers, contentSeen, type Witness } from "@domain-isolation/module-graph/looks";
import type { FileSystemHost } from "ts-morph";

/** From now on, a witness is told of everything that a compiler looks at through these files. */
export function watchFiles(files: FileSystemHost, witness: Witness): FileSystemHost {
  const readFile = files.readFileSync.bind(files);
  const readFolder = files.readDirSync.bind(files);
  const fileExists = files.fileExistsSync.bind(files);
  const folderExists = files.directoryExistsSync.bind(files);
  const realPath = files.realpathSync.bind(files);
  const watched: Partial<FileSystemHost> = {
    readFileSync: (path, encoding) => {
      try {
        const text = readFile(path, encoding);
        witness("content", path, contentSeen(path, text));
        return text;
      } catch (error) {
        witness("content", path, answers.content(path));
        throw error;
      }
    },
    readDirSync: (path) => {
      witness("names", path, answers.names(path));
      const entries = readFolder(path);
      for (const { name, isSymlink } of entries) {
        if (isSymlink) witness("kind", name, answers.kind(name));
      }
      return entries;
    },
    fileExistsSync: (path) => {
      const exists = fileExists(path);
      witness("kind", path, exists ? "file" : answers.kind(path));
      return exists;
    },
    directoryExistsSync: (path) => {
      const exists = folderExists(path);
      witness("kind", path, exists ? "folder" : answers.kind(path));
      return exists;
    },
    realpathSync: (path) => {
      witness("real path", path, answers["real path"](path));
      return realPath(path);
    },
  };
  return Object.assign(files, watched);
}
