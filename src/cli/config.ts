/** Configuration: found upwards from a file, completed by what it extends, resolved for each file. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Options, type RuleSetting, resolveOptions, type Settings } from "../options.js";
import type { TermEntry } from "../termbase/compile.js";
import { standardTermbase } from "../termbase/standard.js";
import type { Termbase } from "../termbase/termbase.js";
import { type ConfigData, type Layer, mistakeIn, mistakeInOptions, type Override } from "./config-data.js";
import { configNames, type DataFile, keysUnder, readDataFile } from "./config-files.js";
import { shownPath } from "./inputs.js";
import { Misuse } from "./misuse.js";
import { presetNames } from "./options-table.js";
import { systemSays } from "./read.js";
import { rules } from "./rules.js";

/** A layer with where it stands, for paths and messages. */
interface PlacedLayer {
  readonly layer: Layer;
  readonly folder: string;
  readonly file: DataFile;
  readonly path: readonly (string | number)[];
}

interface PlacedOverride extends PlacedLayer {
  readonly matches: (path: string) => boolean;
}

/** A configuration file with all that it extends. */
export interface Config {
  /** The file, or `undefined` when there is none. */
  readonly file: string | undefined;
  readonly layers: readonly PlacedLayer[];
  readonly overrides: readonly PlacedOverride[];
  readonly ignores: (path: string) => boolean;
  readonly resolved: Map<string, Promise<FileConfig>>;
}

/** What applies to one file. */
export interface FileConfig {
  readonly preset: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly terms: readonly TermEntry[];
  readonly words: readonly string[];
  readonly audience: "general" | "specialist";
  /** `undefined`: either. */
  readonly variety: "en-US" | "en-GB" | undefined;
  readonly policy: boolean | undefined;
  readonly settings: Settings;
  /** Tells configurations apart: the same for the same settings. */
  readonly key: string;
}

/** What the command line itself sets, over all configuration. */
export type Asked = Pick<Options, "preset" | "rules">;

/** Looks configurations up, each file read once. */
export interface ConfigFinder {
  /**
   * @param path absolute
   * @returns what applies to the file, `undefined` when its configuration ignores it
   * @throws Misuse that names file, line and remedy
   */
  find(path: string): Promise<FileConfig | undefined>;
  /** The configuration's file for `path`, if there is one. */
  fileOf(path: string): Promise<string | undefined>;
}

function noConfig(): Config {
  return { file: undefined, layers: [], overrides: [], ignores: () => false, resolved: new Map() };
}

/** @param given a file for all; `false` for no configuration; `undefined` to look upwards from each file */
export function configFinder(given: string | false | undefined, asked: Asked, cwd: string): ConfigFinder {
  const byFolder = new Map<string, string | undefined>();
  const loaded = new Map<string, Promise<Config>>();
  // one for each finder, for what it resolves to hangs on what was asked
  const none = noConfig();

  function fileAbove(folder: string): string | undefined {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const above = dirname(folder);
    const file = configIn(folder) ?? (above === folder ? undefined : fileAbove(above));
    byFolder.set(folder, file);
    return file;
  }

  function load(file: string): Promise<Config> {
    let config = loaded.get(file);
    if (!config) {
      config = loadConfig(file, cwd);
      loaded.set(file, config);
    }
    return config;
  }

  async function configOf(path: string): Promise<Config> {
    if (given === false) return none;
    if (given !== undefined) {
      const file = resolve(cwd, given);
      if (!existsSync(file)) throw new Misuse(`${given}: there is no such configuration file`);
      return await load(file);
    }
    const file = fileAbove(dirname(path));
    return file === undefined ? none : await load(file);
  }

  return {
    async find(path) {
      const config = await configOf(path);
      return config.ignores(path) ? undefined : await resolveFor(config, path, asked);
    },
    async fileOf(path) {
      return (await configOf(path)).file;
    },
  };
}

function configIn(folder: string): string | undefined {
  return configNames
    .map((name) => join(folder, name))
    .find((path) => {
      if (!path.endsWith("package.json")) return existsSync(path);
      try {
        const text = readFileSync(path, "utf8");
        // a package.json that does not speak of us is not parsed
        return text.includes('"xindaya"') && (JSON.parse(text) as { xindaya?: unknown }).xindaya instanceof Object;
      } catch {
        // there is none, or it is no JSON, which is for others to say
        return false;
      }
    });
}

