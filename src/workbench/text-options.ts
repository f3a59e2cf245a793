import type { TextOptions } from "../view/index.ts";
import type { Settings } from "./world.ts";

/** How text is to look, from the settings. */
export function textOptions(settings: Settings): TextOptions {
  return { lang: settings.lang.value, color: settings.color.value, ascii: settings.ascii.value, width: settings.width, facts: settings.facts };
}
