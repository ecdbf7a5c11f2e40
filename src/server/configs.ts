/** The configuration of each document: its files, over them what the editor's user set. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { ConfigFinder, FileConfig } from "../cli/config.js";
import type { Settings } from "../options.js";
import type { EditorSettings } from "./settings.js";

export interface DocumentConfig {
  /** `undefined` when nothing is to be checked. */
  readonly settings: Settings | undefined;
  /** The configuration file, if there is one. */
  readonly file: string | undefined;
}

export interface Configs {
  /** @param path of the document; `undefined` for one that was never saved */
  of(path: string | undefined): Promise<DocumentConfig>;
  /** Forgets what was read: from now on files and settings are looked at anew. */
  reload(settings: EditorSettings): void;
  readonly settings: EditorSettings;
  /** Grows with each reload: what was worked out under an older one no longer holds. */
  readonly generation: number;
}

/** A file that changed is seen at the next check this many milliseconds later; clients that watch tell sooner. */
const staleAfter = 1000;

/**
 * @param root the folder that a document without a file belongs to
 * @param complain tells the user of a configuration that cannot be used; the package's defaults hold then
 */
export function createConfigs(first: EditorSettings, root: () => string, complain: (message: string) => void): Configs {
  let settings = first;
  let generation = 0;
  let finder: Promise<ConfigFinder> | undefined;
  let stamps = new Map<string, number>();
  let looked = 0;

  async function open(): Promise<ConfigFinder> {
    const { configFinder } = await import("../cli/config.js");
    return configFinder(settings.configFile, settings.asked, root());
  }

  function isStale(): boolean {
    const now = Date.now();
    if (now - looked < staleAfter) return false;
    looked = now;
    return [...stamps].some(([file, stamp]) => stampOf(file) !== stamp);
  }

  function forget(): void {
    finder = undefined;
    stamps = new Map();
  }

  async function find(path: string): Promise<DocumentConfig> {
    if (isStale()) forget();
    finder ??= open();
    const { find: configOf, fileOf } = await finder;
    const file = await fileOf(path);
    if (file !== undefined && !stamps.has(file)) stamps.set(file, stampOf(file));
    const config = await configOf(path);
    return { settings: config && (await settingsOf(config)), file };
  }

  return {
    get settings() {
      return settings;
    },
    get generation() {
      return generation;
    },
    async of(path) {
      if (!settings.enable) return { settings: undefined, file: undefined };
      const place = path ?? join(root(), "untitled.txt");
      try {
        return await find(place);
      } catch (error) {
        complain((error as Error).message);
        const { settingsFor } = await import("../lint.js");
        return { settings: settingsFor(settings.asked), file: undefined };
      }
    },
    reload(changed) {
      settings = changed;
      generation++;
      forget();
    },
  };
}

/** The configuration's rules, and those that only programs in Node run, such as spelling. */
async function settingsOf(config: FileConfig): Promise<Settings> {
  const { settingsOf: complete } = await import("../cli/lint-file.js");
  return await complete(config);
}

function stampOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}