async function loadConfig(file: string, cwd: string): Promise<Config> {
  const layers: PlacedLayer[] = [];
  const overrides: PlacedOverride[] = [];
  const ignores: ((path: string) => boolean)[] = [];
  const base = dirname(file);
  await add(file, []);
  return { file, layers, overrides, ignores: (path) => ignores.some((ignored) => ignored(path)), resolved: new Map() };

  /** What is extended comes first, so that what extends it has the last word. */
  async function add(path: string, chain: readonly string[]): Promise<void> {
    const shown = shownPath(path, cwd);
    if (chain.includes(path))
      throw new Misuse(`${shown}: extends itself, by way of ${chain.map((item) => shownPath(item, cwd)).join(", ")}`);
    let read: DataFile;
    try {
      read = await readDataFile(path, shown, keysUnder(path));
    } catch (error) {
      if (error instanceof Misuse) throw error;
      throw new Misuse(`${shown}: ${systemSays(error)}`);
    }
    const mistake = mistakeIn(read.data);
    if (mistake) throw await read.mistake(mistake.path, mistake.message);
    const data = read.data as ConfigData;
    const folder = dirname(path);
    for (const [at, name] of list(data.extends).entries()) {
      const where = Array.isArray(data.extends) ? ["extends", at] : ["extends"];
      if ((presetNames as readonly string[]).includes(name)) {
        layers.push({ layer: { preset: name }, folder, file: read, path: where });
        continue;
      }
      const target = extended(name, folder);
      if (!target) throw await read.mistake(where, `extends: ${cannotExtend(name)}`);
      await add(target, [...chain, path]);
    }
    layers.push({ layer: data, folder, file: read, path: [] });
    for (const [at, override] of (data.overrides ?? []).entries()) {
      const matches = await matcher(list(override.files), base);
      overrides.push({ layer: override as Override, folder, file: read, path: ["overrides", at], matches });
    }
    const ignored = list(data.ignore);
    if (ignored.length > 0) ignores.push(await ignorer(ignored, base));
  }
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** A file by its path, or the data that a package holds: its configuration file, or `xindaya` in its package.json. */
function extended(name: string, folder: string): string | undefined {
  if (/^\.{1,2}[\\/]/.test(name) || isAbsolute(name) || /\.(?:ya?ml|json)$/.test(name)) {
    const path = resolve(folder, name);
    if (existsSync(path)) return path;
    if (name.startsWith(".") || isAbsolute(name)) return undefined;
  }
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, "node_modules", name);
    if (existsSync(path)) return /\.(?:ya?ml|json)$/.test(name) ? path : configIn(path);
    if (at === dirname(at)) return undefined;
  }
}

function cannotExtend(name: string): string {
  if (name.startsWith(".") || isAbsolute(name)) return `there is no file "${name}"`;
  return `there is no preset, file or installed package "${name}" that holds a configuration; presets are ${presetNames.join(", ")}`;
}

/** What `.gitignore` would make of these lines, were it in the folder of the configuration. */
async function ignorer(lines: readonly string[], base: string): Promise<(path: string) => boolean> {
  const { default: ignore } = await import("ignore");
  const rules = ignore().add([...lines]);
  return (path) => {
    const name = relative(base, path).split(sep).join("/");
    return name !== "" && !name.startsWith("../") && !isAbsolute(name) && rules.ignores(name);
  };
}

