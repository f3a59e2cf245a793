import { z } from "zod";

/** A sentence in both languages, neither empty. */
export const textShape = z.strictObject({
  en: z.string().trim().min(1).describe("In English."),
  zh: z.string().trim().min(1).describe("In Chinese."),
});

/** What every rule file may point at for editors. */
export const schemaKey = z.string().exactOptional().describe("JSON Schema of this file, for editors.");
