/** What an editor's user may set, read from whatever the client sends: nothing in it is trusted, `null` included. */
import { rules } from "../generated/rules.js";
import { type Options, OptionsError, resolveOptions } from "../options.js";

export interface EditorSettings {
  /** Whether anything is checked. */
  readonly enable: boolean;
  /** A configuration file for all documents; `undefined` to look upwards from each. */
  readonly configFile: string | undefined;
  /** Over what the configuration says. */
  readonly asked: Pick<Options, "preset" | "rules">;
  /** Whether a line above the text gives its score. */
  readonly codeLens: boolean;
  /** Whether terms are offered while writing. */
  readonly completion: boolean;
  /** Milliseconds of rest before an edited text is checked. */
  readonly delay: number;
}

export const defaultSettings: EditorSettings = {
  enable: true,
  configFile: undefined,
  asked: {},
  codeLens: false,
  completion: true,
  delay: 150,
};

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/**
 * @param given `{enable, configFile, preset, rules, codeLens, completion, delay}`, also under `xindaya`
 * @param before what holds for what is left out, or is of the wrong kind
 * @returns the settings, and a sentence for each that was passed over
 */
export function readSettings(
  given: unknown,
  before: EditorSettings = defaultSettings,
): { readonly settings: EditorSettings; readonly faults: readonly string[] } {
  const outer = fieldsOf(given);
  const fields = { ...outer, ...fieldsOf(outer.xindaya) };
  const faults: string[] = [];

  function field<T>(name: string, fits: (value: unknown) => value is T, wanted: string, otherwise: T): T {
    const value = fields[name];
    if (value === undefined || value === null || value === "") return otherwise;
    if (fits(value)) return value;
    faults.push(`xindaya.${name} must be ${wanted}`);
    return otherwise;
  }
  const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
  const isDelay = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 60_000;
  const isText = (value: unknown): value is string | undefined => typeof value === "string";

  const settings: EditorSettings = {
    enable: field("enable", isBoolean, "true or false", before.enable),
    configFile: field("configFile", isText, "the path of a file", before.configFile),
    asked: before.asked,
    codeLens: field("codeLens", isBoolean, "true or false", before.codeLens),
    completion: field("completion", isBoolean, "true or false", before.completion),
    delay: field("delay", isDelay, "a number of milliseconds", before.delay),
  };
  const asked = { ...before.asked, ...askedOf(fields) };
  try {
    resolveOptions(asked, rules, []);
    return { settings: { ...settings, asked }, faults };
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    return { settings, faults: [...faults, `xindaya.${error.message}`] };
  }
}

function askedOf({ preset, rules: wanted }: Fields): Pick<Options, "preset" | "rules"> {
  return {
    ...(typeof preset === "string" && preset !== "" ? { preset: preset as NonNullable<Options["preset"]> } : {}),
    ...(wanted === undefined || wanted === null ? {} : { rules: wanted as NonNullable<Options["rules"]> }),
  };
}