/** Globs count from the folder of the configuration; one without a slash fits names in any folder. */
async function matcher(globs: readonly string[], base: string): Promise<(path: string) => boolean> {
  const { default: picomatch } = await import("picomatch");
  const tests = globs.map((glob) =>
    picomatch(glob.replace(/^\.\//, "").replace(/\/$/, "/**"), { dot: true, basename: !glob.includes("/") }),
  );
  return (path) => {
    const name = relative(base, path).split(sep).join("/");
    return !name.startsWith("../") && tests.some((test) => test(name));
  };
}

function resolveFor(config: Config, path: string, asked: Asked): Promise<FileConfig> {
  const matching = config.overrides.filter(({ matches }) => matches(path));
  const key = matching.map((override) => config.overrides.indexOf(override)).join();
  let resolved = config.resolved.get(key);
  if (!resolved) {
    resolved = merge([...config.layers, ...matching], asked);
    config.resolved.set(key, resolved);
  }
  return resolved;
}

async function merge(layers: readonly PlacedLayer[], asked: Asked): Promise<FileConfig> {
  let preset = "recommended";
  let audience: FileConfig["audience"] = "general";
  let variety: FileConfig["variety"];
  let policy: boolean | undefined;
  const set: Record<string, RuleSetting> = {};
  const words: string[] = [];
  const entries: TermEntry[] = [];
  const termbases: Termbase[] = [];
  for (const placed of layers) {
    const { layer } = placed;
    preset = layer.preset ?? preset;
    audience = layer.audience ?? audience;
    variety = layer.variety ?? variety;
    policy = layer.policy ?? policy;
    for (const [id, setting] of Object.entries(layer.rules ?? {})) set[id] = over(set[id], setting);
    if (layer.words) words.push(...(await wordsOf(placed)));
    if (layer.terms) {
      for (const { termbase, terms } of await termsOf(placed)) {
        termbases.unshift(termbase);
        entries.push(...terms);
      }
    }
  }
  if (typeof asked.preset === "string") preset = asked.preset;
  for (const [id, setting] of Object.entries(asked.rules ?? {})) set[id] = over(set[id], setting);
  const dialect = variety && dialects[variety];
  const known = { words, audience, ...(variety && { variety, dialect }) };
  const options = { preset, rules: set, policy } as Options;
  const { rules: active } = resolveOptions(options, rules, []);
  const settings: Settings = {
    rules: active.map((item) => {
      const isSet = Object.hasOwn(set, item.rule.id);
      // what a specialist knows of the culture is worth a remark, not a warning
      const level =
        audience === "specialist" && !isSet && item.rule.mqm.startsWith("audience-appropriateness/")
          ? "info"
          : item.level;
      return { ...item, level, options: { ...handed(item.rule.options, known), ...item.options } };
    }),
    termbases: [...termbases, standardTermbase()],
    policy,
  };
  const key = JSON.stringify([preset, set, entries, words, audience, variety, policy ?? null]);
  return { preset, rules: set, terms: entries, words, audience, variety, policy, settings, key };
}

/** A level alone leaves a rule's options as they were. */
function over(before: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  if (!Array.isArray(before) || Array.isArray(setting)) return setting;
  return [setting as RuleSetting & (string | boolean), before[1]] as unknown as RuleSetting;
}

/** What the rules call them. */
const dialects = { "en-US": "american", "en-GB": "british" } as const;

/** `words`, `audience` and `variety` go to each rule that has an option of that name. */
function handed(
  options: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(known).filter(([name]) => Object.hasOwn(options, name)));
}

async function wordsOf({ layer, folder, file, path }: PlacedLayer): Promise<string[]> {
  const words: string[] = [];
  for (const [at, word] of (layer.words ?? []).entries()) {
    if (!/^\.{1,2}\//.test(word)) words.push(word);
    else {
      try {
        words.push(
          ...readFileSync(resolve(folder, word), "utf8")
            .split(/\r?\n/)
            .map((line) => (line.split("#")[0] as string).trim())
            .filter(Boolean),
        );
      } catch (error) {
        throw await file.mistake([...path, "words", at], `words: ${word}: ${systemSays(error)}`);
      }
    }
  }
  return words;
}

async function termsOf(placed: PlacedLayer): Promise<{ termbase: Termbase; terms: readonly TermEntry[] }[]> {
  const { layer, folder, file, path } = placed;
  const given = typeof layer.terms === "string" ? [layer.terms] : (layer.terms ?? []);
  const inline = given.flatMap((item, at) => (typeof item === "string" ? [] : [{ item, at }]));
  const made: { termbase: Termbase; terms: readonly TermEntry[] }[] = [];
  for (const [at, item] of given.entries()) {
    if (typeof item !== "string") continue;
    const where = [...path, "terms", ...(typeof layer.terms === "string" ? [] : [at])];
    const target = resolve(folder, item);
    if (!existsSync(target)) throw await file.mistake(where, `terms: there is no file "${item}"`);
    const shown = join(dirname(file.shown), item).split(sep).join("/");
    if (!/\.(?:ya?ml|json)$/i.test(item)) {
      const { projectTerms } = await import("./commands/terms-files.js");
      const terms = await projectTerms(target, shown);
      made.push({ termbase: compiled(terms), terms });
      continue;
    }
    const read = await readDataFile(target, shown);
    const isMap = typeof read.data === "object" && read.data !== null && !Array.isArray(read.data);
    const entries = (isMap ? (read.data as { terms?: unknown }).terms : read.data) as readonly TermEntry[];
    if (!Array.isArray(entries))
      throw await read.mistake([], "must be a list of entries such as {zh, preferred, deprecated}");
    const mistake = mistakeInOptions({ terms: entries }, []);
    // paths begin with `terms`, which the file has only if it is a map
    if (mistake)
      throw await read.mistake(isMap ? mistake.path : mistake.path.slice(1), mistake.message.replace(/^[^:]*: /, ""));
    made.push({ termbase: compiled(entries), terms: entries });
  }
  if (inline.length > 0) {
    const entries = inline.map(({ item }) => item as TermEntry);
    const mistake = mistakeInOptions({ terms: entries }, []);
    if (mistake) {
      const [, entry, ...rest] = mistake.path;
      const at = inline[Number(entry)]?.at ?? 0;
      throw await file.mistake([...path, "terms", at, ...rest], mistake.message);
    }
    made.push({ termbase: compiled(entries), terms: entries });
  }
  return made;
}

function compiled(terms: readonly TermEntry[]): Termbase {
  return resolveOptions({ terms }, rules, []).termbases[0] as Termbase;
}
